import type { Route } from '../../support/openapi.js';
import { type Draft, withHeader, withPath } from '../draft.js';
import type { Place } from '../place.js';
import { attempt, isRead, type Row } from './row.js';
import { badFiltersFor } from './values.js';

/* What is wrong behind the question mark, and with the version that a change says it was made from. */

const hasQuery = ({ query }: Route): boolean => query.length > 0;
const hasParameter =
  (name: string) =>
  ({ query }: Route): boolean =>
    query.some((one) => one.name === name);

/** With a query of one's own, beside what the operation cannot do without. */
function askWith({ good }: Place, query: string): Draft {
  return withPath(good, (path) => {
    const [bare = '', needed = ''] = path.split('?');
    const kept = needed.split('&').filter((pair) => pair !== '' && !query.startsWith(pair.split('=')[0]!));
    return `${bare}?${[...kept, query].join('&')}`;
  });
}

export const BAD_FILTER: Row = {
  name: 'a filter that cannot be',
  fits: hasQuery,
  attempts: (place) =>
    place.route.query.flatMap(({ name, schema }) =>
      badFiltersFor(schema, name).map((value) =>
        attempt(`${name}=${value.slice(0, 40)}`, askWith(place, `${name}=${value}`), [400], { field: name }),
      ),
    ),
};

export const FILTER_TWICE: Row = {
  name: 'a filter given twice, as a list or as an object',
  fits: hasQuery,
  attempts: (place) =>
    place.route.query.flatMap(({ name }) =>
      [`${name}=5&${name}=6`, `${name}[]=5`, `${name}[a]=5`, `${name}.a=5`].map((query) =>
        attempt(query, askWith(place, query), [400]),
      ),
    ),
};

const UNKNOWN = [
  ...['unknown=1', '__proto__=1', 'constructor=1', '=1', 'sort=;drop', 'sort=name%3Bdrop', '%00=1'],
  ...[
    'isAdmin=true',
    'roles[]=administrator',
    `${'x'.repeat(5_000)}=1`,
    new Array(101).fill('a=1').join('&'),
  ],
];

export const UNKNOWN_FILTER: Row = {
  name: 'a filter that does not exist',
  fits: hasQuery,
  attempts: (place) => UNKNOWN.map((query) => attempt(query.slice(0, 40), askWith(place, query), [400])),
};

const ID = '00000000-0000-4000-8000-000000000000';
const KEYS = [
  ...[
    [],
    {},
    null,
    5,
    'a',
    ['a'],
    [ID],
    [1, 2, 3],
    ['a', 'b'],
    ['a', "' or true"],
    [1, 'a', 'b'],
    [null, ID],
  ],
  ...[
    ['a', 'a', 'a'],
    [1.5, 'a', ID],
    [1e300, 'a', ID],
    ['a', 'b', 'c', ID],
    [[], ID],
  ],
  ...[
    ['a\0', ID],
    ['\ud800', ID],
    ['a\0', 'b', ID],
  ],
];
const CURSORS = [
  ...KEYS.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url')),
  ...['x', '%00', 'W10', '....', 'eyJhIjoxfQ', 'x'.repeat(900)],
];

export const BAD_CURSOR: Row = {
  name: 'a cursor that was never given out',
  fits: hasParameter('cursor'),
  attempts: (place) =>
    CURSORS.map((cursor) => attempt(cursor.slice(0, 40), askWith(place, `cursor=${cursor}`), [400])),
};

const needsVersion = ({ needsIfMatch }: Route): boolean => needsIfMatch;
const NO_VERSIONS = [
  ...['1', 'abc', '*', '"abc"', '"-1"', '"1.5"', '"1", "2"', '"99999999999"', '""', "'1'"],
  ...['"1"\t"1"', '"\u00e4"', `"${'1'.repeat(5_000)}"`],
];

export const NO_VERSION: Row = {
  name: 'no version of what is changed',
  fits: needsVersion,
  attempts: ({ good }) => [
    attempt('none', withHeader(good, 'if-match', null), [428]),
    ...NO_VERSIONS.map((version) =>
      attempt(version.slice(0, 40), withHeader(good, 'if-match', version), [400]),
    ),
  ],
};

export const OTHER_VERSION: Row = {
  name: 'the version of another time',
  fits: needsVersion,
  attempts: ({ good }) =>
    ['"0"', '"2"', '"999999999"'].map((version) =>
      attempt(version, withHeader(good, 'if-match', version), [412]),
    ),
};

// None of them is in any text of the city; as wildcards they would find everything.
const WILDCARDS = ['%25', '_', '%27', '%5C', '%25%25', '%5C%25', '__', "%25'--"];

/** A search for what would be a wildcard finds what is written so, and that is nothing. */
export const WILDCARD: Row = {
  name: 'a search for a wildcard',
  fits: (route) => hasParameter('q')(route) && isRead(route),
  attempts: (place) =>
    WILDCARDS.map((q) => attempt(`q=${q}`, askWith(place, `q=${q}`), [200], { findsNothing: true })),
};
