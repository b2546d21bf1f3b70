import { describe, expect, test } from '@jest/globals';
import { GROUP_FIELDS } from '../groups/group-fields.js';
import { INSTITUTION_FIELDS } from '../institutions/institution-fields.js';
import { PROVIDER_WORDS } from '../institutions/words.js';
import { duplicatesOf } from './duplicates.js';
import { headersOf } from './field.js';
import { recognisedColumns } from './recognise.js';
import { folded, sameName, WordIndex } from './words.js';

describe('words', () => {
  test.each([
    ['Kommunal', 'municipal'],
    ['städtisch', 'municipal'],
    ['STAEDTISCH', 'municipal'],
    ['kath.', 'catholic'],
    ['Ev. Kirche', 'protestant'],
    ['Deutsches Rotes Kreuz', 'drk'],
    ['Parität / Elterninitiative', 'parity'],
    ['other_nonprofit', 'other_nonprofit'],
    ['Kirche', undefined],
  ])('%s', (word, code) => expect(PROVIDER_WORDS.find(word)).toBe(code));

  test('are taken as they are spelled, and not guessed where that does not help', () => {
    const index = new WordIndex([
      ['a', ['Müller']],
      ['b', ['Mueller']],
    ]);
    expect(['müller', 'Mueller', 'Mu-eller'].map((word) => index.find(word))).toEqual(['a', 'b', undefined]);
  });

  test('names differ in more than capitals and blanks', () => {
    expect(sameName(' Kita  A ')).toBe(sameName('kita a'));
    expect(sameName('Kita Bären')).not.toBe(sameName('Kita Baren'));
  });
});

test.each([
  ['institutions', INSTITUTION_FIELDS],
  ['groups', GROUP_FIELDS],
])('no header of %s means two fields, the provider apart', (_, fields) => {
  const meanings = new Map<string, Set<string>>();
  for (const field of fields) {
    for (const header of headersOf(field)) {
      meanings.set(folded(header), (meanings.get(folded(header)) ?? new Set()).add(field.name));
    }
  }
  const several = [...meanings].filter(([, names]) => names.size > 1).map(([header]) => header);
  expect(several.filter((header) => header !== 'trager')).toEqual([]);
});

test('the headers of our own files, for people and for programs, are known', () => {
  const people = [
    'Einrichtung',
    'Kürzel',
    'Art',
    'Stadtbezirk',
    'Träger (Art)',
    'Träger',
    'PLZ',
    'Beschäftigte',
  ];
  const machine = [
    'name',
    'short_code',
    'kind',
    'district',
    'provider_kind',
    'provider_name',
    'postal_code',
    'staff_count',
  ];
  const fields = (headers: string[]): (string | null)[] =>
    recognisedColumns(headers, [], INSTITUTION_FIELDS).map(({ field }) => field);
  expect(fields(people)).toEqual(fields(machine));
  expect(fields(people)).not.toContain(null);
});

test('duplicates point at the first other row', () => {
  expect(duplicatesOf([['a'], ['b'], ['a', 'c'], ['c'], [], ['a', 'a']])).toEqual([2, null, 0, 2, null, 0]);
});
