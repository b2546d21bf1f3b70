import { type Lms, valueOf } from './lms.js';
import { normalQuantile } from './normal.js';

/** What a protocol says about a single trial. */
export interface TrialLimits {
  minValue: number;
  maxValue: number;
  step: number;
  unit: string;
  rule: string;
}

export interface Range {
  low: number;
  high: number;
}

const UNLIKELY = 0.01;
const WIDENED = 0.1;
const FAR_APART = 0.4;
const ROUNDING = 1e-6;

/** What no trial can be. @returns null if it can be one */
export function limitBroken(limits: TrialLimits, value: number): 'range' | 'step' | null {
  const { minValue, maxValue, step } = limits;
  if (!(value >= minValue && value <= maxValue)) return 'range';
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) > ROUNDING ? 'step' : null;
}

/**
 * Where trials usually are: P1 to P99 of the norms, widened at each end by 10 % of that span, inside the hard limits.
 * @returns null without norms, and where a trial is only a part of what the norms count
 */
export function likelyRange(limits: TrialLimits, lms: Lms | null): Range | null {
  if (!lms || limits.rule === 'sum' || limits.rule === 'done') return null;
  const z = normalQuantile(UNLIKELY);
  const [p1, p99] = [valueOf(lms, z) ?? limits.minValue, valueOf(lms, -z) ?? limits.maxValue];
  const more = WIDENED * (p99 - p1);
  return { low: Math.max(limits.minValue, p1 - more), high: Math.min(limits.maxValue, p99 + more) };
}

/**
 * What was probably meant by a value that is not likely: another unit, a lost comma, a lost digit ("12" for 112).
 * @param range the likely one, or the hard limits where there are no norms
 * @returns null if the value is in range or nothing near it would be
 */
export function meantInstead(limits: TrialLimits, value: number, range: Range | null): number | null {
  const { low, high } = range ?? { low: limits.minValue, high: limits.maxValue };
  const fits = (candidate: number): boolean =>
    candidate >= low && candidate <= high && limitBroken(limits, candidate) === null;
  if (fits(value)) return null;
  const lostDigit = limits.unit === 'cm' && Number.isInteger(value) && value >= 0 ? [value + 100] : [];
  // Metres for centimetres and back, kilometres, a lost comma.
  const shifted = [100, 1000, 0.01, 0.1, 10].map((factor) => tidy(value * factor));
  return [...lostDigit, ...shifted].find(fits) ?? null;
}

/**
 * Whether trials of one child differ by more than 40 % of the larger one.
 * Never where trials are parts of a sum (beams of different width), nor where values may be negative and a share says nothing.
 */
export function farApart(limits: TrialLimits, values: readonly number[]): boolean {
  if (values.length < 2 || limits.rule === 'sum' || limits.minValue < 0) return false;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most - least > FAR_APART * most + ROUNDING;
}

/** Where a trial would not be far apart from another one; what was meant is looked for there when there are no norms. */
export function nearTo(limits: TrialLimits, other: number): Range {
  const near = 1 - FAR_APART;
  return { low: Math.max(limits.minValue, other * near), high: Math.min(limits.maxValue, other / near) };
}

/** Without the dust of binary fractions: 1.12 · 100 is 112. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
