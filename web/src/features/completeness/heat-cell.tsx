import { VisuallyHidden } from '@mantine/core';
import { texts } from '../../texts/de';
import classes from './heat-map.module.css';
import type { WeekCounts } from './queries';
import { stepOf } from './rate';

const words = texts.completeness;

/** Weeks of a house in a month: the counts, on the colour of their share; late ones in words. */
export function HeatCell({ counts }: { counts: WeekCounts | undefined }) {
  const step = counts ? stepOf(counts) : null;
  if (!counts || step === null) {
    return (
      <td className={classes.cell}>
        <span aria-hidden>{texts.common.none}</span>
        <VisuallyHidden>{words.notExpected}</VisuallyHidden>
      </td>
    );
  }
  const late = counts.reported - counts.onTime;
  return (
    <td className={classes.cell} data-step={step}>
      <span aria-hidden>
        {words.cell(counts.reported, counts.expected)}
        {late > 0 && <span className={classes.late}>{words.late(late)}</span>}
      </span>
      <VisuallyHidden>
        {words.cellInWords(counts.reported, counts.expected)}
        {late > 0 && words.lateInWords(late)}
      </VisuallyHidden>
    </td>
  );
}
