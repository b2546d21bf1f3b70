import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';
import { CancelButton } from './cancel-button';
import { OwnPasswordField } from './own-password-field';
import { RecoveryCodes } from './recovery-codes';

const words = texts.security.factor;

interface RenewProps {
  onDone: () => void;
  onCancel: () => void;
}

/** Ten new codes in place of the old ones. */
export function RenewRecoveryCodes({ onDone, onCancel }: RenewProps) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } });
  const send = async (body: { password: string }) => {
    setCodes((await unwrap(api.POST('/api/second-factor/recovery-codes', { body }))).recoveryCodes);
  };
  if (codes) return <RecoveryCodes codes={codes} headings={3} onKept={onDone} />;
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={words.renewSubmit}
      actions={<CancelButton onClick={onCancel} />}
    >
      <Text>{words.renewIntro}</Text>
      <OwnPasswordField key={form.key('password')} {...form.getInputProps('password')} />
    </ServerForm>
  );
}
