import { texts } from '../../texts/de';
import { formatValue, parseValue } from './decimal';
import type { Protocol } from './sheet';
import { unitOf } from './units';

/** What a protocol says about one try. */
export type Limits = Pick<Protocol, 'minValue' | 'maxValue' | 'step' | 'unit'>;

/** With the rule that makes the result of the tries. */
type Rules = Limits & Pick<Protocol, 'rule'>;

/** Where nearly all values of a child of this age lie. */
export interface Likely {
  low: number;
  high: number;
}

export type Check =
  | { kind: 'empty' }
  /** Cannot be: the sentence says what can. */
  | { kind: 'refused'; message: string; suggestion: number | null }
  /** Can be, but hardly: somebody has to say so. */
  | { kind: 'doubtful'; value: number; why: 'unlikely' | 'unlike'; suggestion: number | null }
  | { kind: 'fine'; value: number };

/** Two tries that differ by more than this share of the greater one are asked about (domain: 40 %). */
const UNLIKE = 0.4;
const ROUNDING = 1e-6;

/**
 * Looks at what was typed for one try, before it is stored.
 * @param others the child's other valid tries of the same kind, in the protocol's unit
 * @param likely null where no norm says what is usual
 */
export function checkValue(text: string, limits: Rules, likely: Likely | null, others: number[]): Check {
  if (text.trim() === '') return { kind: 'empty' };
  const value = parseValue(text);
  if (value === null) return { kind: 'refused', message: limitsSentence(limits), suggestion: null };
  if (!isPossible(value, limits)) {
    const suggestion = suggest(value, limits, likely ?? within(limits));
    return { kind: 'refused', message: limitsSentence(limits), suggestion };
  }
  if (likely && (value < likely.low || value > likely.high)) {
    return { kind: 'doubtful', value, why: 'unlikely', suggestion: suggest(value, limits, likely) };
  }
  const unlike = areAlike(limits) ? others.find((other) => differs(value, other)) : undefined;
  if (unlike !== undefined) {
    return { kind: 'doubtful', value, why: 'unlike', suggestion: suggest(value, limits, nearTo(unlike)) };
  }
  return { kind: 'fine', value };
}

/** Inside of the hard limits and on the protocol's step. */
export function isPossible(value: number, { minValue, maxValue, step }: Limits): boolean {
  const steps = value / step;
  return value >= minValue && value <= maxValue && Math.abs(steps - Math.round(steps)) < ROUNDING;
}

/** Tries at the same thing, on a scale with a true zero: beams differ, and 1 cm above the sole is not half of 2. */
function areAlike({ rule, minValue }: Rules): boolean {
  return minValue >= 0 && rule !== 'sum';
}

/** True if two tries of one child differ by more than 40 % of the greater one. */
export function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > UNLIKE * Math.max(a, b) + ROUNDING;
}

/** "Bitte 5 bis 260 cm, ganze Zahlen." */
export function limitsSentence({ minValue, maxValue, step, unit }: Limits): string {
  const [low, high] = [minValue, maxValue].map((limit) => formatLimit(limit));
  return texts.gym.limits(`${low} bis ${high} ${unitOf(unit)}`, step);
}

/** The slips that happen most, likeliest first: a lost leading 1, metres for centimetres, kilometres, a lost comma or zero. */
const SLIPS: readonly ((value: number, limits: Limits) => number)[] = [
  (value, { unit }) => (unit === 'cm' && Number.isInteger(value) && value >= 0 ? value + 100 : NaN),
  ...[100, 1000, 0.01, 0.1, 10].map((factor) => (value: number) => value * factor),
];

/** What was probably meant, if one usual slip leads to a likely value; null otherwise. */
function suggest(value: number, limits: Limits, { low, high }: Likely): number | null {
  const meant = SLIPS.map((slip) => round(slip(value, limits))).find(
    (other) => other >= low && other <= high && isPossible(other, limits),
  );
  return meant ?? null;
}

/** 4.87 and not 4.870000000000001. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Where a try would not be unlike another one. */
const nearTo = (other: number): Likely => ({ low: other * (1 - UNLIKE), high: other / (1 - UNLIKE) });

const within = ({ minValue, maxValue }: Limits): Likely => ({ low: minValue, high: maxValue });

const formatLimit = (limit: number): string => String(limit).replace('.', ',').replace('-', '−');

/** The other way round, for sentences: −3,5 cm. */
export function inWords(value: number, { step, unit }: Pick<Limits, 'step' | 'unit'>): string {
  return `${formatValue(value, step).replace('-', '−')} ${unitOf(unit)}`.trim();
}
