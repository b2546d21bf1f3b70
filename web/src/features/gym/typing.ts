import { decimalsOf } from './decimal';
import type { Limits } from './value-check';

export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'comma' | 'sign' | 'back';

export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export const needsComma = ({ step }: Limits): boolean => decimalsOf(step) > 0;

export const needsSign = ({ minValue }: Limits): boolean => minValue < 0;

/** All values have one digit: then a touch of the pad says everything. */
export const isOneTouch = (limits: Limits): boolean =>
  limits.maxValue < 10 && !needsComma(limits) && !needsSign(limits);

/** The field's text after a touch of the pad; a key that makes no sense there changes nothing. */
export function press(text: string, key: PadKey, limits: Limits): string {
  if (key === 'back') return text.slice(0, -1);
  if (key === 'sign') return text.startsWith('-') ? text.slice(1) : `-${text}`;
  if (key === 'comma') return text.includes(',') || !needsComma(limits) ? text : `${text || '0'},`;
  return tooLong(text, limits) ? text : `${text.replace(/^(-?)0$/, '$1')}${key}`;
}

function tooLong(text: string, limits: Limits): boolean {
  const [whole = '', fraction] = text.replace('-', '').split(',');
  if (fraction !== undefined) return fraction.length >= decimalsOf(limits.step);
  // One digit more than any value has: a lost comma (487) must stay visible, so that it can be asked about.
  return whole.length > String(Math.trunc(limits.maxValue)).length;
}
