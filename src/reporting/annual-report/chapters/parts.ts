import type { ChartDto, ColumnDto, SectionDto } from '../content.dto.js';

/** A section with what it has; the rest is empty. */
export function section(title: string | null, parts: Partial<Omit<SectionDto, 'title'>>): SectionDto {
  return { title, paragraphs: [], tiles: [], chart: null, table: null, note: null, ...parts };
}

/** Sentences without those that have nothing to say. */
export function said(...sentences: (string | null)[]): string[] {
  return sentences.filter((sentence) => sentence !== null);
}

/** Columns of words first, then of numbers. */
export function columnsOf(words: string[], numbers: string[]): ColumnDto[] {
  return [
    ...words.map((title) => ({ title, isNumber: false })),
    ...numbers.map((title) => ({ title, isNumber: true })),
  ];
}

const STEPS = [1, 2, 2.5, 5, 10];
const QUARTERS = 4;

/** Where an axis of counts may end so that a quarter of it is a round number. */
export function roundMax(rows: Pick<ChartDto['rows'][number], 'values'>[]): number {
  const highest = Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  if (highest <= QUARTERS) return QUARTERS;
  const power = 10 ** Math.floor(Math.log10(highest / QUARTERS));
  const step = STEPS.find((factor) => factor * power * QUARTERS >= highest && isWhole(factor * power)) ?? 10;
  return step * power * QUARTERS;
}

function isWhole(step: number): boolean {
  return Number.isInteger(step);
}
