import { Alert, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconHourglass } from '@tabler/icons-react';
import { Problem } from '../../api/problem';
import { texts } from '../../texts/de';
import { formatWait } from '../../ui/format';
import { ServerForm } from '../../ui/server-form';
import { useCountdown } from '../../ui/use-countdown';
import { useSignIn } from './session';

const words = texts.session.signIn;

interface SignInFormProps {
  /** Fixes the address when the same person signs in again in the middle of work. */
  email?: string;
}

/** E-mail and password. A wrong password empties nothing; too many attempts show the waiting time. */
export function SignInForm({ email }: SignInFormProps) {
  const signIn = useSignIn();
  const wait = useCountdown();
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: email ?? '', password: '' } });

  const send = async (values: { email: string; password: string }) => {
    try {
      await signIn.mutateAsync({ email: values.email.trim(), password: values.password });
    } catch (error) {
      if (error instanceof Problem && error.status === 429) wait.start(error.retryAfter ?? 0);
      throw error;
    }
  };

  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={wait.left > 0 ? words.waitLeft(formatWait(wait.left)) : words.submit}
      disabled={wait.left > 0}
      explain={explainWaiting}
      fullWidth
    >
      <TextInput
        label={words.email}
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        withAsterisk={false}
        readOnly={email !== undefined}
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={words.password}
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': words.showPassword, tabIndex: 0 }}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
    </ServerForm>
  );
}

/** The server's sentence counts seconds too, but stands still; the button counts down. */
function explainWaiting(problem: Problem) {
  if (problem.status !== 429 || !problem.retryAfter) return null;
  return (
    <Alert
      role="alert"
      color="sonne"
      variant="light"
      icon={<IconHourglass aria-hidden />}
      title={words.waitTitle}
    >
      {words.wait(formatWait(problem.retryAfter))}
    </Alert>
  );
}
