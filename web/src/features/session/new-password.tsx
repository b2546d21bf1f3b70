import { PasswordInput, Progress, Stack, Text } from '@mantine/core';
import { texts } from '../../texts/de';

const words = texts.session.invitation;

/** The same limit as the server's: length protects, rules about signs do not. */
export const MIN_PASSWORD_LENGTH = 15;
/** Beside a second factor. */
export const MIN_LENGTH_WITH_FACTOR = 8;

export const missingCharacters = (password: string, minLength = MIN_PASSWORD_LENGTH): number =>
  minLength - password.length;

export interface NewPasswordValues {
  password: string;
  passwordAgain: string;
}

export interface NewAccountValues extends NewPasswordValues {
  email: string;
  name: string;
}

/** The rules of the two fields; the server decides about the rest. */
export const newPasswordRules = (minLength = MIN_PASSWORD_LENGTH) => ({
  password: (password: string) =>
    missingCharacters(password, minLength) > 0 ? texts.security.password.atLeast(minLength) : null,
  passwordAgain: (again: string, { password }: NewPasswordValues) =>
    again === password ? null : words.differs,
});

interface NewPasswordProps {
  /** From `form.getInputProps(…)`. */
  password: object;
  again: object;
  /** What is typed so far. */
  value: string;
  minLength?: number;
  labels?: { password: string; again: string };
}

/** A new password twice, with a hint how much is missing. Pasting is welcome: password managers do it. */
export function NewPassword({
  password,
  again,
  value,
  minLength = MIN_PASSWORD_LENGTH,
  labels,
}: NewPasswordProps) {
  const toggle = { 'aria-label': texts.session.signIn.showPassword, tabIndex: 0 };
  return (
    <>
      <Stack gap={6}>
        <PasswordInput
          label={labels?.password ?? words.password}
          description={texts.security.password.hint(minLength)}
          autoComplete="new-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={toggle}
          {...password}
        />
        <LengthHint password={value} minLength={minLength} />
      </Stack>
      <PasswordInput
        label={labels?.again ?? words.passwordAgain}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={toggle}
        {...again}
      />
    </>
  );
}

function LengthHint({ password, minLength }: { password: string; minLength: number }) {
  if (password === '') return null;
  const missing = missingCharacters(password, minLength);
  return (
    <div>
      <Progress
        value={Math.min(100, (password.length / minLength) * 100)}
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
