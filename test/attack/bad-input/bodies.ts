import { gzipSync } from 'node:zlib';
import type { Route } from '../../support/openapi.js';
import { bytesOf, type Draft, withBody, withHeader } from '../draft.js';
import type { Place } from '../place.js';
import type { Bytes } from '../wire.js';
import { fieldsIn, withRaw } from './fields.js';
import { attempt, type Attempt, hasBody, isWrite, type Row } from './row.js';
import { type Fault, faultsOf } from './values.js';

/* What is wrong with a JSON body: the values of its fields, its fields, and what is no JSON at all. */

const REFUSED = [400, 422];

/** A row for what can be wrong with a value: every field that can have it, at any depth. */
function faulty(fault: Fault): Row {
  const isFaulty = (field: Parameters<typeof faultsOf>[0]): boolean =>
    (faultsOf(field)[fault] ?? []).length > 0;
  return {
    name: `in a field: ${fault}`,
    fits: ({ body }) => body !== null && fieldsIn(body).some(isFaulty),
    attempts: ({ route, body, good }) =>
      fieldsIn(route.body!).flatMap((field) =>
        (faultsOf(field)[fault] ?? []).map((raw) =>
          attempt(
            `${field.path}: ${raw.slice(0, 40)}`,
            withBody(good, withRaw(body, route.body!, field.path, raw)),
            REFUSED,
            { field: field.path },
          ),
        ),
      ),
  };
}

export const VALUES: Row[] = (
  [
    ...['the wrong type', 'no clean text', 'nothing', 'too long', 'out of range', 'no day of the calendar'],
    ...['no number', 'no id', 'no address', 'no such choice', 'no such list'],
  ] as Fault[]
).map(faulty);

const requires = ({ body }: Route): boolean => (body?.required ?? []).length > 0;

export const MISSING: Row = {
  name: 'fields that are missing',
  fits: requires,
  attempts: ({ good, body, route }) => {
    const required = route.body!.required!;
    const without = (name: string): string => JSON.stringify({ ...body, [name]: undefined });
    return [
      attempt('all', withBody(good, '{}'), [422], { fields: required }),
      ...required.map((name) => attempt(name, withBody(good, without(name)), [422], { field: name })),
    ];
  },
};

export const EMPTY_CHANGE: Row = {
  name: 'a change that changes nothing',
  fits: ({ method, body }) => method === 'PATCH' && body !== null,
  attempts: ({ good }) => [attempt('{}', withBody(good, '{}'), [422])],
};

const EXTRA: Record<string, (good: object) => string> = {
  'a field that does not exist': (good) => JSON.stringify({ ...good, unknown: 1 }),
  'a role': (good) => JSON.stringify({ ...good, roles: ['administrator'], isAdmin: true }),
  'a version': (good) => JSON.stringify({ ...good, version: 99 }),
  'an author': (good) => JSON.stringify({ ...good, authorId: '00000000-0000-4000-8000-000000000000' }),
  'its own times': (good) => JSON.stringify({ ...good, createdAt: '2020-01-01T00:00:00Z' }),
  'a nested object': (good) => JSON.stringify({ ...good, extra: { a: { b: 1 } } }),
  'a prototype': (good) => JSON.stringify({ ...good, proto_: { a: 1 } }).replace('proto_', '__proto__'),
  'a constructor': (good) => JSON.stringify({ ...good, constructor: { prototype: { a: 1 } } }),
  'a method of every object': (good) => JSON.stringify({ ...good, toString: 1, hasOwnProperty: 1 }),
  '101 fields': (good) => JSON.stringify({ ...good, ...manyFields(101) }),
  '80,000 fields': () => JSON.stringify(manyFields(80_000)),
};

export const EXTRA_FIELD: Row = {
  name: 'a field that is not its own',
  fits: hasBody,
  attempts: ({ good, body }) =>
    Object.entries(EXTRA).map(([label, bodyOf]) => attempt(label, withBody(good, bodyOf(body)), [400])),
};

function manyFields(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, 1]));
}

const NO_JSON: Record<string, (good: string) => Bytes> = {
  'the same key twice': (good) => good.replace('{', '{"x":1,"x":1,'),
  'the same key twice, once by its code': (good) => good.replace('{', '{"x":1,"\\u0078":1,'),
  'no object': () => '[]',
  'a text': () => '"text"',
  null: () => 'null',
  'a number': () => '1',
  NaN: (good) => good.replace('{', '{"x":NaN,'),
  'half of it': (good) => good.slice(0, -1),
  'something behind it': (good) => `${good}{}`,
  'a comma too many': (good) => good.replace(/\}$/, ',}'),
  'quotes of the wrong kind': () => "{'a':1}",
  '21 levels': () => '['.repeat(21) + ']'.repeat(21),
  '200,000 levels': () => '{"a":'.repeat(200_000),
  '200,000 lists': () => '['.repeat(200_000),
  'a text that never ends': () => `{"a":"${'\\"'.repeat(100_000)}`,
  'another language': () =>
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  'a comment': (good) => `/**/${good}`,
  'a mark of byte order in UTF-16': (good) => Buffer.from(`\ufeff${good}`, 'utf16le'),
  'a letter of another encoding': (good) => Buffer.from(good.replace('{', '{"x":"M\u00fchle",'), 'latin1'),
  'spaces only': () => ' '.repeat(10_000),
};

export const BROKEN_JSON: Row = {
  name: 'a body that is no JSON object',
  alike: true,
  fits: hasBody,
  attempts: ({ good, body }) => {
    const text = JSON.stringify(body);
    return Object.entries(NO_JSON).map(([label, bodyOf]) =>
      attempt(label, withBody(good, bodyOf(text === '{}' ? '{"y":1}' : text)), [400]),
    );
  },
};

const TYPES = [
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/csv'],
  ...['application/octet-stream', 'application/xml', 'application/json-patch+json', 'image/svg+xml', 'a', ''],
];

/** A form of another site can send some of them without asking the browser first. */
export const WRONG_TYPE: Row = {
  name: 'a body of another type',
  alike: true,
  fits: (route) => isWrite(route) && !route.takesFile,
  attempts: ({ good }) => [
    ...TYPES.map((type) => attempt(type, withBody(good, '{"name":"x"}', type), [415])),
    attempt('none', withHeader(withBody(good, '{"name":"x"}'), 'content-type', null), [415]),
  ],
};

const PACKED = ['gzip', 'deflate', 'br', 'zstd', 'identity, gzip', 'x-unknown'];

export const PACKED_BODY: Row = {
  name: 'a packed body',
  alike: true,
  fits: hasBody,
  attempts: ({ good, body }) => {
    const packed = gzipSync(JSON.stringify(body));
    const bomb = withBody(good, gzipSync(Buffer.alloc(10_000_000)));
    return [
      ...PACKED.map((coding) =>
        attempt(coding, withHeader(withBody(good, packed), 'content-encoding', coding), REFUSED_PACKED),
      ),
      attempt('10 MB in 10 KB', withHeader(bomb, 'content-encoding', 'gzip'), REFUSED_PACKED),
    ];
  },
};
const REFUSED_PACKED = [400, 415];

const TEN_MB = 10_000_000;

/** More than any form has: refused by what is announced, or after what comes unannounced is too much. */
export const HUGE_BODY: Row = {
  name: 'a body of 10 MB',
  fits: hasBody,
  attempts: ({ good }) => [announced(good), unannounced(good)],
};

// The server need not take a byte of it, so none is sent.
function announced(good: Draft): Attempt {
  const draft = withHeader(withBody(good, '{"a":"'), 'content-length', String(TEN_MB));
  return { label: 'announced', bytes: [bytesOf(draft)], answers: [413] };
}

function unannounced(good: Draft): Attempt {
  const chunked = withHeader(
    withHeader(withBody(good, '{'), 'content-length', null),
    'transfer-encoding',
    'chunked',
  );
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const bytes = [bytesOf({ ...chunked, body: null }), ...new Array<string>(17).fill(chunk), '0\r\n\r\n'];
  return { label: 'in pieces', bytes, answers: [413] };
}

/** What takes no body takes none, whatever it holds. */
export const UNWANTED_BODY: Row = {
  name: 'a body where none belongs',
  alike: true,
  fits: (route) => isWrite(route) && !hasBody(route) && !route.takesFile,
  attempts: (place: Place) =>
    ['{', '{"a":1,"a":1}', '['.repeat(21), '\u0000'].map((body) =>
      attempt(body.slice(0, 20), withBody(place.good, body), [400]),
    ),
};
