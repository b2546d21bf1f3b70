import { parse } from 'csv-parse/sync';
import type { NormPoint } from '../scoring/norm-lookup.js';
import type { NormSex } from '../scoring/score.js';
import {
  type Fault,
  NORM_COLUMNS,
  type NormColumn,
  type NormRow,
  type NormTask,
  readRow,
} from './norm-row.js';

export interface FileCurve {
  itemCode: string;
  sex: NormSex;
  /** Ages ascending. */
  points: NormPoint[];
}

export interface NormFile {
  rows: number;
  curves: FileCurve[];
  faults: Fault[];
  /** Columns that were not asked for and are left out. */
  ignored: string[];
}

const MOST_ROWS = 5000;
const LEAST_POINTS = 2;

/** The file cannot be read as norms at all; `message` is a German sentence. */
export class UnreadableNorms extends Error {}

/**
 * Reads a file of norms and checks every cell; good rows come back as curves.
 * @throws UnreadableNorms when it has not the columns of such a file, or no rows, or too many
 */
export function readNormFile(text: string, tasks: readonly NormTask[]): NormFile {
  const [header = [], ...lines] = cellsOf(text);
  const names = header.map((name) => name.trim());
  const columns = columnsOf(names);
  if (lines.length === 0) throw new UnreadableNorms('Unter der Kopfzeile stehen keine Zeilen.');
  if (lines.length > MOST_ROWS) {
    throw new UnreadableNorms(`Das sind ${lines.length} Zeilen; höchstens ${MOST_ROWS} sind möglich.`);
  }
  const curves = new Curves();
  const faults = lines.flatMap((cells, index) => {
    const cell = (column: NormColumn): string => (cells[columns[column]] ?? '').trim();
    const { row, faults: found } = readRow(index + 2, cell, tasks);
    return row ? curves.add(index + 2, cell('age_years'), row) : found;
  });
  return {
    rows: lines.length,
    curves: curves.all,
    faults: [...faults, ...curves.tooShort()].sort((a, b) => a.row - b.row),
    ignored: names.filter((name) => !(NORM_COLUMNS as readonly string[]).includes(name)),
  };
}

/** Puts rows together by task and sex. */
class Curves {
  private readonly known = new Map<string, FileCurve & { firstRow: number }>();

  get all(): FileCurve[] {
    return [...this.known.values()].map(({ firstRow: _, ...curve }) => curve);
  }

  /** @returns a fault if the age does not grow */
  add(row: number, age: string, { itemCode, sex, point }: NormRow): Fault[] {
    const key = `${itemCode} ${sex}`;
    const curve = this.known.get(key) ?? { itemCode, sex, points: [], firstRow: row };
    this.known.set(key, curve);
    const before = curve.points.at(-1)?.age ?? -1;
    if (point.age > before) {
      curve.points.push(point);
      return [];
    }
    const shown = before.toLocaleString('de-DE', { maximumFractionDigits: 6 });
    const expected = `ein Alter über ${shown}: Je Aufgabe und Geschlecht steigt es von Zeile zu Zeile`;
    return [{ row, column: 'age_years', value: age.slice(0, 60), expected }];
  }

  tooShort(): Fault[] {
    return [...this.known.values()]
      .filter(({ points }) => points.length < LEAST_POINTS)
      .map(({ firstRow: row }) => ({ row, column: 'age_years', value: '', expected: TWO_AGES }));
  }
}

const TWO_AGES =
  'mindestens zwei Altersangaben je Aufgabe und Geschlecht, zwischen denen gerechnet werden kann';

/** Where each column is. @throws UnreadableNorms */
function columnsOf(names: string[]): Record<NormColumn, number> {
  const missing = NORM_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new UnreadableNorms(
      `Es fehlt die Spalte ${missing.join(', ')}. Erwartet wird die Kopfzeile ${NORM_COLUMNS.join(',')}.`,
    );
  }
  const twice = NORM_COLUMNS.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) throw new UnreadableNorms(`Die Spalte „${twice}“ kommt mehr als einmal vor.`);
  return Object.fromEntries(NORM_COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<
    NormColumn,
    number
  >;
}

/** Parted by comma, semicolon or tab: the one that the first line has most of. */
function cellsOf(text: string): string[][] {
  const head = text.slice(0, 1000).split(/[\r\n]/)[0] ?? '';
  const count = (sign: string): number => head.split(sign).length;
  const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  try {
    return parse(text, { delimiter, bom: true, relaxColumnCount: true, skipEmptyLines: true });
  } catch {
    throw new UnreadableNorms('Die Datei lässt sich nicht als Tabelle lesen.');
  }
}
