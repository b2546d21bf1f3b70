import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Bench } from '../../e2e/access-matrix/bench.js';
import { readRoutes } from '../../support/openapi.js';
import { bytesOf, withBody } from '../draft.js';
import { amount, count, say } from '../figures.js';
import { type Place, placeOf } from '../place.js';
import { faultOf, messageAbout } from '../refusal.js';
import { type Reply, Wire } from '../wire.js';
import { type Field, fieldsIn, withRaw } from './fields.js';
import { edgesOf, faultsOf } from './values.js';

/*
 * What a field just about takes: the largest number, the longest text, letters of more than one byte, names as they are written in other
 * countries. None of it is refused for its form, none is cut off, and what is stored is what was typed.
 */

const ROUTES = readRoutes().filter(({ body }) => body !== null);
// One in so many fields is asked for its edges in each run of the tests.
const EVERY = amount({ short: 4, long: 1 });

let bench: Bench;
let wire: Wire;
const figures = { edges: 0, taken: 0, kept: 0 };

beforeAll(async () => {
  bench = await Bench.open();
  wire = new Wire(bench.app.port);
});
afterEach(() => bench.snapshot.restore());
afterAll(async () => {
  wire.close();
  await bench.close();
});

async function send({ route, good, body }: Place, field: Field, raw: string): Promise<Reply> {
  return wire.ask([bytesOf(withBody(good, withRaw(body, route.body!, field.path, raw)))]);
}

/** Whether the answer is right; puts back what was stored. */
async function takes(place: Place, field: Field, raw: string): Promise<string | null> {
  const reply = await send(place, field, raw);
  figures.edges += 1;
  const fault = faultOf(reply);
  if (fault !== null) return fault;
  if (reply.status < 300) {
    figures.taken += 1;
    await bench.snapshot.restore();
    return null;
  }
  // What lies beyond is refused for its form. What lies within may be refused by a rule, which says something else.
  const about = messageAbout(reply, field.path);
  const [beyond] = [...(faultsOf(field)['out of range'] ?? []), ...(faultsOf(field)['too long'] ?? [])];
  if (about === null || beyond === undefined) return null;
  return about === messageAbout(await send(place, field, beyond), field.path) ? about : null;
}

let turn = 0;
test.each(ROUTES.map((route) => [route.operationId, route] as const))(
  '%s takes what is just possible',
  async (_, route) => {
    const place = placeOf(bench, route);
    const wrong: string[] = [];
    for (const field of fieldsIn(route.body!)) {
      if (edgesOf(field).length === 0 || (turn += 1) % EVERY !== 0) continue;
      for (const raw of edgesOf(field)) {
        const fault = await takes(place, field, raw);
        if (fault !== null) wrong.push(`${field.path}: ${raw.slice(0, 30)}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

// With a combining accent, an apostrophe of print, a ligature that stays one, and a letter beyond 16 bits.
const TYPED = '  Nguye\u0302\u0303n O\u2019Brien \ufb01 \u{1f3c3} ';
const STORED = 'Nguy\u1ec5n O\u2019Brien \ufb01 \u{1f3c3}';

/** Told under another name, or of something that was there before. */
const TOLD_OTHERWISE = ['Participation_create reason', 'TestProtocol_create itemTitle'];

const isFreeText = ({ kind, path, schema }: Field): boolean =>
  kind === 'text' && !path.includes('.') && !schema.pattern && (schema.maxLength ?? 0) >= 60;

test('whatever is typed as a name or a note is stored as one composed text', async () => {
  const lost: string[] = [];
  for (const route of ROUTES) {
    const place = placeOf(bench, route);
    for (const field of fieldsIn(route.body!).filter(isFreeText)) {
      const reply = await send(place, field, JSON.stringify(TYPED));
      expect([route.operationId, field.path, faultOf(reply)]).toEqual([route.operationId, field.path, null]);
      if (reply.status >= 300 || reply.body.length === 0) continue;
      const told = (JSON.parse(reply.text) as Record<string, unknown>)[field.path];
      if (told === STORED) figures.kept += 1;
      else if (told !== undefined) lost.push(`${route.operationId} ${field.path}`);
      await bench.snapshot.restore();
    }
  }
  expect(lost).toEqual(TOLD_OTHERWISE);
  expect(figures.kept).toBeGreaterThan(40);
});

test('tells how many', () => {
  const { edges, taken, kept } = figures;
  say(
    'just possible',
    `${count(edges)} values at an edge, ${count(taken)} stored, the rest refused by a rule; ${kept} texts kept letter by letter`,
  );
});
