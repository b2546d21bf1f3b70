/** 1 (far below average) … 5 (far above average). */
export type PerformanceClass = 1 | 2 | 3 | 4 | 5;

/** The five classes of display: below 20, 40, 60, 80 percent, and from 80 on. @param percentile of the performance, not of the raw value */
export function classOf(percentile: number): PerformanceClass {
  if (percentile < 20) return 1;
  if (percentile < 40) return 2;
  if (percentile < 60) return 3;
  if (percentile < 80) return 4;
  return 5;
}
