import { texts } from '../../texts/de';

const plain = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 4.5 → "4,5"; at most two decimals */
export const formatNumber = (value: number): string => plain.format(value);

/** −1.2744 → "−1,27" */
export const formatZ = (value: number): string => fine.format(value).replace('-', '−');

/** A percentile in words, never 0 and never 100: "10", "unter 1", "über 99". */
export function formatPercentile(percentile: number): string {
  if (percentile < 1) return 'unter 1';
  return percentile > 99 ? 'über 99' : whole.format(percentile);
}

/** The unit as it stands behind a number. */
export const unitWord = (unit: string): string => texts.testUnits[unit] ?? unit;

/** The curves, from the top of the picture down. */
export const PERCENTILES = ['p97', 'p80', 'p50', 'p20', 'p3'] as const;

/** A value of a curve; where the norms end before it, there is none. */
export function valueWords(value: number | null): string {
  return value === null ? '–' : plain.format(value);
}
