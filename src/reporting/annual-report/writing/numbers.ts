import type { FigureDefinitionDto, FractionDto } from '../../reports/report.dto.js';

/** From so many on, a share of it has a decimal. */
const MANY = 1000;
/** Nothing to divide by. */
export const NONE = '–';

/** `1.234`; with so many decimals, always: `2,0` */
export function numberText(value: number, decimals = 0): string {
  return value.toLocaleString('de-DE', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** `2`, but `2,5`: as a sentence says it. */
export function roundText(value: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: 1 });
}

/** `62 %`, of a thousand and more `62,3 %`, never broken at the end of a line; `–` of nothing. */
export function shareText({ value, denominator }: FractionDto): string {
  if (value === null) return NONE;
  return `${numberText(value * 100, (denominator ?? 0) >= MANY ? 1 : 0)}\u00a0%`;
}

/** The number as people read it. */
export function figureText(
  fraction: FractionDto,
  { kind, decimals }: Pick<FigureDefinitionDto, 'kind' | 'decimals'>,
): string {
  if (fraction.value === null) return NONE;
  return kind === 'share' ? shareText(fraction) : numberText(fraction.value, decimals);
}

/** The counts behind it: `8 von 13`, of a ratio `1.234 : 56`; null for a count, which has none. */
export function baseText(
  { numerator, denominator }: FractionDto,
  { kind }: Pick<FigureDefinitionDto, 'kind'>,
): string | null {
  if (denominator === null || kind === 'count') return null;
  return `${numberText(numerator)} ${kind === 'share' ? 'von' : ':'} ${numberText(denominator)}`;
}

/** A noun in the forms that a number asks for. */
export interface Noun {
  /** `eine Einrichtung` */
  one: string;
  /** `Einrichtungen`; after a number. */
  many: string;
}

/** `eine Einrichtung`, `12 Einrichtungen` */
export function counted(count: number, { one, many }: Noun): string {
  return count === 1 ? one : `${numberText(count)} ${many}`;
}
