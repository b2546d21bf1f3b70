import { type Asker, ASKERS } from '../support/askers.js';
import type { Client, Sent } from '../support/client.js';
import type { Route } from '../support/openapi.js';
import type { Bench } from '../e2e/access-matrix/bench.js';
import type { Operation, Target } from '../e2e/access-matrix/operation.js';
import { OPERATIONS } from '../e2e/access-matrix/operations.js';
import { everybody } from '../e2e/access-matrix/targets.js';
import { type Draft, withBody, withHeader } from './draft.js';

/** An operation, somebody who may do it, and the request that does: what an attack begins with. */
export interface Place {
  route: Route;
  operation: Operation;
  asker: Asker;
  good: Draft;
  /** The good request's JSON body, empty where it has none. */
  body: Record<string, unknown>;
}

export function placeOf(bench: Bench, route: Route): Place {
  const operation = OPERATIONS[route.operationId]!;
  const { asker, target, client } = whoMay(bench, route, operation);
  const sent = operation.send?.(target, bench.facts, asker) ?? {};
  const body = (sent.body ?? {}) as Record<string, unknown>;
  const draft: Draft = {
    method: route.method,
    path: pathOf(bench, route, operation, target),
    headers: [],
    body: null,
  };
  return { route, operation, asker, good: filled(draft, sent, client), body };
}

function pathOf(bench: Bench, route: Route, { query }: Operation, target: Target): string {
  const search = new URLSearchParams(query?.(target, bench.facts)).toString();
  return route.path.replace('{id}', target.id) + (search === '' ? '' : `?${search}`);
}

function filled(draft: Draft, { body, raw, headers = {}, version }: Sent, client: Client): Draft {
  const cookie = [...client.cookies].map((pair) => pair.join('=')).join('; ');
  const content = raw ?? (body === undefined ? null : JSON.stringify(body));
  let full = withHeader(draft, 'host', `127.0.0.1:${client.place.port}`);
  if (cookie !== '') full = withHeader(full, 'cookie', cookie);
  if (draft.method !== 'GET') full = withHeader(full, 'origin', client.place.origin);
  if (version !== undefined) full = withHeader(full, 'if-match', `"${version}"`);
  const type = headers['content-type'];
  return content === null ? full : withBody(full, content, typeof type === 'string' ? type : undefined);
}

/** Somebody who may do this, somewhere. */
function whoMay(
  bench: Bench,
  route: Route,
  { targets, may }: Operation,
): { client: Client; asker: Asker; target: Target } {
  const askers = ASKERS.filter(({ self }) => self !== null && isAllowed(route, self));
  const all = targets?.(bench.facts) ?? [{ label: '', id: '' }];
  for (const reaches of [may ?? everybody, everybody]) {
    // Where nobody reaches anything, such as what only a secret opens, whoever may ask does.
    for (const asker of askers) {
      const target = all.find((one) => reaches(asker, one));
      if (target) return { client: bench.clientOf(bench.facts.people[asker.self!]), asker, target };
    }
  }
  throw new Error(`Nobody may ${route.operationId}`);
}

const HOLDERS: Record<string, string> = {
  educator: 'educator',
  lead: 'institution_lead',
  schoolLead: 'institution_lead',
  coach: 'coach',
  coordinator: 'coordinator',
  programmeLead: 'programme_lead',
  administrator: 'administrator',
};

const isAllowed = ({ access }: Route, self: string): boolean =>
  access.includes(HOLDERS[self] ?? '') || (access.includes('public') && self === 'roleless');
