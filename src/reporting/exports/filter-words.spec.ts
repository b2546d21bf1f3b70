import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FILTER_WORDS, filterWords } from './filter-words.js';

interface Document {
  paths: Record<string, { get?: { parameters?: { name: string; in: string }[] } }>;
}

/** Which columns and signs a file has, not which rows. */
const NOT_ABOUT_ROWS = ['form'];

test('every parameter of every file has a German word', () => {
  const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as Document;
  const files = Object.entries(paths).filter(([path]) => path.startsWith('/api/exports/'));
  const asked = files.flatMap(([, { get }]) => (get?.parameters ?? []).filter((one) => one.in === 'query'));
  const unsaid = asked.map(({ name }) => name).filter((name) => !(name in FILTER_WORDS));
  expect(files.length).toBeGreaterThan(10);
  expect([...new Set(unsaid)]).toEqual(NOT_ABOUT_ROWS);
});

test('says codes, names, days and lists in German, in one order', async () => {
  const lookUp = (sql: string, value: string): Promise<{ name: string }[]> =>
    Promise.resolve(value === 'd1' && sql.includes('from districts') ? [{ name: 'Wanne' }] : []);
  const query = {
    kind: 'kita',
    districtId: 'd1',
    to: '2026-11-23',
    schoolYear: 2026,
    groupId: 'g9',
    q: 'a_b',
  };
  expect(await filterWords(query, lookUp)).toEqual([
    ['Kita-/Schuljahr', '2026/27'],
    ['Bis', '23.11.2026'],
    ['Stadtbezirk', 'Wanne'],
    ['Art', 'Kita'],
    ['Suche', 'a_b'],
    ['Gruppe', 'nicht bekannt'],
  ]);
  expect(await filterWords({ kind: ['kita', 'school'], form: 'people' }, lookUp)).toEqual([
    ['Art', 'Kita, Schule'],
  ]);
});
