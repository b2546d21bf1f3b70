import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Group } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ServerForm } from '../../ui/server-form';
import { useSession } from '../session/session';
import { PickChildren } from './pick-children';
import { changeChildren, type Child, createConsents, hasConsent, useChildrenChanged } from './queries';

const words = texts.children;

interface ManyProps {
  institutionId: string;
  children: readonly Child[];
  onDone: () => void;
}

const nobody = (ids: readonly string[]) => (ids.length === 0 ? words.pick.nobody : null);
const noDay = (day: string) => (day === '' ? words.dayMissing : null);

/** The parents of several children have signed: one date, and a tick for each. */
export function NoteConsents({ institutionId, children, onDone }: ManyProps) {
  const { today } = useSession();
  const changed = useChildrenChanged();
  const [id] = useState(newId);
  const missing = children.filter((child) => !hasConsent(child));
  const form = useForm({
    initialValues: { givenOn: today, ids: [] as string[] },
    validate: { givenOn: noDay, ids: nobody },
  });
  const send = async ({ givenOn, ids }: typeof form.values) => {
    await createConsents({ id, institutionId, childIds: ids, givenOn });
    await changed();
    announce(words.consent.done(ids.length));
    onDone();
  };
  if (missing.length === 0) return <Text>{words.consent.nobody}</Text>;
  const { ids } = form.values;
  return (
    <ServerForm form={form} send={send} submitLabel={words.consent.submit(ids.length)}>
      <Text>{words.consent.text}</Text>
      <TextInput
        type="date"
        size="md"
        maw={240}
        label={words.consent.givenOn}
        max={today}
        {...form.getInputProps('givenOn')}
      />
      <PickChildren
        picked={ids}
        onPick={(picked) => form.setFieldValue('ids', picked)}
        error={form.errors['ids']}
      >
        {missing}
      </PickChildren>
    </ServerForm>
  );
}

/** Several children go to another group of the house. */
export function MoveChildren({
  institutionId,
  children,
  groups,
  onDone,
}: ManyProps & { groups: readonly Group[] }) {
  const changed = useChildrenChanged();
  const form = useForm({
    initialValues: { groupId: '', ids: [] as string[] },
    validate: { groupId: (group) => (group === '' ? words.move.groupMissing : null), ids: nobody },
  });
  const { ids } = form.values;
  const send = async ({ groupId }: typeof form.values) => {
    const picked = children.filter(({ id }) => ids.includes(id));
    await changeChildren({
      institutionId,
      children: picked.map(({ id, version }) => ({ id, version, groupId })),
    });
    await changed();
    announce(words.move.done(picked.length));
    onDone();
  };
  const others = groups.filter(({ id }) => id !== children[0]?.groupId);
  return (
    <ServerForm form={form} send={send} submitLabel={words.move.submit(ids.length)}>
      <NativeSelect
        size="md"
        label={words.move.group}
        data={[{ value: '', label: '' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        {...form.getInputProps('groupId')}
      />
      <PickChildren
        picked={ids}
        onPick={(picked) => form.setFieldValue('ids', picked)}
        error={form.errors['ids']}
      >
        {children}
      </PickChildren>
    </ServerForm>
  );
}

/** Several children have left the house. */
export function LeaveChildren({ institutionId, children, onDone }: ManyProps) {
  const { today } = useSession();
  const changed = useChildrenChanged();
  const form = useForm({
    initialValues: { leftOn: today, ids: [] as string[] },
    validate: { leftOn: noDay, ids: nobody },
  });
  const { ids } = form.values;
  const send = async ({ leftOn }: typeof form.values) => {
    const picked = children.filter(({ id }) => ids.includes(id));
    await changeChildren({
      institutionId,
      children: picked.map(({ id, version }) => ({ id, version, leftOn })),
    });
    await changed();
    announce(words.leave.done(picked.length));
    onDone();
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.leave.submit(ids.length)}>
      <Text>{words.leave.text}</Text>
      <TextInput
        type="date"
        size="md"
        maw={240}
        label={words.leave.day}
        max={today}
        {...form.getInputProps('leftOn')}
      />
      <PickChildren
        picked={ids}
        onPick={(picked) => form.setFieldValue('ids', picked)}
        error={form.errors['ids']}
      >
        {children}
      </PickChildren>
    </ServerForm>
  );
}
