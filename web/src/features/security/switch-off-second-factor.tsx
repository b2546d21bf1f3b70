import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';
import { CodeField } from '../session/code-field';
import { CancelButton } from './cancel-button';
import { OwnPasswordField } from './own-password-field';

const words = texts.security.factor;

interface SwitchOffProps {
  onDone: () => void;
  onCancel: () => void;
}

/** Asks for both, so that nobody else can do it on a tablet that was left open. */
export function SwitchOffSecondFactor({ onDone, onCancel }: SwitchOffProps) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '', code: '' } });
  const send = async ({ password, code }: { password: string; code: string }) => {
    const body = { password, code: code.trim() };
    await unwrap(api.POST('/api/second-factor/remove', { body }));
    onDone();
  };
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={words.offSubmit}
      actions={<CancelButton onClick={onCancel} />}
    >
      <Text>{words.offIntro}</Text>
      <OwnPasswordField key={form.key('password')} {...form.getInputProps('password')} />
      <CodeField key={form.key('code')} {...form.getInputProps('code')} />
    </ServerForm>
  );
}
