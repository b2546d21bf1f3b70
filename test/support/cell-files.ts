import { parse } from 'csv-parse/sync';
import type { PublishedCellDto } from '../../src/reporting/publication/cells/cell.dto.js';

/** A line of the file for programs: column → value. */
export type FileLine = Record<string, string>;

const NAMES = {
  ...{ block: 'block', item: 'item', wave: 'wave', scheme: 'scheme', place: 'place', kind: 'kind' },
  ...{ sex: 'sex', ageBand: 'age_band', outcome: 'outcome' },
} as const;
const NUMBERS = {
  ...{ count: 'count', share: 'share', meanDelta: 'mean_delta', meanLow: 'mean_low', meanHigh: 'mean_high' },
} as const;
const REST = { state: 'state', reason: 'reason' } as const;

type Key = keyof typeof NAMES | keyof typeof NUMBERS | keyof typeof REST;
const KEYS = [...Object.keys(NAMES), ...Object.keys(NUMBERS), ...Object.keys(REST)] as Key[];

export const machineLines = (csv: string): FileLine[] => parse(csv, { columns: true });

/** What a line of the file for programs says, as the interface says it; which version of the task is said by an id there, here by a number. */
export const cellOfLine = (line: FileLine): Partial<PublishedCellDto> =>
  pick((key) => {
    if (key in NAMES)
      return line[NAMES[key as keyof typeof NAMES]] === 'all' ? null : line[NAMES[key as keyof typeof NAMES]];
    const value = line[{ ...NUMBERS, ...REST }[key as keyof typeof NUMBERS]];
    if (value === '') return null;
    return key in NUMBERS ? Number(value) : value;
  });

export const cellOfAnswer = (cell: PublishedCellDto): Partial<PublishedCellDto> => pick((key) => cell[key]);

const pick = (valueOf: (key: Key) => unknown): Partial<PublishedCellDto> =>
  Object.fromEntries(KEYS.map((key) => [key, valueOf(key)]));

/**
 * What a file for people says otherwise than the one for programs: numbers that differ, and words that stand for several codes or change for one.
 * Its columns are the same ones from the right; what only programs need is left out on the left.
 */
export function differencesOf(lines: readonly FileLine[], rows: readonly (readonly unknown[])[]): string[] {
  if (rows.length !== lines.length) return [`${rows.length} rows instead of ${lines.length}`];
  const columns = Object.keys(lines[0] ?? {}).slice(-(rows[0]?.length ?? 0));
  return columns.flatMap((column, at) => {
    const said = lines.map((line, i): [string, string] => [line[column] ?? '', textOf(rows[i]?.[at])]);
    const isNumber = Object.values<string>(NUMBERS).includes(column);
    const wrong = isNumber ? said.filter(([code, word]) => Number(code) !== decimal(word)) : [];
    const pairs = new Set(said.map((pair) => pair.join(' → ')));
    const isOneToOne = [0, 1].every((side) => new Set(said.map((pair) => pair[side])).size === pairs.size);
    return [
      ...wrong.map((pair) => `${column}: ${pair.join(' → ')}`),
      ...(isOneToOne ? [] : [`${column}: ${[...pairs].join(', ')}`]),
    ];
  });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** An apostrophe keeps a spreadsheet from computing with what begins with a minus. */
const decimal = (text: string): number => Number(text.replace(/^'/, '').replace(',', '.'));
