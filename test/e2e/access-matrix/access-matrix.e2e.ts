import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { declaredRoles, handlersOf } from '../../support/handlers.js';
import { readRoutes } from '../../support/openapi.js';
import { Bench } from './bench.js';
import { Cells, rolesOf } from './cells.js';
import { OPERATIONS } from './operations.js';
import { unaskedFields } from './references.js';

/*
 * Every operation of openapi.json × everybody who may call it or may not × own, foreign and unknown ids in path, body and filter
 * (what is no id at all: test/attack/bad-input).
 */

const ROUTES = readRoutes();
/** For machines, and not of the API (apart.e2e.ts). */
const APART = ['HealthController.live', 'HealthController.ready', 'MetricsController.get'];

let bench: Bench;
let before: string;

beforeAll(async () => {
  bench = await Bench.open();
  before = await bench.snapshot.checksum();
});
afterAll(() => bench.close());
// Of wrong passwords there are more than one network may send.
beforeEach(() => bench.db.query('delete from sign_in_throttles'));
// Writes put everything back; whatever is different now was written by somebody who may not.
afterEach(async () => {
  const after = await bench.snapshot.checksum();
  if (after !== before) await bench.snapshot.restore();
  expect(after).toBe(before);
});

test('every operation has its line in the matrix, and no line is left over', () => {
  expect(ROUTES.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(OPERATIONS).sort());
});

test('every handler is described in openapi.json', () => {
  const handlers = handlersOf(bench.app)
    .filter(({ name }) => !APART.includes(name))
    .map(({ name }) => operationOf(name));
  expect(handlers.sort()).toEqual(ROUTES.map(({ operationId }) => operationId).sort());
});

test('every id that a body or a filter takes is asked with somebody else’s, or it is said why not', () => {
  expect(ROUTES.flatMap((route) => unaskedFields(route, OPERATIONS[route.operationId]!))).toEqual([]);
});

describe.each(ROUTES.map((route) => [route.operationId, route] as const))('%s', (operationId, route) => {
  const operation = OPERATIONS[operationId]!;
  const cells = new Cells(() => bench, route).all();

  test('is for whom the matrix says', () => {
    const expected = rolesOf(operation.roles).toSorted();
    const { handler } = handlersOf(bench.app).find(({ name }) => operationOf(name) === operationId)!;
    expect([route.access.toSorted(), declaredRoles(handler).toSorted()]).toEqual([expected, expected]);
  });

  test.each(cells.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => cell.run());
});

function operationOf(handler: string): string {
  return handler.replace('Controller.', '_');
}
