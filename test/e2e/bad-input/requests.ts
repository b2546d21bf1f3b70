import { expect } from '@jest/globals';
import { type Asker, ASKERS } from '../../support/askers.js';
import type { Answer, Client, Sent } from '../../support/client.js';
import type { Route } from '../../support/openapi.js';
import type { Bench } from '../access-matrix/bench.js';
import type { Target } from '../access-matrix/operation.js';
import { OPERATIONS } from '../access-matrix/operations.js';

/** Somebody who may do this, somewhere. */
export function whoMay(bench: Bench, route: Route): { client: Client; asker: Asker; target: Target } {
  const { targets, may } = OPERATIONS[route.operationId]!;
  for (const asker of ASKERS.filter(({ self }) => self !== null && isAllowed(route, self))) {
    const target = targets
      ? targets(bench.facts).find((one) => may?.(asker, one) ?? true)
      : { label: '', id: '' };
    if (target) return { client: bench.clientOf(bench.facts.people[asker.self!]), asker, target };
  }
  throw new Error(`Nobody may ${route.operationId}`);
}

const HOLDERS: Record<string, string> = {
  educator: 'educator',
  lead: 'institution_lead',
  schoolLead: 'institution_lead',
  coordinator: 'coordinator',
  administrator: 'administrator',
};
const isAllowed = ({ access }: Route, self: string | null): boolean =>
  access.includes(HOLDERS[self ?? ''] ?? '') || (access.includes('public') && self === 'roleless');

/** The good request, as JSON text, and how to send another in its place. */
export function goodRequest(
  bench: Bench,
  route: Route,
): { good: object; send: (sent: Sent) => Promise<Answer> } {
  const { client, asker, target } = whoMay(bench, route);
  const { body = {}, version } = OPERATIONS[route.operationId]!.send?.(target, bench.facts, asker) ?? {};
  const path = route.path.replace('{id}', target.id);
  return { good: body as object, send: (sent) => client.send(route.method, path, { version, ...sent }) };
}

/** Asks with a query of one's own, beside what the operation cannot do without. */
export function askWith(bench: Bench, route: Route, query: string): Promise<Answer> {
  const { client, asker, target } = whoMay(bench, route);
  const operation = OPERATIONS[route.operationId]!;
  const needed = Object.entries(operation.query?.(target, bench.facts) ?? {}).filter(
    ([name]) => !query.startsWith(name),
  );
  const search = [...needed.map((pair) => pair.join('=')), query].join('&');
  const path = route.path.replace('{id}', target.id);
  return client.send(route.method, `${path}?${search}`, operation.send?.(target, bench.facts, asker));
}

/** The good body with one field replaced by raw JSON. */
export function withField(good: object, name: string, raw: string): string {
  return JSON.stringify({ ...good, [name]: '@' }).replace('"@"', () => raw);
}

export function expectRefusal(answer: Answer, statuses: number[]): void {
  const { status, headers, text } = answer;
  if (!statuses.includes(status))
    throw new Error(`${status}, expected ${statuses.join(' or ')}: ${text.slice(0, 300)}`);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.json).toMatchObject({
    ...{
      status,
      code: expect.stringMatching(/^[a-z_]+$/),
      type: expect.stringContaining('urn:olympia-ruft:'),
    },
    ...{
      title: expect.stringMatching(/^\p{L}.*[.?!]$|gehört nicht hierher/u),
      requestId: headers['x-request-id'],
    },
  });
}
