import { bytesOf, type Draft, withBody, withHeader } from '../draft.js';
import type { Bytes } from '../wire.js';
import {
  always,
  attempt,
  type Attempt,
  hasBody,
  isOpen,
  isRead,
  isWrite,
  readAnswers,
  type Row,
} from './row.js';

/* What is wrong below the request: headers and lengths that a client library would put right, or would never send. */

const NO_HTTP = [400, 408, 413, 414, 417, 431, 501, 505];

function alone(label: string, bytes: Bytes[], how: Attempt['alone'] = 'closing', answers = NO_HTTP): Attempt {
  return { label, bytes, answers, alone: how };
}

/** The good request with lines of one's own before its end. */
function withLines(draft: Draft, ...lines: string[]): Buffer {
  const bytes = bytesOf({ ...draft, body: null });
  const head = bytes.toString('latin1', 0, bytes.length - 2);
  return Buffer.from(`${head}${lines.map((line) => `${line}\r\n`).join('')}\r\n`, 'latin1');
}

const LINES: Record<string, string[]> = {
  'a header without a colon': ['X-Broken'],
  'a header with a space in its name': ['X Broken: 1'],
  'a header with a space before its colon': ['X-Broken : 1'],
  'a header without a name': [': 1'],
  'a header on two lines': ['X-Long: 1', ' 2'],
  'a NUL in a header': ['X-Broken: a\0b'],
  'a bare line feed in a header': ['X-Broken: a\nX-Other: b\rc'],
  'a second host': ['Host: elsewhere.example'],
  '100,000 letters in a header': [`X-Long: ${'x'.repeat(100_000)}`],
  '5,000 headers': Array.from({ length: 5_000 }, (_, i) => `X-${i}: 1`),
  'an expectation that nobody meets': ['Expect: a-miracle'],
};

export const BROKEN_HEADERS: Row = {
  name: 'headers that are none',
  alike: true,
  fits: always,
  attempts: ({ good }) => [
    ...Object.entries(LINES).map(([label, lines]) =>
      alone(label, [withLines(withBody(good, null), ...lines)]),
    ),
    alone('no host', [bytesOf(withHeader(withBody(good, null), 'host', null))]),
  ],
};

const FIRST_LINES: Record<string, (draft: Draft) => Buffer> = {
  'a version that does not exist': (draft) => bytesOf(draft, { version: 'HTTP/9.9' }),
  'no version': (draft) => Buffer.from(`${draft.method} ${draft.path}\r\n\r\n`, 'latin1'),
  'a method in small letters': (draft) => bytesOf({ ...draft, method: draft.method.toLowerCase() }),
  'a method that does not exist': (draft) => bytesOf({ ...draft, method: 'STEAL' }),
  'TLS, where none is spoken': () => Buffer.from('160301020001000', 'hex'),
};

export const BROKEN_FIRST_LINE: Row = {
  name: 'a first line that is none',
  alike: true,
  fits: always,
  attempts: ({ good }) =>
    Object.entries(FIRST_LINES).map(([label, bytes]) => alone(label, [bytes(withBody(good, null))])),
};

/** What is said about the body’s length, and what comes. */
const LENGTHS: Record<string, string[]> = {
  'two lengths': ['Content-Length: 5', 'Content-Length: 6'],
  'two lengths in one': ['Content-Length: 5, 6'],
  'a negative length': ['Content-Length: -1'],
  'a length in words': ['Content-Length: five'],
  'a hexadecimal length': ['Content-Length: 0x5'],
  'a length with a plus': ['Content-Length: +5'],
  'a length beyond all numbers': [`Content-Length: ${'9'.repeat(40)}`],
  'a length and pieces': ['Content-Length: 5', 'Transfer-Encoding: chunked'],
  'pieces and a length': ['Transfer-Encoding: chunked', 'Content-Length: 5'],
  'pieces that are not the last': ['Transfer-Encoding: chunked, identity'],
  'pieces of an unknown kind': ['Transfer-Encoding: xchunked'],
  'pieces, with a tab': ['Transfer-Encoding:\tchunked', 'Transfer-Encoding: identity'],
};

const PIECES: Record<string, string> = {
  'a size that is no number': 'zz\r\nhello\r\n0\r\n\r\n',
  'a size with a sign': '-5\r\nhello\r\n0\r\n\r\n',
  'a size beyond all numbers': 'fffffffffffffffffffff\r\nhello\r\n0\r\n\r\n',
  'a piece longer than its size': '2\r\nhello\r\n0\r\n\r\n',
  'an endless extension': `5;${'x'.repeat(200_000)}\r\nhello\r\n0\r\n\r\n`,
  'line feeds alone': '5\nhello\n0\n\n',
};

export const BROKEN_LENGTH: Row = {
  name: 'a body of a length that cannot be',
  alike: true,
  fits: isWrite,
  attempts: ({ good }) => {
    const bare = withBody(good, null);
    const typed = withHeader(bare, 'content-type', 'application/json');
    const inPieces = withHeader(typed, 'transfer-encoding', 'chunked');
    return [
      ...Object.entries(LENGTHS).map(([label, lines]) => alone(label, [withLines(typed, ...lines), 'hello'])),
      ...Object.entries(PIECES).map(([label, pieces]) => alone(label, [bytesOf(inPieces), pieces])),
      alone(
        'a second body behind it',
        [withLines(typed, 'Content-Length: 3'), '{"a', '":1}'],
        'closing',
        [400],
      ),
      alone('less than was announced', [withLines(typed, 'Content-Length: 500'), '{"a":1'], 'ending'),
      alone('pieces without an end', [bytesOf(inPieces), '5\r\n{"a":\r\n'], 'ending'),
    ];
  },
};

const NOBODY = [401];

/** Where somebody must be signed in: what looks like a session, and is none. */
export const NO_SESSION: Row = {
  name: 'a session that is none',
  alike: true,
  fits: (route) => !isOpen(route),
  attempts: ({ good }) =>
    Object.entries(COOKIES).map(([label, cookie]) =>
      attempt(label, withHeader(good, 'cookie', cookie), NOBODY),
    ),
};

const MADE_UP = 'A'.repeat(43);
const COOKIES: Record<string, string | null> = {
  'no cookie': null,
  'a made-up token': `olympia=${MADE_UP}`,
  'a made-up token of the name behind TLS': `__Host-olympia=${MADE_UP}`,
  'an empty token': 'olympia=',
  SQL: "olympia=' or true --",
  '10,000 letters': `olympia=${'A'.repeat(10_000)}`,
  'a NUL': 'olympia=%00',
  'half a percent sign': 'olympia=%zz',
  'a prototype': `__proto__=${MADE_UP}; constructor=${MADE_UP}`,
  '200 cookies': Array.from({ length: 200 }, (_, i) => `olympia${i}=${MADE_UP}`).join('; '),
};

export const NO_TOKEN: Row = {
  name: 'an access token that is none',
  alike: true,
  fits: (route) => !isOpen(route),
  attempts: ({ good }) =>
    [
      'Bearer ',
      'Bearer x',
      `Bearer ${MADE_UP}`,
      'Basic YWRtaW46YWRtaW4=',
      `Bearer ${'x'.repeat(10_000)}`,
      "Bearer ' or true --",
    ].map((value) =>
      attempt(
        value.slice(0, 40),
        withHeader(withHeader(good, 'cookie', null), 'authorization', value),
        NOBODY,
      ),
    ),
};

/** Another method by the back door stays the one that was sent. */
export const OTHER_METHOD: Row = {
  name: 'another method by a header',
  alike: true,
  fits: isRead,
  attempts: ({ good, route }) =>
    ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'].map((name) =>
      attempt(name, withHeader(good, name, 'DELETE'), readAnswers(route)),
    ),
};

const FOREIGN: Record<string, Record<string, string | null>> = {
  'no origin at all': { origin: null },
  'a foreign origin': { origin: 'https://elsewhere.example' },
  'a foreign origin that begins like ours': { origin: 'http://localhost:3000.elsewhere.example' },
  'the origin of a file': { origin: 'null' },
  'no address as origin': { origin: '//' },
  'another port': { origin: 'http://localhost:3001' },
  'a cross-site mark': { 'sec-fetch-site': 'cross-site' },
  'a mark of a neighbour': { 'sec-fetch-site': 'same-site' },
  'no mark but an empty one': { 'sec-fetch-site': '' },
};

/** What another site makes a signed-in person's browser send, sign-in included. */
export const FOREIGN_SITE: Row = {
  name: 'a request from another site',
  fits: isWrite,
  attempts: ({ good }) =>
    Object.entries(FOREIGN).map(([label, headers]) => {
      const draft = Object.entries(headers).reduce(
        (sent, [name, value]) => withHeader(sent, name, value),
        good,
      );
      return attempt(label, draft, [403]);
    }),
};

/** Proves that a body is read for real: an operation with one refuses half of it on a connection that goes on. */
export const TWO_AT_ONCE: Row = {
  name: 'a request hidden in the body of another',
  fits: hasBody,
  attempts: ({ good }) => {
    const hidden = `DELETE /api/session HTTP/1.1\r\nHost: x\r\n\r\n`;
    return [alone('as its body', [bytesOf(withBody(good, hidden))], 'closing', [400])];
  },
};
