import type { Asker } from '../support/askers.js';
import type { Route } from '../support/openapi.js';
import type { Bench } from '../e2e/access-matrix/bench.js';
import { isAllowed, PEOPLE } from '../e2e/access-matrix/cells.js';
import type { Target } from '../e2e/access-matrix/operation.js';
import { OPERATIONS } from '../e2e/access-matrix/operations.js';

/** What happens to somebody whom only the decorator kept out, once it does not. */
export interface Held {
  name: string;
  /** It is refused behind it, too; nothing of anybody else's is shown; something is written; a canary of somebody else's is shown. */
  kind: 'refused' | 'scoped' | 'written' | 'leaked';
  /** What was found, where it is a leak. */
  why?: string;
}

/** Asks an operation, whose decorator is open to everybody at the moment, as all those whom it usually keeps out. */
export async function behindTheDecorator(bench: Bench, route: Route): Promise<Held[]> {
  const operation = OPERATIONS[route.operationId]!;
  const held: Held[] = [];
  for (const asker of PEOPLE.filter((person) => !isAllowed(operation, person))) {
    for (const target of operation.targets?.(bench.facts) ?? [{ label: 'itself', id: '' }]) {
      const name = `${route.operationId}, ${asker.name}, ${target.label}`;
      held.push({ name, ...(await outcomeOf(bench, route, asker, target)) });
    }
  }
  return held;
}

async function outcomeOf(
  bench: Bench,
  route: Route,
  asker: Asker,
  target: Target,
): Promise<Omit<Held, 'name'>> {
  const client = bench.clientOf(bench.facts.people[asker.self!]);
  const answer = await bench.send(client, route, OPERATIONS[route.operationId]!, target, asker);
  const wrote = (await bench.newAuditRows()).length > 0;
  if (wrote) await bench.snapshot.restore();
  const told = OPERATIONS[route.operationId]?.tells?.(asker) ?? [];
  const leaks = bench.leaksIn(answer, asker).filter((canary) => !told.includes(canary));
  if (leaks.length > 0) return { kind: 'leaked', why: leaks.join(', ') };
  if (answer.status >= 400) return { kind: 'refused' };
  // Of files the trail keeps that they were fetched.
  return { kind: wrote && route.method !== 'GET' ? 'written' : 'scoped' };
}
