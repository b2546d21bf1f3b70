import { normalCdf } from './normal.js';

/** Skewness (L), median (M) and variation (S) of a measure at one age and sex. */
export interface Lms {
  l: number;
  m: number;
  s: number;
}

/** Below this L makes no difference any more, and would only lose digits. */
const NO_SKEW = 1e-12;

/**
 * z of a raw value by the LMS method: ((y/M)^L − 1)/(L·S), and ln(y/M)/S for L = 0.
 * Source: Cole TJ, Green PJ (1992): Smoothing reference centile curves: the LMS method and penalized likelihood. Statistics in Medicine
 * 11:1305–1319.
 * @param y raw value in the norm's unit; 0 has an answer while L > 0
 * @returns null where the formula has no answer: y below 0, or 0 with L ≤ 0
 */
export function zOf({ l, m, s }: Lms, y: number): number | null {
  const log = Math.log(y / m);
  // The same formula in a form that does not lose digits as L comes near 0.
  const z = Math.abs(l) < NO_SKEW ? log / s : Math.expm1(l * log) / (l * s);
  return Number.isFinite(z) ? z : null;
}

/**
 * The raw value with this z: the inverse of `zOf` (Cole & Green 1992).
 * @returns null where there is none: the curve ends before it (1 + L·S·z < 0)
 */
export function valueOf({ l, m, s }: Lms, z: number): number | null {
  const y = Math.abs(l) < NO_SKEW ? m * Math.exp(s * z) : m * Math.exp(Math.log1p(l * s * z) / l);
  return Number.isFinite(y) ? y : null;
}

/** Share of the reference population, in percent, with at most this raw value; 100·Φ(z). */
export function percentileOf(z: number): number {
  return 100 * normalCdf(z);
}
