import { expect, test } from '@jest/globals';
import { headersOf } from '../reading/field.js';
import { CHILD_FIELDS, nameHeaders } from './child-fields.js';

test.each([
  ...[
    'Name',
    'Vorname',
    ' NACHNAME ',
    'Vor- und Nachname',
    'Name, Vorname',
    'Vor-/Nachname',
    'Name des Kindes',
  ],
  ...[
    'Schülername',
    'Familienname',
    'Namen',
    'Rufname (Kind)',
    'first name',
    'Last Name',
    'surname',
    'Anschrift',
  ],
])('a column „%s“ is one with names', (header) => {
  expect(nameHeaders(['Code', header])).toEqual([header]);
});

test('a group may be called what it is, and no column of the template is one with names', () => {
  const known = CHILD_FIELDS.flatMap(headersOf);
  expect(nameHeaders([...known, 'Gruppenname', 'Name der Klasse', 'Name der Einrichtung'])).toEqual([]);
});
