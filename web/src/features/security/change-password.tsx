import { Button, PasswordInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { Panel } from '../../ui/panel';
import { ServerForm } from '../../ui/server-form';
import {
  NewPassword,
  newPasswordRules,
  MIN_LENGTH_WITH_FACTOR,
  MIN_PASSWORD_LENGTH,
} from '../session/new-password';
import { useStartSession } from '../session/session';
import { CancelButton } from './cancel-button';
import { secondFactorQuery } from './queries';

const words = texts.security.password;

/** A new password for the old one. */
export function ChangePassword() {
  const [open, { open: show, close }] = useDisclosure(false);
  return (
    <Panel title={words.title}>
      {open ? (
        <PasswordForm onDone={close} />
      ) : (
        <>
          <Text c="dimmed" mb="md">
            {words.intro}
          </Text>
          <Button variant="default" onClick={show}>
            {words.change}
          </Button>
        </>
      )}
    </Panel>
  );
}

interface PasswordValues {
  current: string;
  password: string;
  passwordAgain: string;
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const start = useStartSession();
  const queries = useQueryClient();
  const factor = useQuery(secondFactorQuery);
  const minLength = factor.data?.on ? MIN_LENGTH_WITH_FACTOR : MIN_PASSWORD_LENGTH;
  const form = useForm<PasswordValues>({
    mode: 'controlled',
    initialValues: { current: '', password: '', passwordAgain: '' },
    validate: {
      current: (current) => (current === '' ? words.currentMissing : null),
      ...newPasswordRules(minLength),
    },
  });
  const send = async ({ current, password }: PasswordValues) => {
    await start(await unwrap(api.POST('/api/account/password', { body: { current, password } })));
    announce(words.changed);
    await queries.invalidateQueries({ queryKey: ['own-sessions'] });
    onDone();
  };
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={words.submit}
      actions={<CancelButton onClick={onDone} />}
    >
      <PasswordInput
        label={words.current}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': texts.session.signIn.showPassword, tabIndex: 0 }}
        {...form.getInputProps('current')}
      />
      <NewPassword
        password={form.getInputProps('password')}
        again={form.getInputProps('passwordAgain')}
        value={form.values.password}
        minLength={minLength}
        labels={{ password: words.fresh, again: words.again }}
      />
    </ServerForm>
  );
}
