import { classOf, type PerformanceClass } from './classes.js';
import { percentileOf, zOf } from './lms.js';
import { lmsAt, type NormPoint } from './norm-lookup.js';

export type NormSex = 'male' | 'female';

/** The norms of one task: what they count, and a curve for each sex that they know. */
export interface ItemNorm {
  /** Which raw value is the better performance. */
  better: 'higher' | 'lower';
  curves: Partial<Record<NormSex, readonly NormPoint[]>>;
}

export interface Measured {
  /** `male` or `female`; any other has no norm. */
  sex: string | null;
  /** Exact, in years, on the day of the test. */
  age: number;
  /** In the norm's unit. */
  value: number;
  /** The best that the task allows to be counted; null: no such end. */
  ceiling?: number | null;
}

export interface Score {
  /** Of the raw value, like `percentile`: with `better: lower` a good time is below 0. */
  z: number;
  percentile: number;
  performanceZ: number;
  performancePercentile: number;
  class: PerformanceClass;
  /** The value is the ceiling: the performance is at least this good. */
  capped: boolean;
}

/** Why there is no score: no norms for the task, the sex, at the age, or of such a value. */
export type NoNorm = 'item' | 'sex' | 'age' | 'value';

/** The score of a raw value by norms (Cole & Green 1992), or why there is none. Never guesses beyond the ages of the norms. */
export function scoreOf(norm: ItemNorm | null, measured: Measured): Score | NoNorm {
  if (!norm) return 'item';
  const curve = curveOf(norm, measured.sex);
  if (!curve) return 'sex';
  const lms = lmsAt(curve, measured.age);
  if (!lms) return 'age';
  const z = zOf(lms, measured.value);
  return z === null ? 'value' : scored(z, norm.better, measured);
}

/** The points of a sex; null for any other than male and female, and where the norms have none. */
export function curveOf({ curves }: ItemNorm, sex: string | null): readonly NormPoint[] | null {
  return (sex === 'male' || sex === 'female' ? curves[sex] : null) ?? null;
}

function scored(z: number, better: ItemNorm['better'], { value, ceiling = null }: Measured): Score {
  // Turned round as z, not as 100 − percentile, which would lose the digits of a very good time.
  const performanceZ = better === 'lower' ? 0 - z : z;
  const performancePercentile = percentileOf(performanceZ);
  return {
    z,
    percentile: percentileOf(z),
    performanceZ,
    performancePercentile,
    class: classOf(performancePercentile),
    capped: ceiling !== null && better === 'higher' && value >= ceiling,
  };
}
