import type { ProfileResult } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';

const words = texts.results;
const NUMBER = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });
const SIGNED = new Intl.NumberFormat('de-DE', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});
const AGE = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** −2.5 → "−2,5" */
export const formatValue = (value: number): string => minus(NUMBER.format(value));

/** Standard deviations: 0.4 → "+0,40" */
export const formatChange = (change: number): string => minus(SIGNED.format(change));

/** 5.42 → "5,4" */
export const formatAge = (years: number): string => AGE.format(years);

// A hyphen is shorter than the digits beside it.
const minus = (text: string): string => text.replace('-', '−');

/** "92 cm"; a station was managed or tried. */
export function valueWithUnit(value: number, unit: string): string {
  if (unit === 'yes_no') return value >= 1 ? words.station.done : words.station.tried;
  const one = value === 1 ? words.one[unit] : undefined;
  return `${formatValue(value)} ${one ?? wordFor(words.units, unit)}`;
}

/** Whole, but never 0 or 100: nobody is worse or better than everybody. "≥" where more was not possible. */
export function formatPercentile(percentile: number, atCeiling = false): string {
  const whole = Math.min(99, Math.max(1, Math.round(percentile)));
  if (atCeiling) return `≥ ${whole}`;
  if (percentile < 0.5) return '< 1';
  return percentile > 99.5 ? '> 99' : String(whole);
}

/** The class in words. */
export const classWord = (place: number): string => words.classes[place - 1] ?? String(place);

/** What there is to say where no value is. */
export function stateInWords({ state, reason }: Pick<ProfileResult, 'state' | 'reason'>): string {
  if (state === 'not_done') return words.states.not_done(wordFor(words.reasons, reason ?? ''));
  return state === 'invalid' ? words.states.invalid : words.states.open;
}
