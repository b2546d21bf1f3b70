import { Anchor, Group as Row, NativeSelect, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { ServerForm } from '../../ui/server-form';
import { groupsQuery } from '../activities/queries';
import { useSession } from '../session/session';
import { sexOf } from './child-facts';
import { MonthField } from './month-field';
import {
  changeChild,
  changeConsent,
  type Child,
  type ChildChange,
  hasConsent,
  removeChild,
  useChildrenChanged,
  withdrawConsent,
} from './queries';

const words = texts.children;

/** One child: what is known of it, and the steps that cannot be taken back. */
export function ChangeChild({ child, onDone }: { child: Child; onDone: () => void }) {
  return (
    <Stack gap="lg">
      <Anchor component={Link} href={`/kinder/${child.id}`}>
        {words.change.profile}
      </Anchor>
      <FactsForm child={child} onDone={onDone} />
      <FinalSteps child={child} onDone={onDone} />
    </Stack>
  );
}

interface Values {
  birthMonth: string | null;
  sex: string;
  groupId: string;
  leftOn: string;
  givenOn: string;
}

/** Only what differs is sent. */
function changesOf(child: Child, { birthMonth, sex, groupId, leftOn }: Values): ChildChange {
  return {
    ...(birthMonth !== child.birthMonth && { birthMonth }),
    ...(sex !== (child.sex ?? '') && { sex: sexOf(sex) }),
    ...(groupId !== child.groupId && { groupId }),
    ...(leftOn !== (child.leftOn ?? '') && { leftOn: leftOn || null }),
  };
}

function FactsForm({ child, onDone }: { child: Child; onDone: () => void }) {
  const { today, schoolYear } = useSession();
  const changed = useChildrenChanged();
  const { data: groups = [] } = useQuery(groupsQuery(child.institutionId, schoolYear));
  const { consent } = child;
  const form = useForm<Values>({
    initialValues: {
      birthMonth: child.birthMonth,
      sex: child.sex ?? '',
      groupId: child.groupId,
      leftOn: child.leftOn ?? '',
      givenOn: consent?.givenOn ?? '',
    },
  });
  const send = async (values: Values) => {
    const { givenOn } = values;
    const changes = changesOf(child, values);
    if (Object.keys(changes).length > 0) await changeChild(child, changes);
    if (consent && hasConsent(child) && givenOn !== '' && givenOn !== consent.givenOn) {
      await changeConsent(consent, givenOn);
    }
    await changed();
    announce(words.change.done(child.code));
    onDone();
  };
  const own = { value: child.groupId, label: child.groupName };
  const others = groups
    .filter(({ id }) => id !== own.value)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ServerForm form={form} send={send} submitLabel={texts.common.save}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MonthField
          label={words.birthMonth}
          value={form.values.birthMonth}
          onMonth={(month) => form.setFieldValue('birthMonth', month)}
          error={form.errors['birthMonth']}
        />
        <NativeSelect
          label={words.sex}
          data={[
            { value: '', label: words.unknown },
            ...Object.entries(words.sexes).map(([value, label]) => ({ value, label })),
          ]}
          {...form.getInputProps('sex')}
        />
        <NativeSelect label={words.group} data={[own, ...others]} {...form.getInputProps('groupId')} />
        <TextInput
          type="date"
          label={words.leftOn}
          description={words.leftOnHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          max={today}
          {...form.getInputProps('leftOn')}
        />
        {hasConsent(child) && (
          <TextInput
            type="date"
            label={words.consent.change}
            max={today}
            {...form.getInputProps('givenOn')}
          />
        )}
      </SimpleGrid>
    </ServerForm>
  );
}

function FinalSteps({ child, onDone }: { child: Child; onDone: () => void }) {
  const changed = useChildrenChanged();
  const { code, consent } = child;
  const withdraw = async () => {
    if (consent) await withdrawConsent(consent);
    await changed();
    announce(words.consent.withdrawnDone(code));
    onDone();
  };
  const remove = async () => {
    await removeChild(child);
    await changed();
    announce(words.change.removed(code));
    onDone();
  };
  return (
    <div>
      <Title order={3} fz="md" mb="xs">
        {words.change.more}
      </Title>
      <Row gap="sm">
        {hasConsent(child) && (
          <ConfirmButton
            variant="default"
            label={words.consent.withdraw}
            question={words.consent.withdrawQuestion}
            text={words.consent.withdrawText(code)}
            confirmLabel={words.consent.withdrawConfirm}
            onConfirm={withdraw}
          />
        )}
        <ConfirmButton
          variant="default"
          label={words.change.remove}
          question={words.change.removeQuestion}
          text={words.change.removeText(code)}
          confirmLabel={words.change.removeConfirm}
          onConfirm={remove}
        />
      </Row>
    </div>
  );
}
