import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import type { Import } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import classes from './outcome-tiles.module.css';
import { type Outcome, OUTCOMES } from './queries';

const words = texts.imports.outcome;
const icons = { new: IconPlus, changed: IconPencil, unchanged: IconEqual, wrong: IconAlertTriangle };

interface OutcomeTilesProps {
  totals: Import['totals'];
  /** Whose rows are shown. */
  chosen: Outcome;
  onChoose: (outcome: Outcome) => void;
}

/** How many rows there are of each outcome; choosing one shows them. */
export function OutcomeTiles({ totals, chosen, onChoose }: OutcomeTilesProps) {
  return (
    <div role="group" aria-label={words.label} className={classes.tiles}>
      {OUTCOMES.map((outcome) => {
        const OutcomeIcon = icons[outcome];
        return (
          <UnstyledButton
            key={outcome}
            className={classes.tile}
            aria-pressed={outcome === chosen}
            onClick={() => onChoose(outcome)}
          >
            <span className={classes.count}>{formatInteger(totals[outcome])}</span>
            <span className={classes.label}>
              <OutcomeIcon size={18} aria-hidden />
              {words[outcome]}
            </span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}
