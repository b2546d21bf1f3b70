import { Text, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/de';
import { ConfirmButton } from '../../ui/confirm-button';
import { BigButton } from './big-button';
import { isSettled } from './cells';
import { LapResults } from './lap-results';
import classes from './lap-board.module.css';
import { type LapRun, lapsOf, type LapStep, phaseOf, runFrom, step } from './laps';
import { Mute } from './mute';
import { remainingText, secondsLeft } from './run-clock';
import type { Protocol, SheetChild } from './sheet';
import type { Desk } from './use-desk';
import { useKept } from './use-kept';
import { useNow } from './use-now';
import { type Signal, useSignal } from './use-signal';
import { onTouch } from './use-touch';

const words = texts.gym.laps;

/** How often the remaining seconds are looked at, in ms. */
const LOOK = 200;

interface LapBoardProps {
  desk: Desk;
  protocol: Protocol;
  children: readonly SheetChild[];
}

/** A run of many at once: choose who runs, a touch for every lap, and in the end the metres of the lap begun. */
export function LapBoard({ desk, protocol, children }: LapBoardProps) {
  const [run, setRun] = useKept(`gym-laps:${desk.sheet.id}:${protocol.id}`, runFrom);
  const signal = useSignal();
  const seconds = protocol.timerSeconds ?? 0;
  const runs = run.startedAt !== null && run.endedAt === null;
  const now = useNow(runs, LOOK);
  const phase = phaseOf(run, seconds, now);
  const change = (what: LapStep) => setRun((before) => step(before, what));
  const runners = desk.sheet.children.filter(({ childId }) => run.runners.includes(childId));
  useSignalAtTheEnd(phase === 'over' && runs, now - (run.startedAt ?? 0) < (seconds + 5) * 1000, signal);

  if (phase === 'choosing') {
    const open = children.filter((child) => child.hasConsent && !isSettled(desk.taskOf(child, protocol)));
    const start = (at: number) => {
      signal.prepare();
      signal.short();
      change({ kind: 'start', at });
    };
    return <Choosing open={open} run={run} onChange={change} onStart={start} signal={signal} />;
  }
  if (phase === 'over') {
    return <LapResults desk={desk} protocol={protocol} run={run} runners={runners} onChange={change} />;
  }
  const left = secondsLeft(run.startedAt ?? now, seconds, now);
  return <Counting run={run} runners={runners} left={left} protocol={protocol} onChange={change} />;
}

interface ChoosingProps {
  open: readonly SheetChild[];
  run: LapRun;
  onChange: (change: LapStep) => void;
  onStart: (at: number) => void;
  signal: Signal;
}

function Choosing({ open, run, onChange, onStart, signal }: ChoosingProps) {
  if (open.length === 0) return <Text fw={600}>{words.nobodyLeft}</Text>;
  const runners = run.runners.filter((id) => open.some(({ childId }) => childId === id));
  const toggle = (id: string) =>
    onChange({
      kind: 'choose',
      runners: runners.includes(id) ? runners.filter((other) => other !== id) : [...runners, id],
    });
  return (
    <div className={classes.board}>
      <div>
        <h2 className={classes.heading}>{words.choose}</h2>
        <Text c="dimmed">{words.chooseHint}</Text>
      </div>
      <div className={classes.tiles} role="group" aria-label={words.choose}>
        {open.map(({ childId, code }) => (
          <button
            key={childId}
            type="button"
            className={classes.tile}
            aria-pressed={runners.includes(childId)}
            onClick={() => toggle(childId)}
          >
            <span className={classes.code}>{code}</span>
            <span>{runners.includes(childId) ? words.runs : words.waits}</span>
          </button>
        ))}
      </div>
      <div className={classes.actions}>
        <BigButton
          look="quiet"
          onClick={() => onChange({ kind: 'choose', runners: open.map(({ childId }) => childId) })}
        >
          {words.everyone}
        </BigButton>
        <BigButton look="quiet" onClick={() => onChange({ kind: 'choose', runners: [] })}>
          {words.nobody}
        </BigButton>
        <Mute signal={signal} />
        <BigButton
          look="main"
          icon={<IconPlayerPlay size={28} aria-hidden />}
          disabled={runners.length === 0}
          {...onTouch((at) => runners.length > 0 && onStart(at))}
        >
          {words.start(runners.length)}
        </BigButton>
      </div>
    </div>
  );
}

interface CountingProps {
  run: LapRun;
  runners: readonly SheetChild[];
  /** Seconds. */
  left: number;
  protocol: Protocol;
  onChange: (change: LapStep) => void;
}

function Counting({ run, runners, left, protocol, onChange }: CountingProps) {
  const last = runners.find(({ childId }) => childId === run.taps.at(-1)?.childId);
  return (
    <div className={classes.board}>
      <p className={classes.time} role="timer" aria-label={words.left(remainingText(left))}>
        {remainingText(left)}
      </p>
      <Text ta="center" c="dimmed">
        {words.tapHint(protocol.lapMetres ?? 0)}
      </Text>
      <div className={classes.tiles} role="group" aria-label={words.runners}>
        {runners.map(({ childId, code }) => (
          <button
            key={childId}
            type="button"
            className={classes.tile}
            data-last={childId === last?.childId || undefined}
            {...onTouch((at) => onChange({ kind: 'tap', childId, at }))}
          >
            <span className={classes.code}>{code}</span>
            <span className={classes.laps}>{lapsOf(run, childId)}</span>
            <VisuallyHidden>{words.lapWord(lapsOf(run, childId))}</VisuallyHidden>
          </button>
        ))}
      </div>
      <div className={classes.actions}>
        <BigButton
          look="warm"
          icon={<IconArrowBackUp size={24} aria-hidden />}
          disabled={!last}
          onClick={() => onChange({ kind: 'undo' })}
        >
          {last ? words.undoOf(last.code) : words.undo}
        </BigButton>
        <ConfirmButton
          label={words.end}
          question={words.endQuestion}
          text={words.endText}
          confirmLabel={words.end}
          variant="default"
          mih={64}
          worksOffline
          onConfirm={() => {
            onChange({ kind: 'end', at: Date.now() });
            return Promise.resolve();
          }}
        />
      </div>
    </div>
  );
}

/** Once at the end of the time; not for a run that was over long before the page was loaded anew. */
function useSignalAtTheEnd(isOver: boolean, justNow: boolean, { long }: Signal): void {
  const given = useRef(false);
  useEffect(() => {
    if (!isOver) given.current = false;
    else if (!given.current) {
      given.current = true;
      if (justNow) long();
    }
  }, [isOver, justNow, long]);
}
