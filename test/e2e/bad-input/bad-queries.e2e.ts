import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import { readRoutes } from '../../support/openapi.js';
import { Bench } from '../access-matrix/bench.js';
import { badQueryFor } from './bad-values.js';
import { askWith, expectRefusal, goodRequest } from './requests.js';

/* Versions, filters and cursors that cannot be, for every operation that takes one. */

const ROUTES = readRoutes();

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

const VERSIONED = ROUTES.filter(({ needsIfMatch }) => needsIfMatch).map(
  (route) => [route.operationId, route] as const,
);

describe.each(VERSIONED)('the version in %s', (_, route) => {
  test('must be there', async () => {
    const { good, send } = goodRequest(bench, route);
    const answer = await send({ body: good, version: undefined });
    expectRefusal(answer, [428]);
    expect(answer.json['code']).toBe('precondition_required');
  });

  test.each(['1', 'abc', '*', '"abc"', '"-1"', '"1.5"', '"1", "2"', '"99999999999"', '""', "'1'"])(
    'is none when it is %s',
    async (header) => {
      const { good, send } = goodRequest(bench, route);
      expectRefusal(await send({ body: good, headers: { 'if-match': header } }), [400]);
    },
  );

  test.each(['"0"', '"2"', '"999999999"'])(
    'of another time is refused with the stored one: %s',
    async (header) => {
      const { good, send } = goodRequest(bench, route);
      const answer = await send({ body: good, headers: { 'if-match': header } });
      expectRefusal(answer, [412]);
      expect(answer.json).toMatchObject({ code: 'changed_meanwhile', current: { version: 1 } });
    },
  );
});

const QUERIES = ROUTES.filter(({ query }) => query.length > 0).flatMap((route) =>
  route.query.map(({ name, schema }) => [route.operationId, name, route, schema] as const),
);

describe.each(QUERIES)('the query of %s', (_, name, route, schema) => {
  const ask = (query: string): Promise<Answer> => askWith(bench, route, query);

  test(`refuses a bad ${name}`, async () => {
    const bad = badQueryFor(schema);
    for (const value of bad) {
      const answer = await ask(`${name}=${value}`);
      expectRefusal(answer, [400]);
      expect([value, answer.json['field']]).toEqual([value, name]);
    }
  });

  test(`refuses ${name} given twice, as a list or as an object`, async () => {
    for (const query of [`${name}=5&${name}=6`, `${name}[]=5`, `${name}[a]=5`, `${name}.a=5`])
      expectRefusal(await ask(query), [400]);
  });
});

const FILTERED = ROUTES.filter(({ query }) => query.length > 0).map(
  (route) => [route.operationId, route] as const,
);

test.each(FILTERED)('%s refuses parameters it does not know', async (_, route) => {
  for (const query of [
    'unknown=1',
    '__proto__=1',
    'constructor=1',
    '=1',
    'sort=;drop',
    'sort=name%3Bdrop',
    '%00=1',
  ])
    expectRefusal(await askWith(bench, route, query), [400]);
});

const PAGED = ROUTES.filter(({ query }) => query.some(({ name }) => name === 'cursor')).map(
  (route) => [route.operationId, route] as const,
);

test.each(PAGED)('%s refuses cursors it has not written', async (_, route) => {
  const id = bench.facts.houses.kita.id;
  const keys = [
    ...[
      [],
      {},
      null,
      5,
      'a',
      ['a'],
      [id],
      [1, 2, 3],
      ['a', 'b'],
      ['a', "' or true"],
      [1, 'a', 'b'],
      [null, id],
    ],
    ...[
      ['a', 'a', 'a'],
      [1.5, 'a', id],
      [1e300, 'a', id],
      ['a', 'b', 'c', id],
      [[], id],
    ],
    ...[
      ['a\0', id],
      ['\ud800', id],
      ['a\0', 'b', id],
    ],
  ];
  const cursors = [
    ...keys.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url')),
    ...['x', '%00', 'W10', '....', 'eyJhIjoxfQ', 'x'.repeat(900)],
  ];
  for (const cursor of cursors) {
    const answer = await askWith(bench, route, `cursor=${cursor}`);
    expectRefusal(answer, [400]);
  }
});
