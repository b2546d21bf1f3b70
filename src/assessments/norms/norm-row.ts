import { UNITS } from '../batteries/vocabulary.js';
import type { NormPoint } from '../scoring/norm-lookup.js';
import type { NormSex } from '../scoring/score.js';

export const NORM_COLUMNS = ['item', 'unit', 'direction', 'sex', 'age_years', 'L', 'M', 'S'] as const;
export type NormColumn = (typeof NORM_COLUMNS)[number];

/** A task that norms may be about, as its newest version counts it. */
export interface NormTask {
  code: string;
  title: string;
  normKey: string | null;
  unit: string;
  better: string | null;
  rule: string;
  trials: number;
  minValue: number;
  maxValue: number;
  /** The best that can be counted. */
  ceiling: number | null;
}

/** What is wrong with a cell, and what would be right, in German. */
export interface Fault {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  column: NormColumn;
  value: string;
  expected: string;
}

export interface NormRow {
  itemCode: string;
  sex: NormSex;
  point: NormPoint;
}

/** One line of a file of norms. @returns no row if anything in it is wrong */
export function readRow(
  row: number,
  cell: (column: NormColumn) => string,
  tasks: readonly NormTask[],
): { row: NormRow | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const fault = (column: NormColumn, expected: string): void => {
    faults.push({ row, column, value: cell(column).slice(0, 60), expected });
  };
  const task = tasks.find(({ code, normKey }) => code === cell('item') || normKey === cell('item'));
  if (task) checkTask(task, cell, fault);
  else fault('item', `eine Aufgabe: ${measuredIn(tasks)} (oder ihr Name in Normtabellen)`);
  const sex = cell('sex');
  if (sex !== 'male' && sex !== 'female') fault('sex', 'male oder female');
  const number = (column: NormColumn, { from, to, expected }: Bounds): number => {
    const value = numberIn(cell(column));
    if (!(value >= from && value <= to)) fault(column, expected);
    return value;
  };
  const point = {
    age: number('age_years', AGE),
    l: number('L', SKEWNESS),
    m: number('M', medianOf(task)),
    s: number('S', VARIATION),
  };
  if (faults.length > 0 || !task) return { row: null, faults };
  return { row: { itemCode: task.code, sex: sex as NormSex, point }, faults };
}

function measuredIn(tasks: readonly NormTask[]): string {
  const measured = tasks.filter(({ better }) => better !== null);
  return measured.map(({ code }) => code).join(', ');
}

interface Bounds {
  from: number;
  to: number;
  expected: string;
}

const TINY = Number.MIN_VALUE;
const AGE: Bounds = { from: 0, to: 25, expected: 'ein Alter in Jahren von 0 bis 25' };
const SKEWNESS: Bounds = { from: -100, to: 100, expected: 'eine Zahl von −100 bis 100' };
const VARIATION: Bounds = { from: TINY, to: 99, expected: 'eine Zahl über 0' };

/** Between what the task's result can be: a median outside of it counts something else. */
function medianOf(task: NormTask | undefined): Bounds {
  if (!task) return { from: TINY, to: 999_999, expected: 'eine Zahl über 0' };
  const most = task.rule === 'sum' ? task.maxValue * task.trials : task.maxValue;
  const least = Math.max(task.minValue, 0);
  const [from, to] = [least, most].map((limit) => limit.toLocaleString('de-DE'));
  return {
    ...{ from: Math.max(least, TINY), to: most },
    expected: `ein mittlerer Wert von ${from} bis ${to}${least === 0 ? ', größer als 0' : ''} (${task.title}, Einheit „${task.unit}“)`,
  };
}

function checkTask(
  { code, title, unit, better }: NormTask,
  cell: (column: NormColumn) => string,
  fault: (column: NormColumn, expected: string) => void,
): void {
  if (better === null) {
    fault('item', 'eine Aufgabe, bei der etwas gemessen wird');
    return;
  }
  if (unitOf(code, cell('unit')) !== unit) {
    const ways = [unit, ...writtenAs(code, unit)].map((way) => `„${way}“`);
    fault('unit', `${ways.join(' oder ')}, wie „${title}“ jetzt gezählt wird`);
  }
  if (cell('direction') !== better) {
    fault('direction', `„${better}“: Bei „${title}“ ist ein ${WORDS[better] ?? better} Wert besser`);
  }
}

const WORDS: Record<string, string> = { higher: 'höherer', lower: 'niedrigerer' };

/** Point or comma; nothing else that a spreadsheet may write for a number. */
function numberIn(text: string): number {
  return /^[+-]?\d+([.,]\d+)?(e[+-]?\d{1,3})?$/i.test(text) ? Number(text.replace(',', '.')) : NaN;
}

/** Units as files of norms write them at a task, beside our own words. */
const FILE_UNITS: { written: string; items: string[]; unit: string }[] = [
  { written: 'jumps per 15 s (mean of 2 trials)', items: ['SHH'], unit: 'jumps' },
  { written: 'steps (0-48)', items: ['BR'], unit: 'steps' },
  { written: 'count in 40 s', items: ['LS', 'SU'], unit: 'count' },
  { written: 'contacts in 60 s', items: ['EBS'], unit: 'contacts' },
];

function unitOf(itemCode: string, written: string): string | undefined {
  const known = FILE_UNITS.find((entry) => entry.written === written && entry.items.includes(itemCode));
  return known?.unit ?? UNITS.find((unit) => unit === written);
}

function writtenAs(itemCode: string, unit: string): string[] {
  return FILE_UNITS.filter((entry) => entry.unit === unit && entry.items.includes(itemCode)).map(
    ({ written }) => written,
  );
}
