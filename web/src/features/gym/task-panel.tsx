import { Alert } from '@mantine/core';
import { IconArrowRight, IconCheck, IconX } from '@tabler/icons-react';
import { type RefObject, useEffect } from 'react';
import { texts } from '../../texts/de';
import { BigButton } from './big-button';
import { Countdown } from './countdown';
import { NotDone, NotDoneSaid } from './not-done';
import { NumberPad } from './number-pad';
import { Question } from './question';
import type { Protocol, SheetChild } from './sheet';
import { Stopwatch } from './stopwatch';
import classes from './task-panel.module.css';
import { TrialFields } from './trial-fields';
import { isOneTouch, type PadKey, press } from './typing';
import type { Desk } from './use-desk';
import { type Field, type Fields, useFields } from './use-fields';

const words = texts.gym;

interface TaskPanelProps {
  desk: Desk;
  child: SheetChild;
  protocol: Protocol;
  /** Where "Weiter" leads to; null at the end. */
  next: { label: string; go: () => void } | null;
  /** How to leave: stores what was typed, or answers false if something has to be said first. */
  leaving: RefObject<Leave>;
}

export type Leave = () => boolean;

/** One child, one task: tries, pad, timer, and why it is not done. To be keyed by child and task. */
export function TaskPanel({ desk, child, protocol, next, leaving }: TaskPanelProps) {
  const form = useFields(desk, child, protocol);
  const task = desk.taskOf(child, protocol);
  useEffect(() => {
    leaving.current = () => form.leave();
  });
  if (task.reason !== null) {
    return (
      <div className={classes.panel}>
        <NotDoneSaid reason={task.reason} onTakeBack={() => desk.sayNotDone(child, [protocol], null)} />
        <Next next={next} isMain />
      </div>
    );
  }
  const asking =
    form.fields.find(({ state }) => state === 'trouble') ?? form.fields.find(({ asked }) => asked);
  const parts = { form, child, protocol, next };
  return (
    <div className={classes.panel}>
      <div className={classes.tries}>
        {!asking && form.active && <Timer desk={desk} {...parts} field={form.active} />}
        {protocol.unit !== 'yes_no' && (
          <TrialFields form={form} protocol={protocol} onNext={() => next?.go()} />
        )}
        {task.state === 'invalid' && <Alert color="sonne">{words.invalid}</Alert>}
      </div>
      <div className={classes.answer}>
        {asking ? <Question field={asking} form={form} protocol={protocol} /> : <Answers {...parts} />}
      </div>
      <NotDone disabled={task.filled > 0} onSay={(reason) => desk.sayNotDone(child, [protocol], reason)} />
    </div>
  );
}

interface PartProps {
  form: Fields;
  child: SheetChild;
  protocol: Protocol;
  next: TaskPanelProps['next'];
}

function Answers({ form, protocol, next }: PartProps) {
  const field = form.active;
  if (!field) return null;
  if (protocol.unit === 'yes_no') return <YesNo form={form} field={field} next={next} />;
  const onKey = (key: PadKey) => {
    const text = press(isOneTouch(protocol) ? '' : field.text, key, protocol);
    if (isOneTouch(protocol) && key !== 'back') form.save(field, { text });
    else form.type(field, text);
  };
  return (
    <NumberPad limits={protocol} onKey={onKey}>
      <BigButton look="quiet" icon={<IconX size={22} aria-hidden />} onClick={() => form.fail(field)}>
        {words.failed}
      </BigButton>
      <BigButton
        look={field.state === 'typing' ? 'main' : 'plain'}
        icon={<IconCheck size={24} aria-hidden />}
        disabled={field.state !== 'typing'}
        onClick={() => form.save(field)}
      >
        {words.save}
      </BigButton>
      <Next next={next} isMain={form.isComplete && field.state !== 'typing'} />
    </NumberPad>
  );
}

function YesNo({ form, field, next }: { form: Fields; field: Field; next: TaskPanelProps['next'] }) {
  const value = field.cell.shown?.value;
  return (
    <div className={classes.yesNo}>
      <BigButton
        look={value === 1 ? 'warm' : 'plain'}
        aria-pressed={value === 1}
        icon={<IconCheck size={36} aria-hidden />}
        onClick={() => form.answer(field, true)}
      >
        {words.yes}
      </BigButton>
      <BigButton
        look={value === 0 ? 'warm' : 'plain'}
        aria-pressed={value === 0}
        icon={<IconX size={36} aria-hidden />}
        onClick={() => form.answer(field, false)}
      >
        {words.no}
      </BigButton>
      <Next next={next} isMain={form.isComplete} />
    </div>
  );
}

function Next({ next, isMain }: { next: TaskPanelProps['next']; isMain: boolean }) {
  if (!next) return null;
  return (
    <BigButton
      look={isMain ? 'main' : 'plain'}
      icon={<IconArrowRight size={24} aria-hidden />}
      onClick={next.go}
    >
      {next.label}
    </BigButton>
  );
}

/** What measures the time, where the task needs it. */
function Timer({ desk, form, child, protocol, field }: PartProps & { desk: Desk; field: Field }) {
  const name = `gym-time:${desk.sheet.id}:${child.childId}:${protocol.id}`;
  const fill = (text: string) => form.type(field, text);
  if (protocol.timer === 'stopwatch') {
    return <Stopwatch name={name} code={child.code} label={field.cell.label} onTime={fill} />;
  }
  if (protocol.timer === 'countdown' && protocol.timerSeconds) {
    return <Countdown name={name} seconds={protocol.timerSeconds} code={child.code} onCount={fill} />;
  }
  return null;
}
