import { Button, Group, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { OwnProof } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInstant, formatInstantDate } from '../../ui/format';
import { ServerForm } from '../../ui/server-form';
import { CancelButton } from '../security/cancel-button';
import { OwnPasswordField } from '../security/own-password-field';
import { NewBadge } from './new-badge';
import { ownProofQuery } from './queries';
import { RemoveProof } from './remove-proof';

const words = texts.tabletProofs.badge;

/** Whether there is a badge, and the way to a new one. */
export function OwnBadge({ proof: { badgeMadeAt, badgeLastUsedAt } }: { proof: OwnProof }) {
  const [making, { open, close }] = useDisclosure(false);
  const [secret, setSecret] = useState<string | null>(null);
  const done = () => {
    setSecret(null);
    close();
  };
  if (secret !== null) return <NewBadge secret={secret} onDone={done} />;
  if (making) return <BadgeForm renews={badgeMadeAt !== null} onMade={setSecret} onCancel={close} />;
  const used = badgeLastUsedAt === null ? words.unused : words.used(formatInstant(badgeLastUsedAt));
  return (
    <>
      <Text c="dimmed">{words.intro}</Text>
      <Text>
        {badgeMadeAt === null ? words.none : `${words.since(formatInstantDate(badgeMadeAt))} ${used}`}
      </Text>
      <Group gap="sm">
        <Button variant="default" onClick={open}>
          {badgeMadeAt === null ? words.make : words.renew}
        </Button>
        {badgeMadeAt !== null && <RemoveProof kind="badge" />}
      </Group>
    </>
  );
}

interface BadgeFormProps {
  renews: boolean;
  onMade: (secret: string) => void;
  onCancel: () => void;
}

function BadgeForm({ renews, onMade, onCancel }: BadgeFormProps) {
  const queries = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: {
      password: (password) => (password === '' ? texts.tabletProofs.pin.passwordMissing : null),
    },
  });
  const send = async (body: typeof form.values) => {
    const { secret } = await unwrap(api.POST('/api/account/badge', { body }));
    onMade(secret);
    await queries.invalidateQueries(ownProofQuery);
  };
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={words.submit}
      actions={<CancelButton onClick={onCancel} />}
    >
      {renews && <Text>{words.renewHint}</Text>}
      <OwnPasswordField key={form.key('password')} {...form.getInputProps('password')} />
    </ServerForm>
  );
}
