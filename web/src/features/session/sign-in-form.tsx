import { Alert, Anchor, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconHourglass } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../api/problem';
import { texts } from '../../texts/de';
import { formatWait } from '../../ui/format';
import { ServerForm } from '../../ui/server-form';
import { useCountdown } from '../../ui/use-countdown';
import { CodeField } from './code-field';
import { useSignIn } from './session';

const words = texts.session.signIn;
const codeWords = texts.security.code;

interface SignInFormProps {
  /** Fixes the address when the same person signs in again in the middle of work. */
  email?: string;
}

interface SignInValues {
  email: string;
  password: string;
  code: string;
}

/** E-mail and password, then the code where a second factor is on. A refusal empties nothing; too many attempts show the waiting time. */
export function SignInForm({ email }: SignInFormProps) {
  const signIn = useSignIn();
  const wait = useCountdown();
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm<SignInValues>({
    mode: 'uncontrolled',
    initialValues: { email: email ?? '', password: '', code: '' },
    validate: { code: (code) => (asksCode && code.trim() === '' ? codeWords.missing : null) },
  });

  const send = async (values: SignInValues) => {
    const body = { email: values.email.trim(), password: values.password };
    try {
      await signIn.mutateAsync(asksCode ? { ...body, code: values.code.trim() } : body);
    } catch (error) {
      if (isAboutCode(error)) {
        setAsksCode(true);
        return;
      }
      if (error instanceof Problem && error.status === 401) setAsksCode(false);
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
      {asksCode ? (
        <CodeStep form={form} onBack={() => setAsksCode(false)} />
      ) : (
        <PasswordStep form={form} fixedEmail={email !== undefined} />
      )}
    </ServerForm>
  );
}

/** The password was right, and the account has a second factor: not a mistake, but the next question. */
function isAboutCode(error: unknown): boolean {
  return error instanceof Problem && error.code === 'second_factor_code_required';
}

function PasswordStep({ form, fixedEmail }: { form: UseFormReturnType<SignInValues>; fixedEmail: boolean }) {
  return (
    <>
      <TextInput
        label={words.email}
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        withAsterisk={false}
        readOnly={fixedEmail}
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
    </>
  );
}

function CodeStep({ form, onBack }: { form: UseFormReturnType<SignInValues>; onBack: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [isRecovery, { toggle }] = useDisclosure(false);
  // What was asked changed under the person's hands: the field they need next has the focus.
  useEffect(() => field.current?.focus(), [isRecovery]);
  return (
    <Stack gap="sm">
      <Text fw={600}>{codeWords.step}</Text>
      <Text>{isRecovery ? codeWords.recoveryIntro : codeWords.intro}</Text>
      <CodeField
        ref={field}
        // A phone's number pad has no letters.
        inputMode={isRecovery ? 'text' : 'numeric'}
        label={isRecovery ? codeWords.recoveryLabel : codeWords.label}
        key={form.key('code')}
        {...form.getInputProps('code')}
      />
      <Anchor component="button" type="button" onClick={toggle} ta="left">
        {isRecovery ? codeWords.useApp : codeWords.useRecovery}
      </Anchor>
      {isRecovery && (
        <Text size="sm" c="dimmed">
          {codeWords.lost}
        </Text>
      )}
      <Anchor component="button" type="button" onClick={onBack} ta="left">
        {codeWords.back}
      </Anchor>
    </Stack>
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
