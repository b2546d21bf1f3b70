/** What a protocol says about how trials become a value. */
export interface CountingRule {
  rule: 'best' | 'mean' | 'sum' | 'single' | 'done';
  better: 'higher' | 'lower' | null;
  /** How many there are to be. */
  trials: number;
}

export interface Trial {
  /** Null for a failed try. */
  value: number | null;
  valid: boolean;
}

/** `open`: trials are missing for a value; `invalid`: all are there and give none. A value there is only when `done`. */
export type Derived = { state: 'done'; value: number } | { state: 'open' | 'invalid'; value: null };

/**
 * The value of a task from its trials. Failed and missing trials never count as 0: the best needs one valid trial, mean and sum need all of
 * them.
 */
export function deriveValue({ rule, better, trials }: CountingRule, made: readonly Trial[]): Derived {
  const values = made.flatMap(({ value, valid }) => (valid && value !== null ? [value] : []));
  const needed = rule === 'best' ? 1 : trials;
  if (values.length < needed) return { state: made.length < trials ? 'open' : 'invalid', value: null };
  return { state: 'done', value: combined(rule, better, values) };
}

function combined(
  rule: CountingRule['rule'],
  better: CountingRule['better'],
  values: readonly number[],
): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (rule === 'mean') return sum / values.length;
  if (rule !== 'best') return sum;
  return better === 'lower' ? Math.min(...values) : Math.max(...values);
}
