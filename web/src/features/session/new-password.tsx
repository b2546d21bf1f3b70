import { PasswordInput, Progress, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { texts } from '../../texts/de';

const words = texts.session.invitation;

/** The same limit as the server's: length protects, rules about signs do not. */
const MIN_PASSWORD_LENGTH = 15;

export const missingCharacters = (password: string): number => MIN_PASSWORD_LENGTH - password.length;

export interface NewAccountValues {
  email: string;
  name: string;
  password: string;
  passwordAgain: string;
}

/** A new password twice, with a hint how much is missing. Pasting is welcome: password managers do it. */
export function NewPassword({ form }: { form: UseFormReturnType<NewAccountValues> }) {
  const toggle = { 'aria-label': texts.session.signIn.showPassword, tabIndex: 0 };
  return (
    <>
      <Stack gap={6}>
        <PasswordInput
          label={words.password}
          description={words.passwordHint}
          autoComplete="new-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('password')}
        />
        <LengthHint password={form.values.password} />
      </Stack>
      <PasswordInput
        label={words.passwordAgain}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('passwordAgain')}
      />
    </>
  );
}

function LengthHint({ password }: { password: string }) {
  if (password === '') return null;
  const missing = missingCharacters(password);
  return (
    <div>
      <Progress
        value={Math.min(100, (password.length / MIN_PASSWORD_LENGTH) * 100)}
        color={missing > 0 ? 'sonne' : 'wiese'}
        size="sm"
        aria-hidden
      />
      <Text size="sm" c="dimmed" mt={4} aria-live="polite">
        {missing > 0 ? words.tooShort(missing) : words.longEnough}
      </Text>
    </div>
  );
}
