import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { texts } from '../../texts/de';

/** The password of the person who is signed in, before what a forgotten tablet must not do. */
export function OwnPasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      label={texts.security.factor.password}
      description={texts.security.factor.passwordHint}
      autoComplete="current-password"
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': texts.session.signIn.showPassword, tabIndex: 0 }}
      {...props}
    />
  );
}
