import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readRoutes } from '../../support/openapi.js';
import { isGerman } from '../refusal.js';
import { LIST } from './list.js';
import { ROWS } from './rows.js';

const FILES = ['test', 'src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(e2e|attack|browser|spec)\.ts$/.test(file))
    .map((file) => `${folder}/${file}`),
);

test.each(LIST.map(({ says, ...entry }) => [says, entry] as const))('%s', (_, { rows = [], proved = [] }) => {
  expect(rows.length + proved.length).toBeGreaterThan(0);
  const known = ROWS.map(({ name }) => name);
  expect(rows.filter((name) => !known.includes(name))).toEqual([]);
  const holds = ([file, words]: readonly [string, string]): boolean =>
    FILES.some((path) => path.includes(file) && readFileSync(path, 'utf8').includes(words));
  expect(proved.filter((proof) => !holds(proof))).toEqual([]);
});

test('every kind of bad request stands for something in the list, and fits some operation', () => {
  const listed = new Set(LIST.flatMap(({ rows = [] }) => rows));
  expect(ROWS.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([]);
  const idle = ROWS.filter((row) => !readRoutes().some((route) => row.fits(route)));
  expect(idle.map(({ name }) => name)).toEqual([]);
});

// What judges every answer must itself be able to say no.
test.each([
  ['Name: bitte 1 bis 100 Zeichen angeben, ohne unsichtbare Steuerzeichen.', true],
  ['„unknown“ gehört nicht hierher: Dieses Feld ist unbekannt oder darf nicht gesetzt werden.', true],
  ['Art: bitte einen dieser Werte angeben: kita, school.', true],
  ['Bad Request', false],
  ['name must be a string', false],
  ['The request is invalid.', false],
  ['Ungültig', false],
  ['Bitte prüfen: name should not be empty.', false],
])('whether "%s" is German: %s', (sentence, expected) => {
  expect(isGerman(sentence)).toBe(expected);
});
