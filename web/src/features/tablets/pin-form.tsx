import { PasswordInput, type PasswordInputProps, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ServerForm } from '../../ui/server-form';
import { CancelButton } from '../security/cancel-button';
import { OwnPasswordField } from '../security/own-password-field';
import { ownProofQuery } from './queries';

const words = texts.tabletProofs.pin;
const SHAPE = /^\d{6}$/;

/** A PIN, typed twice, and the password of who wants it. */
export function PinForm({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { pin: '', pinAgain: '', password: '' },
    validate: {
      pin: (pin) => (SHAPE.test(pin) ? null : words.shape),
      pinAgain: (again, { pin }) => (again === pin ? null : words.different),
      password: (password) => (password === '' ? words.passwordMissing : null),
    },
  });
  const send = async ({ pin, password }: typeof form.values) => {
    await unwrap(api.PUT('/api/account/pin', { body: { pin, password } }));
    announce(words.saved);
    await queries.invalidateQueries(ownProofQuery);
    onDone();
  };
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={words.submit}
      actions={<CancelButton onClick={onDone} />}
    >
      <Text size="sm" c="dimmed">
        {words.rules}
      </Text>
      <PinField label={words.label} key={form.key('pin')} {...form.getInputProps('pin')} />
      <PinField label={words.again} key={form.key('pinAgain')} {...form.getInputProps('pinAgain')} />
      <OwnPasswordField key={form.key('password')} {...form.getInputProps('password')} />
    </ServerForm>
  );
}

function PinField(props: PasswordInputProps) {
  return (
    <PasswordInput
      inputMode="numeric"
      maxLength={6}
      maw={240}
      // Not a password that a browser should offer to keep.
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': words.show, tabIndex: 0 }}
      {...props}
    />
  );
}
