import { describe, expect, test } from '@jest/globals';
import { dateIn, readDecimal, readFlag, readSchoolYear, readWhole, readYear } from './cells.js';

const reading =
  (read: (cell: string) => unknown) =>
  (cell: string, expected: unknown): void =>
    expect(read(cell)).toBe(expected);

describe('a flag', () => {
  test.each([
    ...['ja', 'JA', 'j', 'x', 'X', '1', 'wahr', 'true'].map((cell) => [cell, true] as const),
    ...['nein', 'n', '0', 'Falsch', 'false', '-'].map((cell) => [cell, false] as const),
    ...['vielleicht', '2', 'jaja'].map((cell) => [cell, undefined] as const),
  ])('%s', reading(readFlag));
});

describe('a whole number', () => {
  test.each([
    ['75', 75],
    ['-3', -3],
    ['75,0', 75],
    ['75.00', 75],
    // A thousand or one? Nobody knows.
    ['1.000', undefined],
    ['7,5', undefined],
    ['1e3', undefined],
    ['=1', undefined],
    ['99999999999', undefined],
  ])('%s', reading(readWhole));
});

describe('a number', () => {
  test.each([
    ['51,538', 51.538],
    ['51.538', 51.538],
    ['-3,5', -3.5],
    ['1.234,5', undefined],
    ['1 000', undefined],
    ['NaN', undefined],
    ['1e400', undefined],
  ])('%s', reading(readDecimal));
});

describe('a school year', () => {
  test.each([
    ['2026/27', 2026],
    ['2026/2027', 2026],
    ['2026-27', 2026],
    ['2026 / 27', 2026],
    ['2026', 2026],
    ['2099/00', 2099],
    ['31.07.2027', 2026],
    ['1.8.2026', 2026],
    ['2026-08-01', 2026],
    ['2026/28', undefined],
    ['26/27', undefined],
    ['31.02.2026', undefined],
  ])('%s', reading(readSchoolYear));
});

test.each([
  ['2025', 2025],
  ['01.08.2025', 2025],
  ['2025-08-01', 2025],
  ['2025-08-01 00:00:00', 2025],
  ['2025,0', 2025],
])('the year in %s', reading(readYear));

test.each([
  ['29.02.2024', '2024-02-29'],
  ['29.02.2023', null],
  ['2023-02-29', null],
  ['1.2.2024', '2024-02-01'],
  ['0000-01-01', null],
  ['2024-01-01x', null],
])('the day in %s', reading(dateIn));
