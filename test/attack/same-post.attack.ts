import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import { Bench } from '../e2e/access-matrix/bench.js';
import { OPERATIONS } from '../e2e/access-matrix/operations.js';
import { type Route, readRoutes, resolved, type Schema } from '../support/openapi.js';
import { bytesOf, withBody } from './draft.js';
import { count, say } from './figures.js';
import { type Place, placeOf } from './place.js';
import { type Reply, Wire } from './wire.js';

/*
 * A phone that hears no answer sends again, and several of them at once. Whatever bears an id of its own is made once, leaves one entry
 * in the trail, and everybody hears of it.
 */

const AT_ONCE = 50;

const CREATES = readRoutes()
  .filter(
    ({ method, body, operationId }) => method === 'POST' && body?.properties?.['id'] && makes(operationId),
  )
  .map((route) => [route.operationId, route] as const);

/** Where a secret code is asked for: the brake on guessing counts whoever asks, and lets the rest try again later. */
const BRAKED = ['ChildTransfer_redeem'];

function makes(operationId: string): boolean {
  return OPERATIONS[operationId]?.status === 201;
}

let bench: Bench;
let wires: Wire[];
let sent = 0;

beforeAll(async () => {
  bench = await Bench.open();
  wires = Array.from({ length: AT_ONCE }, () => new Wire(bench.app.port));
});
afterEach(() => bench.snapshot.restore());
afterAll(async () => {
  for (const wire of wires) wire.close();
  await bench.close();
});

describe.each(CREATES)('%s', (operationId, route) => {
  test(`${AT_ONCE} times at once is once`, async () => {
    const single = await leftBy(route, 1);
    await bench.snapshot.restore();
    const many = await leftBy(route, AT_ONCE);
    const others = many.statuses.filter((status) => !(BRAKED.includes(operationId) && status === 429));
    expect(others).toEqual([201, ...new Array<number>(others.length - 1).fill(200)]);
    expect(many.ids).toHaveLength(1);
    expect(many.actions).toEqual(single.actions);
    expect(many.rows).toEqual(single.rows);
  });
});

// A code that is not the one is no other content, but another thing or nothing.
const REPEATABLE = CREATES.filter(([operationId]) => !BRAKED.includes(operationId));

describe.each(REPEATABLE)('%s', (_, route) => {
  test('with other content is refused, and changes nothing', async () => {
    const place = placeOf(bench, route);
    const other = altered(place);
    const id = randomUUID();
    const first = await wires[0]!.ask([post(place, { ...place.body, id })]);
    const rows = await bench.snapshot.added();
    const second = await wires[0]!.ask([post(place, { ...other, id })]);
    sent += 2;
    expect([first.status, second.status, JSON.parse(second.text)]).toMatchObject([
      201,
      422,
      { code: 'id_reused' },
    ]);
    expect(await bench.snapshot.added()).toEqual(rows);
  });
});

test('tells how often', () => {
  expect(CREATES.length).toBeGreaterThan(15);
  say(
    'same request',
    `${CREATES.length} kinds of record, each sent ${AT_ONCE} times at once, ${count(sent)} requests: each made once`,
  );
});

interface Left {
  statuses: number[];
  /** The ids that were answered, each once; a link that is shown only once makes the first answer another one. */
  ids: string[];
  actions: string[];
  /** How many rows more there are, by table. */
  rows: Record<string, number>;
}

async function leftBy(route: Route, times: number): Promise<Left> {
  const place = placeOf(bench, route);
  const bytes = post(place, { ...place.body, id: randomUUID() });
  const replies = await Promise.all(wires.slice(0, times).map((wire) => wire.ask([bytes])));
  sent += times;
  const trail = await bench.newAuditRows();
  return {
    statuses: replies.map(({ status }) => status).sort((a, b) => b - a),
    ids: [...new Set(replies.filter(({ status }) => status < 300).map(idIn))],
    actions: trail.map(({ action }) => action).sort(),
    rows: await bench.snapshot.added(),
  };
}

function post({ good }: Place, body: object): Buffer {
  return bytesOf(withBody(good, JSON.stringify(body)));
}

/** The id of what was made; of several made at once, of the first. */
function idIn({ text }: Reply): string {
  const { id, items } = JSON.parse(text) as { id?: string; items?: { id: string }[] };
  return id ?? items?.[0]?.id ?? text;
}

/** The same with one thing changed to another that is right, too. */
function altered({ body, route }: Place): object {
  const ways: [kind: (schema: Schema) => boolean, change: (value: unknown, schema: Schema) => unknown][] = [
    [isFreeText, (value) => `${String(value)} anders`],
    [
      ({ enum: choices }) => choices !== undefined,
      (value, { enum: choices }) => choices!.find((one) => one !== value),
    ],
    [({ format }) => format === 'date', (value) => addDays(value as CalendarDate, -1)],
    [
      ({ type }) => type === 'integer',
      (value, { minimum = 0 }) => (Number(value) > minimum ? Number(value) - 1 : Number(value) + 1),
    ],
  ];
  for (const [fits, change] of ways) {
    const field = Object.entries(body).find(([name]) => fits(schemaOf(route, name)));
    if (field) return { ...body, [field[0]]: change(field[1], schemaOf(route, field[0])) };
  }
  return { ...body, since: '2020-01-06' };
}

const schemaOf = ({ body }: Route, name: string): Schema => resolved(body!.properties![name]!);

const isFreeText = ({ type, format, enum: choices, pattern, maxLength = 0 }: Schema): boolean =>
  type === 'string' && !format && !choices && !pattern && maxLength >= 60 && maxLength < 10_000;
