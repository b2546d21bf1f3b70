import type { PublishedCell } from '../annual-figures.js';
import type { CellDto } from '../content.dto.js';
import { wordCell } from './figure-book.js';
import { NONE, numberText } from './numbers.js';

/** Stands where a number of children is hidden. */
const HIDDEN = '.';

/** `1.235`, `≤ 7`, `.` where it is hidden, `–` where there is none. */
export function countText(cell: PublishedCell | undefined): string {
  if (!cell) return NONE;
  if (cell.state === 'hidden') return HIDDEN;
  return cell.count === null ? '≤\u00a07' : numberText(cell.count);
}

/** `38 %`, `.` where it is hidden, `–` where there are too few children for a share. */
export function shareText(cell: PublishedCell | undefined): string {
  if (cell?.state === 'hidden') return HIDDEN;
  return cell === undefined || cell.share === null ? NONE : `${cell.share}\u00a0%`;
}

export interface PartOfWhole {
  part: PublishedCell | undefined;
  whole: PublishedCell | undefined;
}

/** A share with the rounded counts behind it: `38 %`, `450 von 1.200`. */
export function shareCell({ part, whole }: PartOfWhole): CellDto {
  if (!part || !whole) return wordCell(NONE);
  if (part.state === 'hidden' || whole.state === 'hidden') return wordCell(HIDDEN);
  return { text: shareText(part), base: `${countText(part)} von ${countText(whole)}`, figure: null };
}

/** The same as a fraction of 1; null where no share is shown. */
export function shareValue({ part, whole }: PartOfWhole): number | null {
  if (whole?.state === 'hidden' || part === undefined || part.share === null) return null;
  return part.share / 100;
}

/** A change in standard deviations with its interval: `+0,3 (+0,1 bis +0,5)`. */
export function changeText(cell: PublishedCell | undefined): string {
  if (cell?.state === 'hidden') return HIDDEN;
  if (!cell || cell.meanDelta === null || cell.meanLow === null || cell.meanHigh === null) return NONE;
  return `${signed(cell.meanDelta)} (${signed(cell.meanLow)} bis ${signed(cell.meanHigh)})`;
}

const SIGNED = new Intl.NumberFormat('de-DE', {
  ...{ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' },
});

// A hyphen is shorter than the digits beside it.
const signed = (change: number): string => SIGNED.format(change).replace('-', '−');
