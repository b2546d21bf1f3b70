import type { Lms } from './lms.js';

/** L, M and S at an age in years. */
export interface NormPoint extends Lms {
  age: number;
}

/**
 * L, M and S at an exact age, interpolated linearly between the neighbouring ages.
 * @param points of one task and sex, ages ascending
 * @param age in years
 * @returns null outside the first and the last age: nothing is extrapolated
 */
export function lmsAt(points: readonly NormPoint[], age: number): Lms | null {
  const after = points.findIndex((point) => point.age >= age);
  const [upper, lower] = [points[after], points[after - 1]];
  if (!upper) return null;
  if (upper.age === age) return lmsOf(upper);
  if (!lower) return null;
  const share = (age - lower.age) / (upper.age - lower.age);
  const between = (from: number, to: number): number => from + share * (to - from);
  return { l: between(lower.l, upper.l), m: between(lower.m, upper.m), s: between(lower.s, upper.s) };
}

function lmsOf({ l, m, s }: NormPoint): Lms {
  return { l, m, s };
}
