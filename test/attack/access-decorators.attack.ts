import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { giveToken } from '../support/access-token.js';
import { startApp, type TestApp } from '../support/app.js';
import { type City, signedIn } from '../support/city.js';
import { declaredRoles, type Handler, handlersOf } from '../support/handlers.js';
import { outsideReflect } from '../support/outside.js';
import { readRoutes, type Route } from '../support/openapi.js';
import { Bench } from '../e2e/access-matrix/bench.js';
import { type Cell, Cells, rolesOf } from '../e2e/access-matrix/cells.js';
import { OPERATIONS } from '../e2e/access-matrix/operations.js';
import { askPlainly, asksForSecondFactor } from '../e2e/access-matrix/second-factor-cells.js';
import { expectedOutcome, OF_SCOPE, outcomeWith } from '../e2e/access-matrix/token-cells.js';
import { type Mutant, mutantsOf, mutated } from './access-mutants.js';
import { amount, count, say } from './figures.js';
import { behindTheDecorator, type Held } from './access-scope.js';

/*
 * Is the access matrix awake? Every access decorator is taken away, widened and narrowed, one at a time, and the squares of the matrix that
 * belong to its operation are asked again; each time one of them must be red. With the decorator out of the way it shows, too, what the
 * database holds back by itself.
 */

const ROUTES = readRoutes();
/** Every how many-th is tried. */
const STRIDE = amount({ short: 17, long: 1 });

let bench: Bench;
/** Where everybody's role asks for a second factor. */
let strict: TestApp;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  bench = await Bench.open();
  strict = await startApp(bench.database.runtime, { secondFactorRequired: true });
  // What a mutant breaks is reported as the fault of the programmer that it is.
  bench.app.app.useLogger(false);
  const { coordinator } = bench.facts.people;
  for (const scope of Object.keys(OF_SCOPE))
    tokens[scope] = (await giveToken(bench.db, coordinator.id, [scope])).token;
  await bench.snapshot.renew();
});
afterAll(async () => {
  await strict.close();
  await bench.close();
});

test('no change of an access decorator goes unnoticed', async () => {
  const all = mutants();
  const tried = all.filter((_, i) => i % STRIDE === 0);
  const unheard: Mutant[] = [];
  for (const mutant of tried) if (!(await mutated(mutant, () => isNoticed(mutant)))) unheard.push(mutant);
  // Where the service refuses in the same words, only the handler's own word tells.
  const survivors: Mutant[] = [];
  for (const mutant of unheard) if (await mutated(mutant, () => saysTheSame(mutant))) survivors.push(mutant);
  const killed = tried.length - survivors.length;
  say(
    'access',
    `${count(killed)} of ${count(tried.length)} changed decorators noticed (${((100 * killed) / tried.length).toFixed(1)} %; ` +
      `${count(all.length)} there are), ${count(unheard.length - survivors.length)} of them by their own word alone`,
  );
  expect(all.length).toBeGreaterThan(2000);
  expect(survivors.map(({ name }) => name)).toEqual([]);
});

test('with its decorator open to everybody, an operation still shows nobody what is not theirs', async () => {
  const guarded = ROUTES.filter(({ operationId }) => Array.isArray(OPERATIONS[operationId]!.roles));
  const held: Held[] = [];
  for (const route of guarded.filter((one, i) => i % STRIDE === 0 || choosesReach(one))) {
    const [open] = mutantsOf(route, OPERATIONS[route.operationId]!, handlerOf(route)).filter(({ name }) =>
      name.endsWith('for anyone'),
    );
    held.push(...(await mutated(open!, () => behindTheDecorator(bench, route))));
  }
  const of = (kind: Held['kind']): Held[] => held.filter((one) => one.kind === kind);
  say(
    'access',
    `of ${count(held.length)} refusals by role the database refuses ${count(of('refused').length)} as well and shows nothing of ` +
      `anybody else's in ${count(of('scoped').length)}; ${count(of('written').length)} rest on the decorator alone`,
  );
  expect(of('leaked')).toEqual([]);
});

/** Whoever opens transactions of its own may read with the eyes of the system, and no policy asks who wants to know. */
function choosesReach(route: Route): boolean {
  return outsideReflect().hasMetadata('access:own-transaction', handlerOf(route).handler);
}

function mutants(): Mutant[] {
  return ROUTES.flatMap((route) => mutantsOf(route, OPERATIONS[route.operationId]!, handlerOf(route)));
}

function handlerOf({ operationId }: Route): Handler {
  return handlers().get(operationId)!;
}

let known: Map<string, Handler> | undefined;
function handlers(): Map<string, Handler> {
  known ??= new Map(handlersOf(bench.app).map((one) => [one.name.replace('Controller.', '_'), one]));
  return known;
}

function saysTheSame({ route, handler }: Mutant): Promise<boolean> {
  const { roles } = OPERATIONS[route.operationId]!;
  return Promise.resolve(declaredRoles(handler).toSorted().join() === rolesOf(roles).toSorted().join());
}

function isNoticed(mutant: Mutant): Promise<boolean> {
  const { route, family } = mutant;
  if (family === 'token') return isRed(...tokenCells(route));
  if (family === 'second factor') return isRed(secondFactorCell(route, bench.facts));
  const cells = new Cells(() => bench, route).all();
  const first = (cell: Cell): number => Number(mutant.noticedBy(cell.asker));
  return isRed(...cells.toSorted((a, b) => first(b) - first(a)).map((cell) => cell.run));
}

/** Whether one of them fails, or leaves behind what it should not. */
async function isRed(...cells: (() => Promise<void>)[]): Promise<boolean> {
  for (const run of cells) {
    const failed = await run().then(
      () => false,
      () => true,
    );
    const changed = (await bench.snapshot.checksum()) !== '';
    if (changed) await bench.snapshot.restore();
    if (failed || changed) return true;
  }
  return false;
}

function tokenCells(route: Route): (() => Promise<void>)[] {
  return Object.entries(OF_SCOPE).map(([scope, marked]) => async () => {
    const outcome = await outcomeWith(bench.app, tokens[scope]!, route);
    // When a token was last used is kept.
    await bench.snapshot.restore();
    expect(outcome).toEqual(expectedOutcome(marked, route));
  });
}

function secondFactorCell(route: Route, { people }: City): () => Promise<void> {
  return async () => {
    const { status, text } = await askPlainly(signedIn(strict, people.coordinator), route);
    expect(status === 403 && text.includes('second_factor_required')).toBe(asksForSecondFactor(route));
  };
}
