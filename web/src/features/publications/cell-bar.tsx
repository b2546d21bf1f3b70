import { Text } from '@mantine/core';
import type { PublicationSummary } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger, formatShare } from '../../ui/format';
import classes from './preview.module.css';

const words = texts.publications.preview;
const STATES = ['rounded', 'upTo7', 'hidden'] as const;

/** How many numbers would be shown, masked and hidden: as a bar, and in words. */
export function CellBar({ summary }: { summary: PublicationSummary }) {
  const { cells } = summary;
  return (
    <div>
      <Text fw={600} mb={4}>
        {words.cells(formatInteger(cells))}
      </Text>
      <div className={classes.bar} aria-hidden>
        {STATES.map((state) => (
          <div
            key={state}
            className={classes.part}
            data-state={state}
            style={{ flex: `${summary[state]} 1 0` }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {STATES.map((state) => (
          <li key={state} className={classes.entry}>
            <span className={classes.swatch} data-state={state} aria-hidden />
            <span className="numbers">
              {`${formatInteger(summary[state])} ${words[state]} (${formatShare(summary[state], cells)})`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
