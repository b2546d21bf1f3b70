import { ActionIcon, Input, NumberInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { texts } from '../texts/de';
import classes from './stepper.module.css';

interface StepperProps {
  label: string;
  description?: React.ReactNode;
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
  /** How much a tap on + or − changes; typing allows every whole number. */
  step?: number;
  error?: React.ReactNode;
  /** Name of the form's field: where the focus goes if it is wrong. */
  field: string;
}

/** A whole number to tap or to type. */
export function Stepper({
  label,
  description,
  value,
  onChange,
  min,
  max,
  step = 1,
  error,
  field,
}: StepperProps) {
  const id = useId();
  const move = (by: number) => onChange(Math.min(max, Math.max(min, (value ?? 0) + by)));
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={error}
      size="md"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      labelProps={{ className: classes.label }}
    >
      <div className={classes.row}>
        <StepButton
          label={texts.common.decrease(label)}
          disabled={value !== null && value <= min}
          onClick={() => move(-step)}
        >
          <IconMinus size={24} aria-hidden />
        </StepButton>
        <NumberInput
          id={id}
          className={classes.number}
          size="lg"
          value={value ?? ''}
          onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          hideControls
          withKeyboardEvents={false}
          error={Boolean(error)}
          inputMode="numeric"
          data-path={field}
        />
        <StepButton
          label={texts.common.increase(label)}
          disabled={value !== null && value >= max}
          onClick={() => move(step)}
        >
          <IconPlus size={24} aria-hidden />
        </StepButton>
      </div>
    </Input.Wrapper>
  );
}

interface StepButtonProps {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function StepButton({ label, disabled, onClick, children }: StepButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size={56}
      radius="lg"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
