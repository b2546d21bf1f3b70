import type { components } from '../../api/schema';
import { texts } from '../../texts/de';
import { formatInteger, formatNumber, formatShare, LARGE_BASE } from '../../ui/format';

const words = texts.reports;

type Schemas = components['schemas'];
export type Report = Pick<Schemas['ReportDto'], 'figures' | 'total'>;
export type FigureDefinition = Schemas['FigureDefinitionDto'];
type Counts = Schemas['FractionDto'];

/** A figure with what it means. */
export interface Figure extends Counts {
  code: string;
  /** One year before; null where nobody asked for it. */
  previous: Counts | null;
  about: FigureDefinition;
}

/** A figure of the whole report; null for a code that it does not have. */
export function figureOf({ figures, total }: Report, code: string): Figure | null {
  const about = figures.find((figure) => figure.code === code);
  const value = total.values.find((figure) => figure.code === code);
  return about && value ? { ...value, about } : null;
}

/** All figures of the whole report, in its order. */
export function figuresOf(report: Report): Figure[] {
  return report.figures.map(({ code }) => figureOf(report, code)).filter((figure) => figure !== null);
}

/** The figure as people read it: "62 %", "4,5", "1.234"; "–" where there is nothing to divide by. */
export function formatFigure({ kind, decimals }: FigureDefinition, counts: Counts): string {
  const { numerator, denominator, value } = counts;
  if (value === null) return texts.common.none;
  if (kind === 'share') return formatShare(numerator, denominator ?? 0);
  return formatNumber(value, decimals);
}

/** How a figure stands against the year before. */
export interface Change {
  way: 'more' | 'less' | 'same';
  /** "5 mehr als im Vorjahr (43)" */
  words: string;
}

/** Null where the year before has no value, or this one has none. */
export function changeOf({ value, denominator, previous, about }: Figure): Change | null {
  if (value === null || previous === null || previous.value === null) return null;
  const before = formatFigure(about, previous);
  const isShare = about.kind === 'share';
  const scale = isShare ? 100 : 1;
  const decimals = isShare ? shareDecimals(denominator, previous.denominator) : about.decimals;
  const difference = Number(((value - previous.value) * scale).toFixed(decimals));
  if (difference === 0) return { way: 'same', words: words.same(before) };
  const way = difference > 0 ? 'more' : 'less';
  const amount = formatNumber(Math.abs(difference), decimals);
  return { way, words: words[way](isShare ? words.points(Math.abs(difference), amount) : amount, before) };
}

/** As many as both shares are shown with. */
function shareDecimals(...bases: (number | null)[]): number {
  return bases.every((base) => (base ?? 0) >= LARGE_BASE) ? 1 : 0;
}

/** "48 von 66"; the counts behind a share, '' for a count. */
export function behind({ numerator, denominator }: Counts): string {
  return denominator === null ? '' : words.of(formatInteger(numerator), formatInteger(denominator));
}
