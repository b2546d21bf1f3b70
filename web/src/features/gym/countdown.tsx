import { Portal, VisuallyHidden } from '@mantine/core';
import { IconHandFinger, IconHourglassLow, IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/de';
import { BigButton } from './big-button';
import { remainingText, secondsLeft } from './run-clock';
import { type TimedRun, timedRunFrom } from './timed-run';
import classes from './timer.module.css';
import { useKept } from './use-kept';
import { useNow } from './use-now';
import { type Signal, useSignal } from './use-signal';
import { onTouch } from './use-touch';
import { Mute } from './mute';

const words = texts.gym.countdown;
/** Who still counts when the time is over does not touch another button by that, in ms. */
const REST = 700;
/** How often the remaining seconds are looked at, in ms. */
const LOOK = 100;

interface CountdownProps {
  /** Under which the running time is kept on the device. */
  name: string;
  seconds: number;
  code: string;
  onCount: (text: string) => void;
}

/** The time runs down with sound and vibration; whoever likes counts along by tapping anywhere. */
export function Countdown({ name, seconds, code, onCount }: CountdownProps) {
  const [run, setRun] = useKept(name, timedRunFrom);
  const signal = useSignal();
  const start = (at: number) => {
    signal.prepare();
    signal.short();
    setRun((now) => now ?? { startedAt: at, count: 0 });
  };
  const take = (count: number) => {
    onCount(String(count));
    setRun(() => null);
  };
  return (
    <div className={classes.start}>
      <BigButton look="main" icon={<IconHourglassLow size={30} aria-hidden />} {...onTouch(start)}>
        {words.start(seconds)}
      </BigButton>
      <Mute signal={signal} />
      {run && (
        <Running
          run={run}
          seconds={seconds}
          code={code}
          signal={signal}
          onCount={(by) => setRun((now) => now && { ...now, count: Math.max(0, now.count + by) })}
          onTake={take}
          onClose={() => setRun(() => null)}
        />
      )}
    </div>
  );
}

interface RunningProps {
  run: TimedRun;
  seconds: number;
  code: string;
  signal: Signal;
  onCount: (by: number) => void;
  onTake: (count: number) => void;
  onClose: () => void;
}

function Running({ run, seconds, code, signal, onCount, onTake, onClose }: RunningProps) {
  const now = useNow(true, LOOK);
  const left = secondsLeft(run.startedAt, seconds, now);
  const isOver = left === 0;
  const rests = now < run.startedAt + seconds * 1000 + REST;
  useEndSignal(isOver, rests, signal);
  return (
    <Portal>
      <div className={classes.cover} role="dialog" aria-modal aria-label={`${words.title}: ${code}`}>
        <div className={classes.screen}>
          <button
            type="button"
            className={classes.whole}
            data-over={isOver || undefined}
            autoFocus
            disabled={isOver}
            {...onTouch(() => onCount(1))}
          >
            <VisuallyHidden>{words.count}</VisuallyHidden>
          </button>
          <div className={classes.face} data-over={isOver || undefined}>
            <span className={classes.code}>{code}</span>
            <span className={classes.time} role="timer">
              {isOver ? words.over : remainingText(left)}
            </span>
            <span className={classes.count}>
              <IconHandFinger size={36} aria-hidden /> {run.count}
            </span>
            {!isOver && <span>{words.hint}</span>}
          </div>
        </div>
        <div className={classes.bar}>
          <BigButton icon={<IconMinus size={24} aria-hidden />} onClick={() => onCount(-1)}>
            {words.less}
          </BigButton>
          {isOver ? (
            <>
              <BigButton icon={<IconPlus size={24} aria-hidden />} onClick={() => onCount(1)}>
                {words.count}
              </BigButton>
              <BigButton look="main" disabled={rests} onClick={() => onTake(run.count)}>
                {words.take(String(run.count))}
              </BigButton>
              <BigButton disabled={rests} onClick={onClose}>
                {words.close}
              </BigButton>
            </>
          ) : (
            <BigButton icon={<IconX size={24} aria-hidden />} onClick={onClose}>
              {words.stop}
            </BigButton>
          )}
        </div>
      </div>
    </Portal>
  );
}

/** Once, and not again for a run that was over long before the page was loaded anew. */
function useEndSignal(isOver: boolean, justNow: boolean, { long }: Signal): void {
  const given = useRef(false);
  useEffect(() => {
    if (!isOver || given.current) return;
    given.current = true;
    if (justNow) long();
  }, [isOver, justNow, long]);
}
