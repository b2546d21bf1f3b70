import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { SecondFactor, SecondFactorSecret } from '../../api/types';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { ServerForm } from '../../ui/server-form';
import { CodeField } from '../session/code-field';
import { CancelButton } from './cancel-button';
import { ConfirmSecret } from './confirm-secret';
import { OwnPasswordField } from './own-password-field';
import { secondFactorQuery } from './queries';
import { RecoveryCodes } from './recovery-codes';

const words = texts.security.factor;

interface SetUpProps {
  /** Called once the recovery codes are kept. */
  onDone: () => void;
  /** Absent where there is no way but through. */
  onCancel?: () => void;
  /** Level of the headings: below the page's, or below the panel's. */
  headings: 2 | 3;
}

/** From the explanation to the recovery codes, one thing after the other. */
export function SetUpSecondFactor({ onDone, onCancel, headings }: SetUpProps) {
  const status = useQuery(secondFactorQuery);
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} headings={headings} onKept={onDone} />;
  if (secret)
    return <ConfirmSecret secret={secret} headings={headings} onConfirmed={setCodes} onCancel={onCancel} />;
  return (
    <QueryView query={status}>
      {(factor) => <Begin factor={factor} onBegun={setSecret} onCancel={onCancel} />}
    </QueryView>
  );
}

interface BeginProps {
  factor: SecondFactor;
  onBegun: (secret: SecondFactorSecret) => void;
  onCancel: (() => void) | undefined;
}

function Begin({ factor, onBegun, onCancel }: BeginProps) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '', code: '' } });
  const send = async ({ password, code }: { password: string; code: string }) => {
    const body = {
      ...(password !== '' && { password }),
      ...(factor.on && code.trim() !== '' && { code: code.trim() }),
    };
    onBegun(await unwrap(api.POST('/api/second-factor', { body })));
  };
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={words.begin}
      actions={onCancel && <CancelButton onClick={onCancel} />}
    >
      <Stack gap="xs">
        {onCancel && <Text>{words.what}</Text>}
        <Text>{words.apps}</Text>
      </Stack>
      {factor.passwordNeeded && (
        <OwnPasswordField key={form.key('password')} {...form.getInputProps('password')} />
      )}
      {factor.on && (
        <CodeField
          inputMode="text"
          label={words.oldCode}
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
      )}
    </ServerForm>
  );
}
