import { valueOf } from '../scoring/lms.js';
import type { NormPoint } from '../scoring/norm-lookup.js';
import { normalQuantile } from '../scoring/normal.js';
import type { CurvePointDto } from './norm-set.dto.js';

const Z = {
  p3: normalQuantile(0.03),
  p20: normalQuantile(0.2),
  p50: 0,
  p80: normalQuantile(0.8),
  p97: normalQuantile(0.97),
};

/** The raw values of five percentiles at each age of the norms (Cole & Green 1992). */
export function curveOfPoints(points: readonly NormPoint[]): CurvePointDto[] {
  return points.map(({ age, ...lms }) => ({
    age,
    p3: valueOf(lms, Z.p3),
    p20: valueOf(lms, Z.p20),
    p50: valueOf(lms, Z.p50),
    p80: valueOf(lms, Z.p80),
    p97: valueOf(lms, Z.p97),
  }));
}
