import { NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Group } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ServerForm } from '../../ui/server-form';
import { NumberField } from '../forms/number-field';
import { createChildren, useChildrenChanged } from './queries';

const words = texts.children.add;
const MOST = 100;

interface AddChildrenProps {
  institutionId: string;
  groups: readonly Group[];
  /** The group that is chosen at first; the first one if absent. */
  groupId?: string;
  onDone: () => void;
}

/** "18 Kinder in der Bärengruppe": a number and a group, nothing else. */
export function AddChildren({ institutionId, groups, groupId, onDone }: AddChildrenProps) {
  const changed = useChildrenChanged();
  // The same press on the button twice makes the children once.
  const [id] = useState(newId);
  const form = useForm({
    initialValues: { count: null as number | null, groupId: groupId ?? groups[0]?.id ?? '' },
    validate: {
      count: (count) => (count !== null && count >= 1 && count <= MOST ? null : words.countMissing),
      groupId: (group) => (group === '' ? words.groupMissing : null),
    },
  });
  const send = async ({ count, groupId: group }: typeof form.values) => {
    if (count === null) return;
    const { items } = await createChildren({ id, institutionId, groupId: group, count });
    await changed();
    announce(words.done(items.length, items[0]?.groupName ?? ''));
    onDone();
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.submit(form.values.count)}>
      <Stack gap="md">
        <Text>{words.text}</Text>
        <NumberField
          label={words.count}
          size="md"
          maw={240}
          data-autofocus
          {...form.getInputProps('count')}
        />
        <NativeSelect
          label={texts.children.group}
          size="md"
          data={groups.map(({ id: value, name, size }) => ({ value, label: `${name} (${size})` }))}
          {...form.getInputProps('groupId')}
        />
      </Stack>
    </ServerForm>
  );
}
