import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconCloudUp,
  IconPencil,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { texts } from '../../texts/de';
import type { Protocol } from './sheet';
import classes from './trial-fields.module.css';
import { unitOf } from './units';
import type { Field, Fields, FieldState } from './use-fields';

const words = texts.gym;

const ICONS: Record<FieldState, Icon | null> = {
  empty: null,
  typing: IconPencil,
  waiting: IconCloudUp,
  stored: IconCircleCheck,
  failed: IconCircleX,
  trouble: IconAlertTriangle,
};

interface TrialFieldsProps {
  form: Fields;
  protocol: Protocol;
  /** Enter in a field with nothing more to store. */
  onNext: () => void;
}

/** The tries of a child at a task, side by side. */
export function TrialFields({ form, protocol, onNext }: TrialFieldsProps) {
  return (
    <div className={classes.fields} role="group" aria-label={words.fields} data-count={form.fields.length}>
      {form.fields.map((field) => (
        <TrialField
          key={field.cell.number}
          field={field}
          form={form}
          unit={unitOf(protocol.unit)}
          onNext={onNext}
        />
      ))}
    </div>
  );
}

interface TrialFieldProps {
  field: Field;
  form: Fields;
  unit: string;
  onNext: () => void;
}

function TrialField({ field, form, unit, onNext }: TrialFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isActive = form.active === field;
  // The keyboard follows the field that is filled in, from try to try and from child to child.
  useEffect(() => {
    if (isActive) input.current?.focus({ preventScroll: true });
  }, [isActive]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (form.save(field) && field.state !== 'typing' && form.isComplete) onNext();
  };
  const isFailed = field.state === 'failed' || field.cell.shown?.valid === false;
  return (
    <div className={classes.field} data-state={field.state} data-active={isActive || undefined}>
      <label htmlFor={id} className={classes.label}>
        {field.cell.label}
      </label>
      <div className={classes.box}>
        <input
          ref={input}
          id={id}
          className={classes.input}
          // The pad on the page is the keyboard; one that is plugged in works as well.
          inputMode="none"
          autoComplete="off"
          value={field.text}
          placeholder={isFailed && field.state !== 'typing' ? words.failedShort : ''}
          aria-describedby={`${id}-state`}
          aria-invalid={field.asked?.kind === 'refused' || undefined}
          onFocus={() => form.activate(field.cell.number)}
          onKeyDown={onKeyDown}
          onChange={({ currentTarget }) =>
            /f$/i.test(currentTarget.value) ? form.fail(field) : form.type(field, currentTarget.value)
          }
        />
        {unit && (
          <span className={classes.unit} aria-hidden>
            {unit}
          </span>
        )}
      </div>
      <State id={`${id}-state`} state={field.state} />
    </div>
  );
}

function State({ id, state }: { id: string; state: FieldState }) {
  const StateIcon = ICONS[state];
  return (
    <span id={id} className={classes.state}>
      {StateIcon && <StateIcon size={16} aria-hidden />}
      {words.cell[state]}
    </span>
  );
}
