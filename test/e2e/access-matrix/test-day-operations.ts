import { randomUUID } from 'node:crypto';
import type { Role } from '../../../src/access/roles.js';
import type { Asker } from '../../support/askers.js';
import { CHILD_HOUSES, type ChildHouse } from '../../support/child-rows.js';
import { CANARY } from '../../support/city.js';
import type { Answer, Sent } from '../../support/client.js';
import { children, knowsChild } from './child-operations.js';
import type { Facts, Operation, Reference, Target } from './operation.js';
import { at, filter, groups, houseOf, houses, worksThere } from './targets.js';

/* Test days and what is measured: planned by the staff of the house, entered by its coach of today too, unknown to everybody above them. */

const STAFF: readonly Role[] = ['educator', 'institution_lead'];
const READERS: readonly Role[] = [...STAFF, 'coach'];

const body = (content: object): Sent => ({ body: content });
const change = (content?: object): Sent => ({ ...(content && { body: content }), version: 1 });
const traced = (action: string, objectType: string, fields: string[] = []): Operation['writes'] => ({
  ...{ action, objectType, fields },
});

type Kind = 'days' | 'emptyDays' | 'assessments' | 'results' | 'trials';
const perHouse =
  (kind: Kind) =>
  ({ testDays }: Facts): Target[] =>
    CHILD_HOUSES.map((house) => at(house, testDays[kind][house]));
const days = perHouse('days');
const openHouses = (facts: Facts): Target[] => houses(facts).filter(({ house }) => house !== 'idle');

const ids = ({ json }: Answer): string[] => (json['items'] as { id: string }[]).map(({ id }) => id);
const known =
  (...kinds: Kind[]) =>
  (asker: Asker, { testDays }: Facts): string[] =>
    CHILD_HOUSES.filter((house) => knowsChild(asker, at(house))).flatMap((house) =>
      kinds.map((kind) => testDays[kind][house]),
    );
const childOf = ({ house }: Target, { child }: Facts): string =>
  house === undefined ? randomUUID() : child.children[house as ChildHouse];
const anyChild: Reference = { field: 'childId', in: 'body', targets: children, may: knowsChild };

/** Who gave the school's release: a name, and so nobody else's business. */
export const RELEASE_CANARY = new RegExp(`${CANARY}-FREIGABE-\\w+`, 'g');
export function releasesOf(asker: Asker): string[] {
  return knowsChild(asker, at('school')) ? [`${CANARY}-FREIGABE-school`] : [];
}

const PLANNING: Record<string, Operation> = {
  TestDay_list: {
    roles: READERS,
    status: 200,
    shows: { expected: known('days', 'emptyDays'), found: ids },
    references: [filter('institutionId', houses, knowsChild), filter('groupId', groups, knowsChild)],
  },
  TestDay_get: { roles: READERS, status: 200, targets: days, may: knowsChild },
  TestDay_create: {
    roles: STAFF,
    status: 201,
    targets: openHouses,
    may: worksThere,
    send: (target, facts) => {
      const { id: institutionId, groupId } = houseOf(target, facts);
      const batteryId = facts.testDays.batteries[(target.house ?? 'kita') as ChildHouse];
      return body({ institutionId, groupIds: [groupId], batteryId, wave: 'entry', heldOn: facts.today });
    },
    writes: traced('test_day.create', 'test_day', [
      'batteryId',
      'groupIds',
      'heldOn',
      'institutionId',
      'wave',
    ]),
  },
  TestDay_update: {
    roles: STAFF,
    status: 200,
    targets: days,
    may: worksThere,
    send: () => change({ wave: 'exit' }),
    writes: traced('test_day.update', 'test_day', ['wave']),
  },
  TestDay_release: {
    roles: STAFF,
    status: 200,
    // Kitas need none.
    targets: (facts) => days(facts).filter(({ house }) => house === 'school'),
    may: worksThere,
    send: (_, { today }) => change({ releasedOn: today, releasedBy: `${CANARY}-GESENDET` }),
    writes: traced('test_day.release', 'test_day', ['releasedBy', 'releasedOn']),
  },
  TestDay_remove: {
    roles: STAFF,
    status: 204,
    targets: perHouse('emptyDays'),
    may: worksThere,
    send: () => change(),
    writes: traced('test_day.remove', 'test_day'),
  },
};

const ENTRY: Record<string, Operation> = {
  Sheet_getSheet: { roles: READERS, status: 200, targets: days, may: knowsChild },
  // Takes back a mark that is not there: what marks write, and what of it the trail says, is for trials.e2e.ts.
  Sheet_markNotDone: {
    roles: READERS,
    status: 200,
    targets: days,
    may: knowsChild,
    send: (target, facts) =>
      body({ childId: childOf(target, facts), protocolIds: [facts.testDays.sideways], reason: null }),
    references: [anyChild],
  },
  Sheet_getClosing: { roles: READERS, status: 200, targets: days, may: knowsChild },
  Sheet_close: {
    roles: STAFF,
    status: 200,
    targets: days,
    may: worksThere,
    // Of one child all tasks of the battery, the second long jump among them.
    send: ({ house }) => change({ gaps: house === 'school' ? 8 : 4, conspicuous: 0 }),
    writes: traced('test_day.close', 'test_day', ['state']),
  },
  Trial_create: {
    roles: READERS,
    status: 201,
    targets: days,
    may: knowsChild,
    send: (target, facts) =>
      body({
        ...{ testDayId: target.id, childId: childOf(target, facts), protocolId: facts.testDays.sideways },
        ...{ number: 1, value: 18, valid: true },
      }),
    references: [anyChild],
    writes: traced('trial.create', 'trial', ['confirmed', 'number', 'valid', 'value']),
  },
  Trial_update: {
    roles: READERS,
    status: 200,
    targets: perHouse('trials'),
    may: knowsChild,
    send: () => change({ value: 95, valid: true }),
    writes: traced('trial.update', 'trial', ['valid', 'value']),
  },
  Trial_remove: {
    roles: READERS,
    status: 204,
    targets: perHouse('trials'),
    may: knowsChild,
    send: () => change(),
    writes: traced('trial.remove', 'trial'),
  },
};

export const TEST_DAYS: Record<string, Operation> = {
  ...PLANNING,
  ...ENTRY,
  Assessment_list: {
    roles: READERS,
    status: 200,
    shows: { expected: known('assessments'), found: ids },
    references: [
      filter('institutionId', houses, knowsChild),
      filter('testDayId', days, knowsChild),
      filter('childId', children, knowsChild),
    ],
  },
  Assessment_get: { roles: READERS, status: 200, targets: perHouse('assessments'), may: knowsChild },
  Assessment_listScores: { roles: READERS, status: 200, targets: perHouse('results'), may: knowsChild },
};
