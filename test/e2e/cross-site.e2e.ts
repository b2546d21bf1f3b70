import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sent } from '../support/client.js';
import { readRoutes } from '../support/openapi.js';
import { Snapshot } from '../support/snapshot.js';
import { Stage } from '../support/stage.js';

/* Requests that another site makes a signed-in person's browser send. */

let stage: Stage;
let snapshot: Snapshot;
let before: string;

beforeAll(async () => {
  stage = await Stage.open();
  snapshot = await Snapshot.take(stage.db);
  before = await snapshot.checksum();
});
afterAll(() => stage.close());

const WRITES = readRoutes()
  .filter(({ method }) => method !== 'GET')
  .map(({ method, path }) => [method, path] as const);

const FOREIGN: Record<string, Sent['headers']> = {
  'no origin at all': { origin: undefined },
  'a foreign origin': { origin: 'https://elsewhere.example' },
  'the origin of a file': { origin: 'null' },
  'another port': { origin: 'http://localhost:3001' },
  'a cross-site mark': { 'sec-fetch-site': 'cross-site' },
  'a mark of a neighbour': { 'sec-fetch-site': 'same-site' },
};

describe.each(WRITES)('%s %s', (method, path) => {
  test.each(Object.keys(FOREIGN))('is refused with %s', async (name) => {
    const url = path.replace('{id}', stage.city.houses.kita.id);
    const answer = await stage.as('administrator').send(method, url, { body: {}, headers: FOREIGN[name] });
    expect([answer.status, answer.json['code']]).toEqual([403, 'cross_origin']);
    expect(answer.cookies).toEqual([]);
  });
});

test('our own pages are let through, by their mark or by their origin', async () => {
  const ways = [
    { origin: undefined, 'sec-fetch-site': 'same-origin' },
    { origin: stage.app.settings.publicUrl },
  ];
  for (const headers of ways) {
    const answer = await stage.as('administrator').post('/api/municipalities', {}, { headers });
    expect(answer.json['code']).toBe('invalid');
  }
});

// A form of another site can send these without asking the browser first.
describe.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  undefined,
])('a body of type %s', (type) => {
  test.each(WRITES.filter(([method]) => method !== 'DELETE'))('is refused by %s %s', async (method, path) => {
    const url = path.replace('{id}', stage.city.houses.kita.id);
    const raw = '{"name":"x"}';
    const sent = { raw, headers: { 'content-type': type, 'if-match': '"1"' } };
    const answer = await stage.as('administrator').send(method, url, sent);
    expect([answer.status, answer.json['code']]).toEqual([415, 'unsupported_media_type']);
  });
});

test('none of it has changed anything', async () => {
  expect(await snapshot.checksum()).toBe(before);
});
