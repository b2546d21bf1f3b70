import type { Icon } from '@tabler/icons-react';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useId } from 'react';
import classes from './choice-group.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  icon?: Icon;
  /** Small second line. */
  hint?: string;
}

interface ChoiceGroupProps<Value extends string> {
  legend: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  error?: React.ReactNode;
  /** Name of the form's field: where the focus goes if it is wrong. */
  field: string;
  /** `large` and `wide` (long words, pictures) for fingers in a hurry, `small` for a row of short words. */
  size?: 'large' | 'wide' | 'small';
}

/** Radio buttons as big areas to tap: one choice, arrow keys work, chosen is shown by a tick as well as by colour. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { legend, choices, value, onChange, error, field, size = 'large' } = props;
  const name = useId();
  const errorId = `${name}-error`;
  return (
    <fieldset className={classes.fieldset} aria-describedby={error ? errorId : undefined}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.grid} data-size={size}>
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className={classes.choice}
            data-size={size}
            data-invalid={Boolean(error) || undefined}
          >
            <input
              className={classes.input}
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              data-path={index === 0 ? field : undefined}
              aria-invalid={error ? true : undefined}
            />
            {choice.icon && <choice.icon className={classes.icon} size={28} stroke={1.6} aria-hidden />}
            <span className={classes.words}>
              {choice.label}
              {choice.hint && <span className={classes.hint}>{choice.hint}</span>}
            </span>
            <IconCircleCheckFilled className={classes.tick} size={22} aria-hidden />
          </label>
        ))}
      </div>
      {error && (
        <p id={errorId} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
