import { IconBan } from '@tabler/icons-react';
import { useId } from 'react';
import { texts } from '../../texts/de';
import { BigButton } from './big-button';
import classes from './not-done.module.css';
import type { Reason } from './sheet';

const words = texts.gym;
export const REASONS: readonly Reason[] = ['ill', 'refused', 'injured', 'support_needs', 'time'];

interface NotDoneProps {
  title?: string;
  /** A try is there already: then something was done. */
  disabled: boolean;
  onSay: (reason: Reason) => void;
}

/** Why a task is not done, in one touch. */
export function NotDone({ title = words.notDone.title, disabled, onSay }: NotDoneProps) {
  const id = useId();
  return (
    <div className={classes.block} role="group" aria-labelledby={id}>
      <span id={id} className={classes.title}>
        {title}
      </span>
      <div className={classes.reasons}>
        {REASONS.map((reason) => (
          <BigButton key={reason} look="quiet" disabled={disabled} onClick={() => onSay(reason)}>
            {words.reasons[reason]}
          </BigButton>
        ))}
      </div>
      {disabled && <span className={classes.hint}>{words.notDone.onlyEmpty}</span>}
    </div>
  );
}

/** What was said, and the way back. */
export function NotDoneSaid({ reason, onTakeBack }: { reason: Reason; onTakeBack: () => void }) {
  return (
    <div className={classes.said}>
      <p className={classes.saidWords}>
        <IconBan size={32} aria-hidden />
        {words.notDone.is(words.reasons[reason])}
      </p>
      <BigButton onClick={onTakeBack}>{words.notDone.takeBack}</BigButton>
    </div>
  );
}
