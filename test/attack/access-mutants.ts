import { ROLES, type Role } from '../../src/access/roles.js';
import type { Asker } from '../support/askers.js';
import type { Handler } from '../support/handlers.js';
import type { Route } from '../support/openapi.js';
import { isA } from '../e2e/access-matrix/cells.js';
import type { Operation } from '../e2e/access-matrix/operation.js';
import { OF_SCOPE } from '../e2e/access-matrix/token-cells.js';
import { outsideReflect } from '../support/outside.js';

/** Keys of src/access/access.decorators.ts. */
const PUBLIC = 'access:public';
const ROLES_OF = 'access:roles';
const TOKEN_SCOPE = 'access:token-scope';
const BEFORE_SECOND_FACTOR = 'access:before-second-factor';

/** One access decorator of one handler, taken away or changed. */
export interface Mutant {
  name: string;
  route: Route;
  handler: object;
  /** What the handler's marks become; undefined takes one off. */
  marks: Record<string, unknown>;
  family: 'roles' | 'token' | 'second factor';
  /** Who notices it first, so that they are asked first; null is who is not signed in. */
  noticedBy: (asker: Asker | null) => boolean;
}

type Of = Pick<Mutant, 'route' | 'handler'>;

/** Every single change of the access decorators of one operation. */
export function mutantsOf(route: Route, { roles }: Operation, { handler }: Handler): Mutant[] {
  const of = { route, handler };
  return [...roleMutants(of, roles), ...tokenMutants(of, roles), ...secondFactorMutants(of, roles)];
}

function roleMutants(of: Of, roles: Operation['roles']): Mutant[] {
  const change = (what: string, marks: Mutant['marks'], noticedBy: Mutant['noticedBy']): Mutant => ({
    ...of,
    ...{ name: `${of.route.operationId}: ${what}`, marks, noticedBy, family: 'roles' },
  });
  const isNobody = (asker: Asker | null): boolean => asker === null;
  if (roles === 'public') {
    return [change('@Public() becomes @Access()', { [PUBLIC]: undefined, [ROLES_OF]: [] }, isNobody)];
  }
  const held = roles === 'anyone' ? ROLES : roles;
  const only = (list: readonly Role[]): Mutant['marks'] => ({ [ROLES_OF]: list });
  const opened = change('@Access() becomes @Public()', { [PUBLIC]: true, [ROLES_OF]: undefined }, isNobody);
  const taken = held.map((role) =>
    change(
      `without ${role}`,
      only(held.filter((one) => one !== role)),
      (asker) => asker !== null && isA(role, asker),
    ),
  );
  if (roles === 'anyone') return [opened, ...taken];
  const isOther = (asker: Asker | null): boolean => asker !== null && !roles.some((role) => isA(role, asker));
  const added = ROLES.filter((role) => !roles.includes(role)).map((role) =>
    change(`with ${role}`, only([...roles, role]), (asker) => isOther(asker) && isA(role, asker!)),
  );
  return [opened, change('for anyone', only([]), isOther), ...taken, ...added];
}

/** Tokens read, so that what is no GET is shut to them whatever is marked. */
function tokenMutants(of: Of, roles: Operation['roles']): Mutant[] {
  if (roles === 'public' || of.route.method !== 'GET') return [];
  const { operationId } = of.route;
  const scopes = [...Object.keys(OF_SCOPE), undefined] as (keyof typeof OF_SCOPE | undefined)[];
  return scopes
    .filter((scope) => (scope ? !OF_SCOPE[scope].includes(operationId) : isMarked(operationId)))
    .map((scope) => ({
      ...of,
      name: `${operationId}: for ${scope ? `tokens for ${scope}` : 'no token'}`,
      ...{ marks: { [TOKEN_SCOPE]: scope }, family: 'token', noticedBy: () => true },
    }));
}

function isMarked(operationId: string): boolean {
  return Object.values(OF_SCOPE).some((list) => list.includes(operationId));
}

function secondFactorMutants(of: Of, roles: Operation['roles']): Mutant[] {
  if (roles === 'public') return [];
  const isOpen = outsideReflect().getMetadata(BEFORE_SECOND_FACTOR, of.handler) === true;
  return [
    {
      ...of,
      name: `${of.route.operationId}: ${isOpen ? 'not before' : 'before'} the second factor`,
      marks: { [BEFORE_SECOND_FACTOR]: !isOpen },
      ...{ family: 'second factor', noticedBy: () => true },
    },
  ];
}

/** Changes the handler's marks for as long as `work` takes. */
export async function mutated<T>({ handler, marks }: Mutant, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(marks).map((key): [string, unknown] => [
    key,
    outsideReflect().getMetadata(key, handler),
  ]);
  for (const [key, value] of Object.entries(marks)) mark(handler, key, value);
  try {
    return await work();
  } finally {
    for (const [key, value] of before) mark(handler, key, value);
  }
}

function mark(handler: object, key: string, value: unknown): void {
  if (value === undefined) outsideReflect().deleteMetadata(key, handler);
  else outsideReflect().defineMetadata(key, value, handler);
}
