import { NumberInput, type NumberInputProps } from '@mantine/core';

interface NumberFieldProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  /** Null is an empty field. */
  value?: number | null;
  onChange?: (value: number | null) => void;
}

/** A number as a plain field: takes `form.getInputProps(…)`, gives null when emptied, never corrects by itself. */
export function NumberField({ value, onChange, ...props }: NumberFieldProps) {
  return (
    <NumberInput
      value={value ?? ''}
      onChange={(typed) => onChange?.(typeof typed === 'number' ? typed : null)}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      hideControls
      {...props}
    />
  );
}
