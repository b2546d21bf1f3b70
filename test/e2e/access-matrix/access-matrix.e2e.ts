import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, type Role } from '../../../src/access/roles.js';
import { type Asker, ASKERS } from '../../support/askers.js';
import { CANARY, type HouseKey } from '../../support/city.js';
import type { Answer, Client } from '../../support/client.js';
import { handlersOf } from '../../support/handlers.js';
import { type Route, readRoutes } from '../../support/openapi.js';
import { type AuditRow, Bench, comparable } from './bench.js';
import type { Operation, Reference, Target } from './operation.js';
import { OPERATIONS } from './operations.js';

/*
 * Every operation of openapi.json × everybody who may call it or may not × own, foreign, unknown and garbage ids in path, body and filter.
 */

const ROUTES = readRoutes();
const PEOPLE = ASKERS.filter(({ self }) => self !== null);
const GARBAGE = [
  ...['undefined', 'null', '0', '..', '%00', '%2e%2e%2f', "'--", '00000000-0000-0000-0000-00000000000g'],
  'x'.repeat(10_000),
];

let bench: Bench;
let before: string;

beforeAll(async () => {
  bench = await Bench.open();
  before = await bench.snapshot.checksum();
});
afterAll(() => bench.close());
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
    .filter(({ name }) => !name.startsWith('HealthController.'))
    .map(({ name }) => name.replace('Controller.', '_'));
  expect(handlers.sort()).toEqual(ROUTES.map(({ operationId }) => operationId).sort());
});

describe.each(ROUTES.map((route) => [route.operationId, route] as const))('%s', (operationId, route) => {
  const operation = OPERATIONS[operationId]!;

  test('is for whom the matrix says', () => {
    const { roles } = operation;
    const expected = roles === 'public' ? ['public'] : roles === 'anyone' ? ROLES : roles;
    expect([...route.access].sort()).toEqual([...expected].sort());
  });

  test.each(['signed out', 'expired', 'disabled', 'with a made-up session'] as const)(
    'refuses who is %s',
    async (state) => {
      for (const target of allTargets(operation)) {
        const answer = await bench.ask(clientFor(state), route, operation, target, null);
        if (operation.roles === 'public') expect(answer.status).toBe(operation.status);
        else expect([answer.status, answer.json['code']]).toEqual([401, 'signed_out']);
      }
    },
  );

  test.each(PEOPLE.map((asker) => [asker.name, asker] as const))('%s', async (_, asker) => {
    const client = bench.clientOf(bench.facts.people[asker.self!]);
    if (!isAllowed(operation, asker)) return refusedByRole(client, route, operation, asker);
    for (const target of targetsOf(operation)) {
      const may = operation.may?.(asker, target) ?? true;
      if (may) await succeeds(client, route, operation, asker, target);
      else await looksUnknown(client, route, operation, asker, target);
    }
    for (const reference of operation.references ?? []) {
      await referenceLooksUnknown(client, route, operation, asker, reference);
    }
  });

  if (route.path.includes('{id}')) {
    test.each(GARBAGE)('has no place for the id %#', async (id) => {
      const asker = PEOPLE.find((person) => isAllowed(operation, person))!;
      const client = bench.clientOf(bench.facts.people[asker.self!]);
      const answer = await bench.ask(client, route, operation, { label: 'garbage', id }, asker);
      expect([answer.status, answer.json['code']]).toEqual([404, 'not_found']);
    });
  }
});

function clientFor(state: 'signed out' | 'expired' | 'disabled' | 'with a made-up session'): Client {
  const { people } = bench.facts;
  if (state === 'signed out') return bench.app.client();
  if (state === 'with a made-up session') {
    return bench.clientOf({ ...people.educator, token: 'A'.repeat(43) });
  }
  return bench.clientOf(people[state]);
}

function targetsOf({ targets }: Operation): Target[] {
  return targets?.(bench.facts) ?? [{ label: 'itself', id: '' }];
}

function allTargets(operation: Operation): Target[] {
  return operation.targets ? [...targetsOf(operation), bench.unknown()] : targetsOf(operation);
}

function isAllowed({ roles }: Operation, asker: Asker): boolean {
  if (typeof roles === 'string') return true;
  const held: Record<Role, boolean> = {
    educator: asker.teaches.length > 0,
    institution_lead: asker.leads.length > 0,
    // The role, not an assignment: a coach whose assignments are over sees nothing, but is a coach.
    coach: /coach/i.test(asker.name),
    coordinator: asker.coordinates.length > 0,
    programme_lead: asker.programmeLead,
    administrator: asker.administrator,
  };
  return roles.some((role) => held[role]);
}

async function refusedByRole(
  client: Client,
  route: Route,
  operation: Operation,
  asker: Asker,
): Promise<void> {
  for (const target of allTargets(operation)) {
    const answer = await bench.ask(client, route, operation, target, asker);
    expect([answer.status, answer.json['code']]).toEqual([403, 'forbidden']);
  }
}

async function succeeds(
  client: Client,
  route: Route,
  operation: Operation,
  asker: Asker,
  target: Target,
): Promise<void> {
  const answer = await bench.ask(client, route, operation, target, asker);
  const expected = operation.shows?.expected(asker, bench.facts) ?? [];
  // What shows only what is theirs has nothing to show to who has nothing.
  const isEmpty =
    operation.shows !== undefined && expected.length === 0 && [204, 404].includes(answer.status);
  if (!isEmpty) {
    expect([target.label, answer.status]).toEqual([target.label, operation.status]);
    if (operation.shows) expect(operation.shows.found(answer).sort()).toEqual(expected.sort());
  }
  if (operation.writes && !isEmpty) {
    await leftItsTrace(answer, operation, asker, target);
    await bench.snapshot.restore();
  } else {
    expect(await bench.newAuditRows()).toEqual([]);
  }
}

async function leftItsTrace(
  answer: Answer,
  { writes, status }: Operation,
  asker: Asker,
  { house, id }: Target,
): Promise<void> {
  const rows = await bench.newAuditRows();
  const [row] = rows.filter(({ action }) => action === writes!.action);
  expect(
    rows
      .filter((other) => other !== row)
      .map(({ action }) => action)
      .sort(),
  ).toEqual(writes!.besides ?? []);
  expect({ ...row, fields: row!.fields.toSorted() }).toMatchObject({
    action: writes!.action,
    object_type: writes!.objectType,
    fields: writes!.fields,
    actor_id: bench.facts.people[asker.self!].id,
    request_id: answer.headers['x-request-id'],
    institution_id: institutionOf(row!, house),
  });
  if (status === 201) expect(row!.object_id).toBe(answer.json['id'] ?? firstOf(answer));
  else if (id) expect(row!.object_id).toBe(id);
  expect(row!.whole).not.toContain(CANARY);
}

/** Where several can be made at once, the answer is a list. */
function firstOf({ json }: Answer): string | undefined {
  return (json['items'] as { id: string }[] | undefined)?.[0]?.id;
}

/** Whose chain it must be in, if any house's: a new institution begins its own. */
function institutionOf(row: AuditRow, house: HouseKey | undefined): string | null {
  if (house) return bench.facts.houses[house].id;
  return row.object_type === 'institution' ? row.object_id : null;
}

async function looksUnknown(
  client: Client,
  route: Route,
  operation: Operation,
  asker: Asker,
  target: Target,
): Promise<void> {
  const unknown = bench.unknown();
  const [theirs, none] = [
    await bench.ask(client, route, operation, target, asker),
    await bench.ask(client, route, operation, unknown, asker),
  ];
  expect([target.label, theirs.status]).toEqual([target.label, 404]);
  expect(comparable(theirs, target.id)).toEqual(comparable(none, unknown.id));
}

/** The request is good but for an id of somebody else's in its body or filter. */
async function referenceLooksUnknown(
  client: Client,
  route: Route,
  operation: Operation,
  asker: Asker,
  reference: Reference,
): Promise<void> {
  const good = targetsOf(operation).find((target) => operation.may?.(asker, target) ?? true);
  if (!good) return;
  const unknown = bench.unknown();
  const wrong = await bench.ask(client, route, operation, good, asker, { ...reference, id: unknown.id });
  if (reference.in === 'body') expect(wrong.status).toBeGreaterThanOrEqual(400);
  for (const target of reference.targets(bench.facts)) {
    if (reference.may(asker, target)) continue;
    const answer = await bench.ask(client, route, operation, good, asker, { ...reference, id: target.id });
    expect([reference.field, target.label, comparable(answer, target.id)]).toEqual([
      ...[reference.field, target.label],
      comparable(wrong, unknown.id),
    ]);
  }
  if (operation.writes) await bench.snapshot.restore();
}
