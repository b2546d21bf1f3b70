import { Portal, VisuallyHidden } from '@mantine/core';
import { IconStopwatch } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { BigButton } from './big-button';
import { preciseNow, stopwatchText } from './run-clock';
import { timedRunFrom } from './timed-run';
import classes from './timer.module.css';
import { useKept } from './use-kept';
import { useNow } from './use-now';
import { onTouch } from './use-touch';

const words = texts.gym.stopwatch;

interface StopwatchProps {
  /** Under which the running time is kept on the device. */
  name: string;
  code: string;
  label: string;
  /** Seconds with hundredths and a comma. */
  onTime: (text: string) => void;
}

/** One touch starts, one anywhere on the screen stops; the time goes into the field, where it can be put right. */
export function Stopwatch({ name, code, label, onTime }: StopwatchProps) {
  const [run, setRun] = useKept(name, timedRunFrom);
  const stop = (at: number) => {
    if (!run) return;
    onTime(stopwatchText(at - run.startedAt));
    setRun(() => null);
  };
  return (
    <>
      <BigButton
        look="main"
        icon={<IconStopwatch size={30} aria-hidden />}
        {...onTouch((at) => setRun((now) => now ?? { startedAt: at, count: 0 }))}
      >
        {words.title}: {words.start} ({label})
      </BigButton>
      {run && <Running startedAt={run.startedAt} code={code} onStop={stop} />}
    </>
  );
}

interface RunningProps {
  startedAt: number;
  code: string;
  onStop: (at: number) => void;
}

function Running({ startedAt, code, onStop }: RunningProps) {
  const now = useNow(true);
  return (
    <Portal>
      <div className={classes.cover} role="dialog" aria-modal aria-label={words.running(code)}>
        <button type="button" className={classes.whole} autoFocus {...onTouch(onStop)}>
          <VisuallyHidden>{words.stop}</VisuallyHidden>
        </button>
        <div className={classes.face}>
          <span className={classes.code}>{code}</span>
          <span className={classes.time} aria-hidden>
            {stopwatchText(Math.max(now, preciseNow()) - startedAt)}
          </span>
          <span className={classes.word} aria-hidden>
            {words.stop}
          </span>
          <span>{words.anywhere}</span>
        </div>
      </div>
    </Portal>
  );
}
