import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readRoutes } from '../../support/openapi.js';
import { Bench } from '../access-matrix/bench.js';
import { badValuesFor } from './bad-values.js';
import { expectRefusal, goodRequest, withField } from './requests.js';

/*
 * Every operation is sent good requests with one thing wrong in them. The answer is a problem that names the field, never 500, and nothing is
 * written, whole or half.
 */

const BODIES = readRoutes()
  .filter(({ body }) => body !== null)
  .map((route) => [route.operationId, route] as const);

let bench: Bench;
let before: string;

beforeAll(async () => {
  bench = await Bench.open();
  before = await bench.snapshot.checksum();
});
afterAll(() => bench.close());
afterEach(async () => {
  const after = await bench.snapshot.checksum();
  if (after !== before) await bench.snapshot.restore();
  expect(after).toBe(before);
});

describe.each(BODIES)('%s', (_, route) => {
  const properties = Object.entries(route.body!.properties ?? {});

  test.each(properties)('says what is wrong with %s', async (name, schema) => {
    const { good, send } = goodRequest(bench, route);
    for (const raw of badValuesFor(schema, name)) {
      const answer = await send({ raw: withField(good, name, raw) });
      expectRefusal(answer, [400, 422]);
      const fields = (answer.json['errors'] as { field: string; message: string }[]).map(
        ({ field }) => field,
      );
      expect([name, raw.slice(0, 40), fields]).toEqual([name, raw.slice(0, 40), [name]]);
    }
  });

  const required = route.body!.required ?? [];
  if (required.length > 0)
    test('names every field that is missing', async () => {
      const answer = await goodRequest(bench, route).send({ raw: '{}' });
      expectRefusal(answer, [422]);
      const errors = answer.json['errors'] as { field: string; message: string }[];
      expect(errors.map(({ field }) => field).sort()).toEqual(required.toSorted());
      for (const { message } of errors) expect(message).toMatch(/ fehlt: bitte .*\.$/);
    });

  if (route.method === 'PATCH')
    test('refuses a change that changes nothing', async () => {
      expectRefusal(await goodRequest(bench, route).send({ raw: '{}' }), [422]);
    });

  test.each([
    ['a field that does not exist', (good: object) => JSON.stringify({ ...good, unknown: 1 })],
    ['a role', (good: object) => JSON.stringify({ ...good, roles: ['administrator'], isAdmin: true })],
    ['a version', (good: object) => JSON.stringify({ ...good, version: 99 })],
    ['an author', (good: object) => JSON.stringify({ ...good, authorId: bench.facts.people.lead.id })],
    ['its own times', (good: object) => JSON.stringify({ ...good, createdAt: '2020-01-01T00:00:00Z' })],
    ['a prototype', (good: object) => withField(good, '__proto__x', '1').replace('__proto__x', '__proto__')],
    ['a constructor', (good: object) => JSON.stringify({ ...good, constructor: { prototype: { a: 1 } } })],
    ['80,000 unknown fields', () => JSON.stringify(manyFields(80_000))],
  ])('refuses %s', async (__, raw) => {
    const { good, send } = goodRequest(bench, route);
    const answer = await send({ raw: raw(good) });
    expectRefusal(answer, [400]);
    // What is refused must not come back many times as long.
    expect(answer.bytes.length).toBeLessThan(20_000);
  });
});

// What is no JSON is refused before any operation is known; three stand for all: for everybody, for a new record, for a change.
const SOME: Record<string, string> = {
  Session_create: 'password',
  Activity_create: 'note',
  Institution_update: 'name',
};

describe.each(BODIES.filter(([name]) => name in SOME))('%s', (name, route) => {
  test.each([
    ['the same key twice', (good: string) => good.replace('{', '{"x":1,"x":1,')],
    ['no object', () => '[]'],
    ['a text', () => '"text"'],
    ['null', () => 'null'],
    ['NaN', (good: string) => good.replace('{', '{"x":NaN,')],
    ['half of it', (good: string) => good.slice(0, -1)],
    ['something behind it', (good: string) => `${good}{}`],
    ['21 levels', () => '['.repeat(21) + ']'.repeat(21)],
    ['200,000 levels', () => '{"a":'.repeat(200_000)],
    ['no JSON', () => '<xml/>'],
    ['a comment', (good: string) => `/**/${good}`],
  ])('refuses %s', async (__, raw) => {
    const { good, send } = goodRequest(bench, route);
    expectRefusal(await send({ raw: raw(JSON.stringify(good)) }), [400]);
  });

  test('refuses bytes that are no UTF-8, and a compressed body', async () => {
    const { good, send } = goodRequest(bench, route);
    const text = JSON.stringify(good);
    const headers = { 'content-encoding': 'gzip' };
    expectRefusal(await send({ raw: gzipSync(text), headers }), [400, 415]);
    const latin1 = Buffer.from(withField(good, SOME[name]!, '"Mühle am Öhrchen"'), 'latin1');
    expectRefusal(await send({ raw: latin1 }), [400]);
  });

  test('refuses 10 MB, announced or not', async () => {
    const raw = `{"a":"${'x'.repeat(10_000_000)}"}`;
    const { send } = goodRequest(bench, route);
    expectRefusal(await send({ raw }), [413]);
    const headers = { 'content-length': undefined, 'transfer-encoding': 'chunked' };
    expectRefusal(await send({ raw, headers }), [413]);
  });
});

function manyFields(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, 1]));
}
