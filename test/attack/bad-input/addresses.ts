import { type Draft, withPath } from '../draft.js';
import type { Place } from '../place.js';
import { always, attempt, type Attempt, isRead, readAnswers, type Row } from './row.js';

/* What is wrong with the address: ids that name nothing, ways out of the API, letters that no address has. */

const NO_IDS = [
  ...['undefined', 'null', '0', '..', '.', '%00', '%2e%2e%2f', "'--", '%27%20or%20true', '-1', '1e9'],
  ...[
    '00000000-0000-0000-0000-00000000000g',
    'ffffffff-ffff-4fff-bfff-ffffffffffff%00',
    '{id}',
    '%F0%9F%98%80',
  ],
  'x'.repeat(10_000),
];
const NO_CHOICES = [
  'exe',
  '..',
  '%00',
  '%2e%2e%2fetc',
  '__proto__',
  'constructor',
  'CSV',
  'x'.repeat(10_000),
];

const noWhere = [400, 404];
const bare = (path: string): string => path.split('?')[0]!;
const query = (path: string): string => path.slice(bare(path).length);

function atId({ good, route }: Place, id: string): Draft {
  const at = route.path.split('/').indexOf('{id}');
  return withPath(good, (path) => {
    const parts = bare(path).split('/');
    parts[at] = id;
    return parts.join('/') + query(path);
  });
}

export const NO_SUCH_ID: Row = {
  name: 'an id that names nothing',
  fits: ({ path }) => path.includes('{id}'),
  attempts: (place) => NO_IDS.map((id) => attempt(id.slice(0, 40), atId(place, id), noWhere)),
};

/** Where the address names one of fixed things: `/api/exports/groups.csv`. */
export const NO_SUCH_PLACE: Row = {
  name: 'a place that is none of those there are',
  fits: ({ path, template }) => path !== template,
  attempts: ({ good, route: { path, template } }) => {
    const [before = '', behind = ''] = template.split(/\{(?!id\})\w+\}/);
    const filled = path.slice(before.length, path.length - behind.length);
    return NO_CHOICES.map((name) =>
      attempt(
        name.slice(0, 40),
        withPath(good, (old) => old.replace(filled, name)),
        noWhere,
      ),
    );
  },
};

const BENT: Record<string, (path: string) => string> = {
  'a NUL behind it': (path) => `${path}%00`,
  'a way up': (path) => `${path}/..`,
  'a way up and in again': (path) => `/api/x/../..${path}`,
  'an encoded way up': (path) => `/api/%2e%2e${path}`,
  'a backslash': (path) => path.replaceAll('/', '\\'),
  'another server in front': (path) => `//elsewhere.example${path}`,
  'half a percent sign': (path) => `${path}%zz`,
  'half a letter': (path) => `${path}%c3`,
  'a matrix parameter': (path) => `${path};role=administrator`,
  '10,000 letters more': (path) => `${path}/${'x'.repeat(10_000)}`,
  '1,000 slashes': (path) => path + '/'.repeat(1_000),
};

export const BENT_ADDRESS: Row = {
  name: 'an address that leads nowhere',
  alike: true,
  fits: always,
  attempts: ({ good, route }) => [
    ...Object.entries(BENT).map(([label, bend]) =>
      attempt(
        label,
        withPath(good, (path) => bend(bare(path)) + query(path)),
        // Where nobody takes files, one is refused for what it is.
        route.takesFile ? [...noWhere, 415] : noWhere,
      ),
    ),
    ...RAW.map(([label, path]) =>
      raw(
        label,
        withPath(good, (old) => path(bare(old)) + query(old)),
      ),
    ),
  ],
};

// These are no HTTP, so nothing that follows on the connection can be trusted.
const RAW: [string, (path: string) => string][] = [
  ['a NUL byte', (path) => `${path}\0`],
  ['a space', (path) => `${path} x`],
  ['a line break', (path) => `${path}\r\nX-Role: administrator\r\n`],
  ['100,000 letters', (path) => path + 'x'.repeat(100_000)],
];

function raw(label: string, draft: Draft): Attempt {
  return { ...attempt(label, draft, [400, 404, 431]), alone: 'closing' };
}

/** What is asked for nothing takes no notice of more, and is not thrown by it. */
export const LONG_QUERY: Row = {
  name: 'a query where none belongs',
  alike: true,
  fits: (route) => route.query.length === 0 && isRead(route),
  attempts: ({ good, route }) =>
    ['x=1', '__proto__=1', 'a[b][c]=d', '%00=%00', '='.repeat(2_000), 'x=%zz'].map((search) =>
      attempt(
        search.slice(0, 40),
        withPath(good, (path) => `${path}?${search}`),
        readAnswers(route),
      ),
    ),
};
