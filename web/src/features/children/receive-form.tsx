import { Alert, Anchor, Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { ServerForm } from '../../ui/server-form';
import { groupsQuery } from '../activities/queries';
import { useSession } from '../session/session';
import { type Child, redeemTransfer, useChildrenChanged } from './queries';

const words = texts.childTransfers.receive;

/** A child comes with the code that its parents have brought. */
export function Receive({ institutionId }: { institutionId: string }) {
  const { schoolYear } = useSession();
  const groups = useQuery(groupsQuery(institutionId, schoolYear));
  const [received, setReceived] = useState<Child | null>(null);
  if (received) return <Received child={received} onAnother={() => setReceived(null)} />;
  return (
    <Stack gap="md">
      <Text>{words.text}</Text>
      <QueryView query={groups}>
        {(all) =>
          all.length === 0 ? (
            <Text>{words.noGroups}</Text>
          ) : (
            <ReceiveForm institutionId={institutionId} groups={all} onReceived={setReceived} />
          )
        }
      </QueryView>
    </Stack>
  );
}

interface ReceiveFormProps {
  institutionId: string;
  groups: readonly { id: string; name: string }[];
  onReceived: (child: Child) => void;
}

function ReceiveForm({ institutionId, groups, onReceived }: ReceiveFormProps) {
  const { today } = useSession();
  const changed = useChildrenChanged();
  const [id] = useState(newId);
  const form = useForm({
    initialValues: { code: '', groupId: groups[0]?.id ?? '', consentGivenOn: today },
    validate: {
      code: (code) => (code.trim() === '' ? words.codeMissing : null),
      consentGivenOn: (day) => (day === '' ? texts.children.dayMissing : null),
    },
  });
  const send = async (values: typeof form.values) => {
    const child = await redeemTransfer({ id, institutionId, ...values });
    await changed();
    onReceived(child);
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.submit}>
      <TextInput
        size="md"
        label={words.code}
        description={words.codeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        {...form.getInputProps('code')}
      />
      <NativeSelect
        size="md"
        label={words.group}
        data={groups.map(({ id: value, name }) => ({ value, label: name }))}
        {...form.getInputProps('groupId')}
      />
      <TextInput
        type="date"
        size="md"
        maw={240}
        label={words.consentGivenOn}
        max={today}
        {...form.getInputProps('consentGivenOn')}
      />
    </ServerForm>
  );
}

function Received({ child, onAnother }: { child: Child; onAnother: () => void }) {
  return (
    <Stack gap="md" align="flex-start">
      <Alert
        role="status"
        color="green"
        variant="light"
        icon={<IconCircleCheck aria-hidden />}
        title={words.done(child.code)}
      >
        {words.doneText}
      </Alert>
      <Anchor component={Link} href={`/kinder/${child.id}`}>
        {words.open}
      </Anchor>
      <Button variant="default" onClick={onAnother}>
        {words.another}
      </Button>
    </Stack>
  );
}
