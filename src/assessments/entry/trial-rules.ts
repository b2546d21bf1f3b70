import { Problem } from '../../kernel/problem/problem.js';
import { farApart, limitBroken, meantInstead, nearTo, type Range } from '../scoring/plausibility.js';
import type { LikelyDto, SheetProtocolDto } from './sheet.dto.js';

/** What a protocol says about a single trial. */
export type TrialProtocol = Pick<
  SheetProtocolDto,
  'trials' | 'trialLabels' | 'minValue' | 'maxValue' | 'step' | 'rule' | 'unit'
>;

export interface WantedTrial {
  number: number;
  value: number | null;
  valid: boolean;
}

const UNIT_WORDS: Record<string, string> = {
  jumps: 'Sprünge',
  cm: 'cm',
  steps: 'Schritte',
  count: 'Wiederholungen',
  s: 'Sekunden',
  m: 'Meter',
  contacts: 'Bodenkontakte',
};

/**
 * The hard limits of a protocol: what no trial can be.
 * @throws Problem 422 `out_of_range` that says what is expected, and what was probably meant; `invalid` for half a trial
 */
export function assertPossible(protocol: TrialProtocol, wanted: WantedTrial): void {
  assertNumber(protocol, wanted.number);
  const { value, valid } = wanted;
  if (!valid) {
    if (value !== null)
      throw Problem.invalid('value', 'Wert: Ein Fehlversuch hat keinen Wert. Bitte das Feld leer lassen.');
    return;
  }
  if (value === null)
    throw Problem.invalid('value', `Wert fehlt: ${expected(protocol)} Oder als Fehlversuch eintragen.`);
  if (limitBroken(protocol, value) === null) return;
  const suggested = meantInstead(protocol, value, null);
  const message = `Wert: ${expected(protocol)}${meant(suggested, protocol)}`;
  throw refused('out_of_range', message, { suggested });
}

function assertNumber({ trials }: TrialProtocol, number: number): void {
  if (number <= trials) return;
  const message =
    trials === 1
      ? 'Versuch: Diese Aufgabe hat nur einen Versuch.'
      : `Versuch: bitte 1 bis ${trials} angeben.`;
  throw Problem.invalid('number', message, 'out_of_range');
}

/**
 * The soft limits: what a trial hardly ever is.
 * @param others valid values of the other trials
 * @throws Problem 422 `implausible` with the likely range and what was probably meant
 */
export function assertLikely(
  protocol: TrialProtocol,
  value: number,
  likely: LikelyDto | null,
  others: readonly number[],
): void {
  if (likely && (value < likely.low || value > likely.high)) {
    const suggested = meantInstead(protocol, value, likely);
    const usual = `Üblich sind hier ${german(likely.low)} bis ${quantity(likely.high, protocol)}.`;
    const message = `Wirklich ${quantity(value, protocol)}?${meant(suggested, protocol)} ${usual}`;
    throw refused('implausible', message, { likely, suggested });
  }
  const other = others.find((each) => farApart(protocol, [each, value]));
  if (other === undefined) return;
  const suggested = meantInstead(protocol, value, nearTo(protocol, other));
  const message = `Wirklich ${quantity(value, protocol)}? Der andere Versuch war ${quantity(other, protocol)}.${meant(suggested, protocol)}`;
  throw refused('implausible', message, { likely, suggested });
}

/** The likely range in whole steps of the protocol. */
export function inSteps({ step }: Pick<TrialProtocol, 'step'>, range: Range | null): LikelyDto | null {
  if (!range) return null;
  const low = tidy(Math.ceil(range.low / step - 1e-9) * step);
  const high = tidy(Math.floor(range.high / step + 1e-9) * step);
  return low <= high ? { low, high } : null;
}

function refused(
  code: 'out_of_range' | 'implausible',
  message: string,
  more: { likely?: LikelyDto | null; suggested: number | null },
): Problem {
  return new Problem(422, code, message, { field: 'value', errors: [{ field: 'value', message }], ...more });
}

function expected({ minValue, maxValue, step, rule, unit }: TrialProtocol): string {
  if (rule === 'done') return 'bitte ja (1) oder nein (0) angeben.';
  const shape = step === 1 ? 'eine ganze Zahl' : `eine Zahl in Schritten von ${german(step)}`;
  return `bitte ${shape} von ${german(minValue)} bis ${german(maxValue)} angeben (${UNIT_WORDS[unit] ?? unit}).`;
}

function meant(suggested: number | null, protocol: TrialProtocol): string {
  return suggested === null ? '' : ` Gemeint ${quantity(suggested, protocol)}?`;
}

function quantity(value: number, { unit }: TrialProtocol): string {
  return `${german(value)} ${UNIT_WORDS[unit] ?? ''}`.trimEnd();
}

/** A number as it is written in German. */
function german(value: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: 2 }).replace('-', '−');
}

/** Without the dust of binary fractions: 3 · 0.1 is 0.3. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
