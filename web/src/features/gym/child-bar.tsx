import { VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { BigButton } from './big-button';
import classes from './child-bar.module.css';
import type { Desk } from './use-desk';

interface ChildBarProps {
  /** The child's code, large: said aloud and compared with the shirt. */
  code: string;
  /** Below the code: the place in the row. */
  note: string;
  group: string;
  back: { label: string; go: () => void } | null;
  undo: Desk['undo'];
}

/** Who is being tested, with the ways back: to the one before, and to what stood there before. */
export function ChildBar({ code, note, group, back, undo }: ChildBarProps) {
  return (
    <div className={classes.bar}>
      <BigButton
        look="quiet"
        icon={<IconArrowLeft size={24} aria-hidden />}
        disabled={back === null}
        onClick={back?.go}
      >
        <span className={classes.onlyWide}>{back?.label ?? texts.common.back}</span>
      </BigButton>
      <div className={classes.who} aria-live="polite">
        <h2 className={classes.code}>{code}</h2>
        <span className={classes.note}>
          <span className={classes.onlyWide}>{group ? `${group}, ` : ''}</span>
          {note}
        </span>
      </div>
      <BigButton
        look="quiet"
        icon={<IconArrowBackUp size={24} aria-hidden />}
        disabled={undo === null}
        onClick={undo?.back}
      >
        <span className={classes.onlyWide}>
          {texts.gym.undo}
          {undo && <small className={classes.what}>{undo.words}</small>}
        </span>
      </BigButton>
      <VisuallyHidden role="status">{undo && texts.gym.last(undo.words)}</VisuallyHidden>
    </div>
  );
}
