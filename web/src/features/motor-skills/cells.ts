import type { PublishedCell, PublishedItem } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatInteger } from '../../ui/format';

const words = texts.motorSkills;
const HUNDRED = 100;

/** Children below average, and all of whom they are a part. */
export interface BelowAverage {
  part: PublishedCell | undefined;
  whole: PublishedCell | undefined;
}

/** The two cells of a group of children; `is` says which group. */
export function belowOf(cells: readonly PublishedCell[], is: (cell: PublishedCell) => boolean): BelowAverage {
  const own = cells.filter(is);
  return {
    part: own.find(({ outcome }) => outcome === 'below'),
    whole: own.find(({ outcome }) => outcome === null),
  };
}

/** The cell that hides the answer, if one of them does. */
export const hiddenOf = ({ part, whole }: BelowAverage): PublishedCell | undefined =>
  [whole, part].find((cell) => cell?.state === 'hidden');

/** A fraction of 1; null where there is no share. */
export const shareOf = ({ part }: BelowAverage): number | null =>
  part === undefined || part.share === null ? null : part.share / HUNDRED;

/** "1.235", "≤ 7", "."; of no children "–". */
export function countInWords(cell: PublishedCell | undefined): string {
  if (!cell) return texts.common.none;
  if (cell.state === 'hidden') return words.hidden;
  return cell.count === null ? words.upTo7 : formatInteger(cell.count);
}

/** For a file: numbers as numbers. */
export const countInFile = (cell: PublishedCell | undefined): string | number | null =>
  cell === undefined ? null : (cell.count ?? countInWords(cell));

/** "38 %" */
export const percentInWords = (share: number): string => `${share} %`;

const SIGNED = new Intl.NumberFormat('de-DE', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

/** A change in standard deviations: 0.2 → "+0,2" */
export const changeInWords = (change: number): string => SIGNED.format(change).replace('-', '−');

/** Why a cell is hidden. */
export const reasonInWords = ({ reason }: PublishedCell): string => wordFor(words.reasons, reason ?? '');

/** The title of a task; where two versions stand side by side, with its version: they are never compared. */
export function itemTitle(item: PublishedItem, all: readonly PublishedItem[]): string {
  const isAlone = all.filter(({ code }) => code === item.code).length === 1;
  return isAlone ? item.title : words.version(item.title, String(item.protocolVersion));
}
