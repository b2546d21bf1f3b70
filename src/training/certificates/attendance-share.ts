const MINUTES_PER_UNIT = 45;

/** `participation`: enough of it was attended; `hours`: the paper says how much, and that it was not enough. */
export type CertificateKind = 'participation' | 'hours';

export interface Share {
  attendedMinutes: number;
  totalMinutes: number;
  thresholdPercent: number;
}

/** Exactly at the threshold is enough. In whole numbers, so that no rounding decides about anybody. */
export function kindOf({ attendedMinutes, totalMinutes, thresholdPercent }: Share): CertificateKind {
  return attendedMinutes > 0 && attendedMinutes * 100 >= thresholdPercent * totalMinutes
    ? 'participation'
    : 'hours';
}

/** Teaching units of 45 minutes, to one decimal, halves upwards: 101 → 2.2, 102 → 2.3. */
export function teachingUnits(minutes: number): number {
  return Math.round((minutes * 10) / MINUTES_PER_UNIT) / 10;
}
