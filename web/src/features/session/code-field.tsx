import { TextInput, type TextInputProps } from '@mantine/core';
import { texts } from '../../texts/de';

/** A code of the second factor. Text, not a number: leading zeros count, and recovery codes have letters. */
export function CodeField(props: TextInputProps) {
  return (
    <TextInput
      label={texts.security.code.label}
      autoComplete="one-time-code"
      inputMode="numeric"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      required
      withAsterisk={false}
      maxLength={40}
      {...props}
    />
  );
}
