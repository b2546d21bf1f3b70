import { IconBan, IconCheck, IconX } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { texts } from '../../texts/de';
import { type CellState, cellState } from './cell-state';
import classes from './matrix.module.css';
import type { SheetProtocol, SheetResult } from './queries';

const words = texts.testDays;

/** A sign and, for those who do not see it, its words. */
export function CellSign({ result, protocol }: { result: SheetResult; protocol: SheetProtocol }) {
  const state = cellState(result, protocol);
  const reason = result.reason === null ? '' : `, ${words.reasons[result.reason] ?? result.reason}`;
  return (
    <span className={classes.sign} data-state={state} title={`${words.cells[state]}${reason}`}>
      <Sign state={state} count={`${result.trials.length}/${protocol.trials}`} />
      <VisuallyHidden>{`${words.cells[state]}${reason}`}</VisuallyHidden>
    </span>
  );
}

function Sign({ state, count }: { state: CellState; count: string }) {
  if (state === 'done') return <IconCheck size={18} stroke={2.4} aria-hidden />;
  if (state === 'invalid') return <IconX size={18} stroke={2.4} aria-hidden />;
  if (state === 'notDone') return <IconBan size={18} stroke={2.2} aria-hidden />;
  return <span aria-hidden>{state === 'partial' ? count : '–'}</span>;
}

const SHOWN: readonly CellState[] = ['done', 'partial', 'missing', 'notDone', 'invalid'];

/** What the signs mean. */
export function SignLegend() {
  return (
    <ul className={classes.legend} aria-label={words.day.legend}>
      {SHOWN.map((state) => (
        <li key={state}>
          <span className={classes.sign} data-state={state} aria-hidden>
            <Sign state={state} count="1/2" />
          </span>
          {words.cells[state]}
        </li>
      ))}
    </ul>
  );
}
