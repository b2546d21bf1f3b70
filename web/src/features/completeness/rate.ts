import type { WeekCounts } from './queries';

/** Steps of the scale: nothing, less than half, half and more, more than three quarters, all. */
export const STEPS = ['none', 'few', 'many', 'nearly', 'all'] as const;

const HALF = 0.5;
const THREE_QUARTERS = 0.75;

/** The step of the scale; null where nothing was expected. */
export function stepOf({ reported, expected }: WeekCounts): number | null {
  if (expected === 0) return null;
  const rate = reported / expected;
  if (rate === 0) return 0;
  if (rate < HALF) return 1;
  if (rate <= THREE_QUARTERS) return 2;
  return rate < 1 ? 3 : 4;
}

/** Less than half of what was expected is entered. */
export const isLow = ({ reported, expected }: WeekCounts): boolean => reported < expected * HALF;

/** The months of a school year up to a day, as `2026-08`. */
export function monthsUntil(schoolYear: number, asOf: string): string[] {
  const all = Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 7) % 12) + 1;
    return `${month > 7 ? schoolYear : schoolYear + 1}-${String(month).padStart(2, '0')}`;
  });
  return all.filter((month) => month <= asOf.slice(0, 7));
}
