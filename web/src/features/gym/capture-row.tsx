import { NativeSelect } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCloudUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { texts } from '../../texts/de';
import classes from './capture-view.module.css';
import { REASONS } from './not-done';
import { Question } from './question';
import type { Protocol, Reason, SheetChild } from './sheet';
import { meaningOf } from './shorthand';
import type { Desk } from './use-desk';
import { type Field, type Fields, useFields } from './use-fields';

const words = texts.gym.capture;

interface CaptureRowProps {
  desk: Desk;
  child: SheetChild;
  protocol: Protocol;
}

/** A child's line of the paper: what is typed is stored as soon as somebody goes on, and asked about below without a stop. */
export function CaptureRow({ desk, child, protocol }: CaptureRowProps) {
  const form = useFields(desk, child, protocol);
  const { reason, filled } = desk.taskOf(child, protocol);
  const say = (said: Reason | null) => desk.sayNotDone(child, [protocol], said);
  const open = form.fields.filter(needsWord);
  return (
    <>
      <tr>
        <th scope="row">{child.code}</th>
        {form.fields.map((field) => (
          <td key={field.cell.number}>
            <CaptureCell
              field={field}
              form={form}
              protocol={protocol}
              code={child.code}
              disabled={reason !== null}
              onReason={filled === 0 ? say : null}
            />
          </td>
        ))}
        <td>
          <NativeSelect
            aria-label={words.reasonOf(child.code)}
            // The letters of the printed sheet do the same from the keyboard, without a stop at every child.
            tabIndex={reason === null ? -1 : 0}
            value={reason ?? ''}
            disabled={filled > 0}
            onChange={({ currentTarget }) => say(REASONS.find((one) => one === currentTarget.value) ?? null)}
            data={[
              { value: '', label: words.none },
              ...REASONS.map((value) => ({ value, label: texts.gym.reasons[value] })),
            ]}
          />
        </td>
      </tr>
      {open.map((field) => (
        <tr key={field.cell.number}>
          <td colSpan={form.fields.length + 2} className={classes.asked}>
            <span className={classes.where}>{words.field(child.code, field.cell.label)}</span>
            <Question beside field={field} form={form} protocol={protocol} />
          </td>
        </tr>
      ))}
    </>
  );
}

/** Somebody has to say something about it. */
const needsWord = ({ asked, state }: Field): boolean => asked !== null || state === 'trouble';

interface CaptureCellProps {
  field: Field;
  form: Fields;
  protocol: Protocol;
  code: string;
  disabled: boolean;
  /** Null where a try is there already. */
  onReason: ((reason: Reason) => void) | null;
}

function CaptureCell({ field, form, protocol, code, disabled, onReason }: CaptureCellProps) {
  const isWrong = needsWord(field);
  const store = () => {
    if (field.state !== 'typing' && field.state !== 'trouble') return;
    const meaning = meaningOf(field.text, protocol);
    if (meaning.kind === 'failed') form.fail(field);
    else if (meaning.kind === 'answer') form.answer(field, meaning.yes);
    else if (meaning.kind === 'reason' && onReason) {
      form.type(field, '');
      form.save(field, { text: '' });
      onReason(meaning.reason);
    } else if (!isWrong) form.save(field, { text: meaning.kind === 'text' ? meaning.text : field.text });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Who comes back to a value that is asked about gets to the answers by the Tab key; Enter always goes on.
    const goesOn = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && !isWrong);
    const next = goesOn ? cellAfter(event.currentTarget) : null;
    if (event.key === 'Enter') event.preventDefault();
    if (!next) {
      if (event.key === 'Enter') store();
      return;
    }
    event.preventDefault();
    next.focus();
    next.select();
  };
  return (
    <div className={classes.cell} data-state={isWrong ? 'trouble' : field.state}>
      <input
        className={classes.input}
        aria-label={words.field(code, field.cell.label)}
        aria-invalid={isWrong || undefined}
        inputMode="decimal"
        autoComplete="off"
        data-capture
        disabled={disabled}
        value={textIn(field, protocol)}
        onChange={({ currentTarget }) => form.type(field, currentTarget.value)}
        onBlur={store}
        onKeyDown={onKeyDown}
      />
      <Sign field={field} isWrong={isWrong} />
    </div>
  );
}

function Sign({ field, isWrong }: { field: Field; isWrong: boolean }) {
  const cell = texts.gym.cell;
  if (isWrong) return <IconAlertTriangle size={18} role="img" aria-label={cell.trouble} />;
  if (field.state === 'waiting') return <IconCloudUp size={18} role="img" aria-label={cell.waiting} />;
  if (field.state === 'stored' || field.state === 'failed')
    return <IconCircleCheck size={18} role="img" aria-label={cell.stored} />;
  return null;
}

/** As on the paper: F for a failed try, J and N for stations. */
function textIn({ text, state, cell: { shown } }: Field, { unit }: Protocol): string {
  if (state === 'typing' || shown === null) return text;
  if (!shown.valid) return words.failed;
  if (unit !== 'yes_no') return text;
  return shown.value === 1 ? words.yes : words.no;
}

function cellAfter(input: HTMLInputElement): HTMLInputElement | null {
  const all = [
    ...(input.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-capture]:enabled') ?? []),
  ];
  return all[all.indexOf(input) + 1] ?? null;
}
