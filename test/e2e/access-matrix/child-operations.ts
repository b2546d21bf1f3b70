import { randomUUID } from 'node:crypto';
import type { Role } from '../../../src/access/roles.js';
import type { Asker } from '../../support/askers.js';
import { CHILD_CODES, CHILD_HOUSES, type ChildHouse } from '../../support/child-rows.js';
import type { HouseKey } from '../../support/city.js';
import type { Answer, Sent } from '../../support/client.js';
import { textOf } from './file-text.js';
import type { Facts, Operation, Reaches, Target } from './operation.js';
import { at, filter, groups, houseOf, houses, worksThere } from './targets.js';

/* Children, consents and transfers: the staff of the house, its coach of today who reads, and nobody above them. */

const STAFF: readonly Role[] = ['educator', 'institution_lead'];
const READERS: readonly Role[] = [...STAFF, 'coach'];

const body = (content: object): Sent => ({ body: content });
const change = (content?: object): Sent => ({ ...(content && { body: content }), version: 1 });
const traced = (action: string, fields: string[] = []): Operation['writes'] => ({
  ...{ action, objectType: action.split('.')[0]!, fields },
});

const perHouse =
  (ids: (facts: Facts) => Record<string, string>) =>
  (facts: Facts): Target[] =>
    CHILD_HOUSES.map((house) => at(house, ids(facts)[house]));
export const children = perHouse((facts) => facts.child.children);
const consents = perHouse((facts) => facts.child.consents);

const knows = ({ teaches, leads, coaches }: Asker, house: HouseKey | undefined): boolean =>
  house !== undefined && [...teaches, ...leads, ...coaches].includes(house);
export const knowsChild: Reaches = (asker, { house }) => knows(asker, house);

/** Codes that the asker may read; they are canaries. */
export function codesOf(asker: Asker): string[] {
  return CHILD_HOUSES.filter((house) => knows(asker, house)).map((house) => CHILD_CODES[house]);
}
export const CODE_CANARY = /KNRY[KXD]/g;
export const codes = (answer: Answer): string[] => [...new Set(textOf(answer).match(CODE_CANARY) ?? [])];
const childHouses = (facts: Facts): Target[] => houses(facts).filter(({ house }) => house !== 'idle');

const into = ({ id: institutionId }: Target): Record<string, string> => ({ institutionId });
const file = (): Sent => ({ raw: 'Code;Gruppe\nKNRYM;Nirgends', headers: { 'content-type': 'text/csv' } });

export const CHILDREN: Record<string, Operation> = {
  Child_list: {
    roles: READERS,
    status: 200,
    shows: { expected: codesOf, found: codes },
    references: [filter('institutionId', houses, knowsChild), filter('groupId', groups, knowsChild)],
  },
  Child_get: { roles: READERS, status: 200, targets: children, may: knowsChild },
  Child_create: {
    roles: STAFF,
    status: 201,
    targets: childHouses,
    may: worksThere,
    send: (target, facts) => {
      const { id: institutionId, groupId } = houseOf(target, facts);
      return body({ institutionId, groupId, count: 1 });
    },
    references: [{ field: 'groupId', in: 'body', targets: groups, may: worksThere }],
    writes: traced('child.create', ['code', 'groupId', 'institutionId']),
  },
  Child_updateMany: {
    roles: STAFF,
    status: 200,
    targets: children,
    may: worksThere,
    send: (target, facts) => {
      const { id: institutionId } = houseOf(target, facts);
      return body({ institutionId, children: [{ id: target.id, version: 1, sex: 'male' }] });
    },
    writes: traced('child.update', ['sex']),
  },
  Child_update: {
    roles: STAFF,
    status: 200,
    targets: children,
    may: worksThere,
    send: () => change({ birthMonth: '2021-03' }),
    references: [{ field: 'groupId', in: 'body', targets: groups, may: worksThere }],
    writes: traced('child.update', ['birthMonth']),
  },
  Child_remove: {
    roles: STAFF,
    status: 204,
    targets: children,
    may: worksThere,
    send: () => change(),
    writes: traced('child.remove'),
  },
  // Of the children of the city, each has one already: the same once more writes nothing (consents.e2e.ts asks the rest).
  Consent_create: {
    roles: STAFF,
    status: 409,
    targets: childHouses,
    may: worksThere,
    send: ({ id, house }, { child, today }) => {
      const childId = house === undefined ? randomUUID() : child.children[house as ChildHouse];
      return body({ institutionId: id, childIds: [childId], givenOn: today });
    },
  },
  Consent_update: {
    roles: STAFF,
    status: 200,
    targets: consents,
    may: worksThere,
    send: (_, { today }) => change({ givenOn: today }),
    writes: traced('consent.update', ['givenOn']),
  },
  Consent_withdraw: {
    roles: STAFF,
    status: 200,
    targets: consents,
    may: worksThere,
    send: () => change(),
    writes: { ...traced('consent.withdraw', ['withdrawnOn'])!, besides: ['child.erase'] },
  },
  ChildTransfer_list: {
    roles: STAFF,
    status: 200,
    shows: { expected: codesOf, found: codes },
    references: [filter('institutionId', houses, worksThere)],
  },
  // A new code in the place of the one before.
  ChildTransfer_create: {
    roles: STAFF,
    status: 201,
    targets: childHouses,
    may: worksThere,
    send: ({ id, house }, { child }) => {
      const childId = house === undefined ? randomUUID() : child.children[house as ChildHouse];
      return body({ institutionId: id, childIds: [childId] });
    },
    writes: traced('child_transfer.create', ['childId', 'code', 'expiresOn']),
  },
  ChildTransfer_redeem: {
    roles: STAFF,
    status: 201,
    targets: childHouses,
    may: worksThere,
    send: (target, facts) => {
      const { child, today } = facts;
      const { id: institutionId, groupId } = houseOf(target, facts);
      const code = child.transferCodes[target.house === 'distant' ? 'kita' : 'distant'];
      return body({ code, institutionId, groupId, consentGivenOn: today });
    },
    references: [{ field: 'groupId', in: 'body', targets: groups, may: worksThere }],
    writes: {
      ...traced('child.receive', ['birthMonth', 'code', 'consent', 'groupId', 'results', 'sex'])!,
      besides: ['child_transfer.redeem'],
    },
  },
  ChildTransfer_remove: {
    roles: STAFF,
    status: 204,
    targets: perHouse((facts) => facts.child.transfers),
    may: worksThere,
    send: () => change(),
    writes: traced('child_transfer.remove'),
  },
  ChildImport_template: { roles: STAFF, status: 200 },
  ChildImport_preview: {
    roles: STAFF,
    status: 200,
    targets: childHouses,
    may: worksThere,
    query: into,
    send: file,
  },
  ChildImport_wrongRows: {
    roles: STAFF,
    status: 200,
    targets: childHouses,
    may: worksThere,
    query: into,
    send: file,
  },
  // The file's one row is wrong, so that nothing is written (child-import.e2e.ts asks the rest).
  ChildImport_write: {
    roles: STAFF,
    status: 200,
    targets: childHouses,
    may: worksThere,
    query: (target) => ({ ...into(target), onlyGood: 'true' }),
    send: file,
  },
};
