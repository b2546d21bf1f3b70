/** The largest number that is only shown as "≤ 7". */
export const MASKED = 7;
/** To this multiple everything else is rounded. */
export const ROUNDING = 5;

/** What a shown number says: at least `low`, at most `high`. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * How a number of children is shown: null for 0 to 7, otherwise the nearest multiple of 5. After the rule of NHS Digital for hospital statistics
 * since 2018 (1–7 masked, the rest rounded to 5); here 0 is masked as well, for "none" is information about a group.
 */
export const show = (count: number): number | null =>
  count <= MASKED ? null : Math.round(count / ROUNDING) * ROUNDING;

/** All true numbers that are shown like that; null is "≤ 7". */
export function meaning(shown: number | null): Interval {
  if (shown === null) return { low: 0, high: MASKED };
  return { low: Math.max(shown - 2, MASKED + 1), high: shown + 2 };
}
