import { expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { columnsFor } from '../exports/columns.js';
import { codebookCsv, codebookLines } from './codebook.js';
import { codebookHtml } from './codebook-html.js';
import { allTables } from './codebook-tables.js';
import { COLUMN_WORDS } from './column-words.js';

const TABLES = allTables(calendarDate('2026-11-22'), [
  { code: 'SWS', title: 'Standweitsprung', scored: true },
  { code: 'KIBAZ-1', title: 'Kibaz-Station 1', scored: false },
]);
const LINES = codebookLines(TABLES);
// PostgreSQL cuts longer names off, and the headers are names of columns.
const LONGEST_NAME = 63;

test('has a line for every column of every file, in their order, with nothing left unsaid', () => {
  const columns = Object.entries(TABLES).flatMap(([table, file]) =>
    file.columns.map(({ name }) => `${table}.${name}`),
  );
  expect(LINES.map(({ table, column }) => `${table}.${column}`)).toEqual(columns);
  const unsaid = LINES.filter((line) =>
    Object.values({ ...line }).some((said: string) => said.trim() === ''),
  );
  expect(unsaid).toEqual([]);
});

test('has a unit for every number', () => {
  const numbers = LINES.filter(({ type }) => type === 'whole' || type === 'decimal');
  expect(numbers.filter(({ unit }) => unit === '–')).toEqual([]);
});

test('explains no column that no file has', () => {
  const known = new Set(LINES.flatMap(({ table, column }) => [column, `${table}.${column}`]));
  expect(Object.keys(COLUMN_WORDS).filter((name) => !known.has(name))).toEqual([]);
});

test('is a CSV, and a page without anything from outside', () => {
  const csv = codebookCsv(TABLES).split('\n');
  expect(csv[0]).toBe('table,column,title,type,format,unit,values,meaning');
  expect(csv).toContain(
    'institutions,kind,Art,text,UTF-8,–,kita = Kita; school = Schule,Art der Einrichtung',
  );
  expect(csv).toContain(
    'assessments_wide,sws_class,SWS Klasse,whole,0,Stufe,0 und größer,Standweitsprung: Klasse 1 bis 5',
  );
  const html = codebookHtml(TABLES);
  expect(html).not.toMatch(/<(script|link|img)|https?:/);
  expect(html).toContain('<h2 id="activities">Aktivitäten');
});

test.each(Object.entries(TABLES))('%s has different headers that PostgreSQL can hold', (_, { columns }) => {
  const titles = columnsFor('people', [...columns]).map(({ title }) => title ?? '');
  const names = columns.map(({ name }) => name);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+\d*(_[a-z0-9]+)*$/);
  for (const header of [...titles, ...names]) {
    expect(Buffer.byteLength(header)).toBeLessThanOrEqual(LONGEST_NAME);
  }
});
