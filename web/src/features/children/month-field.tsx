import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts/de';
import { formatMonthNumber, readMonth } from './month';

interface MonthFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** `2021-05`; null is an empty field. */
  value: string | null;
  /** Called when the field is left with another month in it. */
  onMonth: (month: string | null) => void;
}

/** A month and year typed as people write it: 05.2021. What cannot be read stays, and is said. */
export function MonthField({ value, onMonth, ...props }: MonthFieldProps) {
  const stored = value === null ? '' : formatMonthNumber(value);
  const [typed, setTyped] = useState({ text: stored, for: stored });
  const [wrong, setWrong] = useState(false);
  // Somebody else's change, or the answer to this one, comes in under the field.
  const text = typed.for === stored ? typed.text : stored;
  const leave = () => {
    const month = readMonth(text);
    setWrong(month === undefined);
    if (month !== undefined && month !== value) onMonth(month);
  };
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      placeholder="MM.JJJJ"
      maxLength={10}
      value={text}
      error={wrong ? texts.children.birthMonthWrong : props.error}
      onChange={({ currentTarget }) => setTyped({ text: currentTarget.value, for: stored })}
      onBlur={leave}
      onKeyDown={({ key }) => key === 'Enter' && leave()}
    />
  );
}
