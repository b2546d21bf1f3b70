import { gzipSync } from 'node:zlib';
import type { Route } from '../../support/openapi.js';
import { bytesOf, type Draft, withBody, withHeader } from '../draft.js';
import type { Bytes } from '../wire.js';
import { attempt, type Row } from './row.js';

/* What is wrong with a file: not one, not of the kind, too large, a bomb. */

const takesFile = ({ takesFile: takes }: Route): boolean => takes;
const ROW = 'a;b;c\n';

const NO_TABLES: Record<string, () => Bytes> = {
  nothing: () => '',
  'spaces and line ends': () => ' \r\n'.repeat(1_000),
  'a header only': () => 'Einrichtung;Gruppe',
  'bytes that are no text': () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe]),
  'NUL everywhere': () => Buffer.alloc(10_000),
  'half of UTF-16': () => Buffer.from([0xff, 0xfe, 0x41]),
  'a packed file': () => gzipSync(ROW.repeat(100)),
  'a packed bomb': () => gzipSync(Buffer.alloc(20_000_000)),
  'a ZIP': () => Buffer.from('504b0304140000000800', 'hex'),
  'quotes that never end': () => 'Einrichtung;Gruppe\n"' + 'a'.repeat(100_000),
  '200,000 rows': () => `Einrichtung;Gruppe\n${ROW.repeat(200_000)}`,
  '100,000 columns': () => ';'.repeat(100_000),
  'the same column twice': () => 'Einrichtung;Einrichtung\na;b',
};

export const NO_TABLE: Row = {
  name: 'a file that is no table',
  fits: takesFile,
  attempts: ({ good }) =>
    Object.entries(NO_TABLES).map(([label, file]) =>
      attempt(label, withBody(good, file(), 'text/csv'), [400, 413, 415, 422]),
    ),
};

const TYPES = [
  ...['application/json', 'text/plain', 'application/zip', 'application/gzip', 'multipart/form-data'],
  ...[
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=x',
    'application/vnd.ms-excel',
    'text/html',
    '',
  ],
];
const PART =
  '--x\r\nContent-Disposition: form-data; name="file"; filename="../../etc/passwd"\r\n\r\na;b\r\n--x--\r\n';

export const NO_FILE: Row = {
  name: 'a file of another type, or in several parts',
  fits: takesFile,
  attempts: ({ good }) => [
    ...TYPES.map((type) => attempt(type, withBody(good, PART, type), [400, 415])),
    attempt('none', withHeader(good, 'content-type', null), [400, 415]),
    ...['gzip', 'br', 'deflate'].map((coding) =>
      attempt(
        coding,
        withHeader(withBody(good, gzipSync(ROW), 'text/csv'), 'content-encoding', coding),
        [400, 415, 422],
      ),
    ),
  ],
};

const FILE_LIMIT = 5 * 1_048_576;

export const HUGE_FILE: Row = {
  name: 'a file of more than 5 MB',
  fits: takesFile,
  attempts: ({ good }) => [
    attempt('one byte more', withBody(good, 'a'.repeat(FILE_LIMIT + 1), 'text/csv'), [413]),
    { label: '10 MB in pieces', bytes: inPieces(good), answers: [413] },
  ],
};

function inPieces(good: Draft): Bytes[] {
  const bare = withHeader(withBody(good, null), 'content-type', 'text/csv');
  const head = bytesOf(withHeader(bare, 'transfer-encoding', 'chunked'));
  return [head, ...new Array<string>(160).fill(`10000\r\n${'x'.repeat(0x10000)}\r\n`), '0\r\n\r\n'];
}
