import type { FigureValueDto, FractionDto } from '../../reports/report.dto.js';
import { numberText } from './numbers.js';

/**
 * How a number compares with the year before, as a part of a sentence that follows a comma; null without a year before. Differences are
 * those of the numbers as they are shown, so that whoever calculates gets the same. They say more or less, never better or worse, nor why.
 */
export type Comparison = string | null;

const UNCHANGED = 'wie im Vorjahr';

/** `12 mehr als im Vorjahr` */
export function comparedCount({ numerator, previous }: FigureValueDto): Comparison {
  if (previous === null) return null;
  const difference = numerator - previous.numerator;
  if (difference === 0) return 'so viele wie im Vorjahr';
  return `${numberText(Math.abs(difference))} ${moreOrLess(difference)} als im Vorjahr`;
}

/** `3 Prozentpunkte weniger als im Vorjahr` */
export function comparedShare({ value, denominator, previous }: FigureValueDto): Comparison {
  if (value === null || previous === null || previous.value === null) return null;
  const decimals = Math.min(decimalsOf({ denominator }), decimalsOf(previous));
  const difference = rounded(value * 100, decimals) - rounded(previous.value * 100, decimals);
  return pointsText(difference, decimals) ?? UNCHANGED;
}

/** `2,3 mehr als im Vorjahr`, for what has as many decimals as said. */
export function comparedRatio({ value, previous }: FigureValueDto, decimals: number): Comparison {
  if (value === null || previous === null || previous.value === null) return null;
  const difference = rounded(value, decimals) - rounded(previous.value, decimals);
  if (rounded(difference, decimals) === 0) return UNCHANGED;
  return `${numberText(Math.abs(difference), decimals)} ${moreOrLess(difference)} als im Vorjahr`;
}

/** `9 Prozentpunkte weniger`: how one share differs from another; null where it does not, or where there is nothing to compare. */
export function gapText(of: FractionDto, from: FractionDto): string | null {
  if (of.value === null || from.value === null) return null;
  const decimals = Math.min(decimalsOf(of), decimalsOf(from));
  const difference = rounded(of.value * 100, decimals) - rounded(from.value * 100, decimals);
  if (rounded(difference, decimals) === 0) return null;
  return `${points(difference, decimals)} ${moreOrLess(difference)}`;
}

function pointsText(difference: number, decimals: number): string | null {
  if (rounded(difference, decimals) === 0) return null;
  return `${points(difference, decimals)} ${moreOrLess(difference)} als im Vorjahr`;
}

function points(difference: number, decimals: number): string {
  const size = rounded(Math.abs(difference), decimals);
  return size === 1 ? 'einen Prozentpunkt' : `${numberText(size, decimals)} Prozentpunkte`;
}

function moreOrLess(difference: number): string {
  return difference > 0 ? 'mehr' : 'weniger';
}

/** As many as the share is shown with. */
function decimalsOf({ denominator }: Pick<FractionDto, 'denominator'>): number {
  return (denominator ?? 0) >= 1000 ? 1 : 0;
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
