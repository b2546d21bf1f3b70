import { calendarDate, isCalendarDate, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { schoolYearOf } from '../../kernel/calendar/school-year.js';
import { WordIndex } from './words.js';

export type Value = string | number | boolean | null;

/** What a cell says; undefined when it cannot be understood. */
export type CellReader = (cell: string) => Value | undefined;

const FLAGS = new WordIndex<boolean>([
  [true, ['ja', 'j', 'x', '1', 'wahr', 'true', 'yes', 'y']],
  [false, ['nein', 'n', '0', 'falsch', 'false', 'no']],
]);

export const readText: CellReader = (cell) => cell;

/** `ja`, `nein`, `x`, `1`, `0`, `wahr`, `falsch` … */
export const readFlag: CellReader = (cell) => (cell === '-' ? false : FLAGS.find(cell));

/** A whole number. `12,0` is one; `1.000` may be a thousand or one and is not understood. */
export const readWhole: CellReader = (cell) => {
  const match = /^(-?\d{1,9})(?:[.,]0{1,2})?$/.exec(cell);
  return match ? Number(match[1]) : undefined;
};

/** A number with decimal comma or point, without thousands separators. */
export const readDecimal: CellReader = (cell) =>
  /^[-+]?\d{1,9}(?:[.,]\d{1,15})?$/.test(cell) ? Number(cell.replace(',', '.')) : undefined;

/** A calendar year, or the year of a date. */
export const readYear: CellReader = (cell) => {
  const date = dateIn(cell);
  return date === null ? readWhole(cell) : Number(date.slice(0, 4));
};

/** A day as `dd.mm.yyyy` or ISO; a school year such as `2019/20` stands for its first day. */
export const readDay: CellReader = (cell) => {
  const date = dateIn(cell);
  if (date !== null) return date;
  const year = cell.includes('/') ? readSchoolYear(cell) : undefined;
  return typeof year === 'number' ? `${year}-08-01` : undefined;
};

/** `2026/27`, `2026/2027`, `2026`, or a date inside of it; the answer is its first calendar year. */
export const readSchoolYear: CellReader = (cell) => {
  const date = dateIn(cell);
  if (date !== null) return schoolYearOf(date);
  const match = /^(\d{4})(?:\s*[/–-]\s*(\d{4}|\d{2}))?$/.exec(cell);
  if (!match?.[1]) return undefined;
  const year = Number(match[1]);
  const next = match[2];
  return next === undefined || String(year + 1).endsWith(next) ? year : undefined;
};

/** One of fixed words. */
export function readWord(words: WordIndex<string>): CellReader {
  return (cell) => words.find(cell);
}

/** A day as `dd.mm.yyyy` or ISO; null when the cell is no existing day. */
export function dateIn(cell: string): CalendarDate | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  const iso = german
    ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
    : cell.slice(0, 10);
  const isWhole = german !== null || /^\d{4}-\d{2}-\d{2}(?:[T ]00:00(?::00)?)?$/.test(cell);
  return isWhole && isCalendarDate(iso) ? calendarDate(iso) : null;
}
