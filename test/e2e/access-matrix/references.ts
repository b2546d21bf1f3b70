import { seesHouse, seesPerson, townOf } from '../../support/askers.js';
import { CHILD_HOUSES } from '../../support/child-rows.js';
import { HOUSES, type PersonKey } from '../../support/city.js';
import type { Route } from '../../support/openapi.js';
import { children, knowsChild } from './child-operations.js';
import type { Facts, Operation, Reaches, Reference, Target } from './operation.js';
import { at, districts, groups, houses, seesIt, towns } from './targets.js';
import { hasBusinessThere, openTrainings } from './training-targets.js';

/*
 * Ids of other things in a body or a filter. What an operation does not say by itself is asked all the same: somebody else's id, of which
 * the asker sees nothing at all, must look like one that does not exist.
 */

const hasBusinessIn: Reaches = (asker, { town }) =>
  HOUSES.some((house) => townOf(house) === town && seesHouse(asker, house));
const seesThem: Reaches = (asker, { person }) => person !== undefined && seesPerson(asker, person);
const trains: Reaches = (asker, target) =>
  hasBusinessThere(asker, target) || (target.town !== undefined && hasBusinessIn(asker, target));

const people =
  (...keys: PersonKey[]) =>
  (facts: Facts): Target[] =>
    keys.map((person) => ({ label: person, id: facts.people[person].id, person }));
const days = ({ testDays }: Facts): Target[] => CHILD_HOUSES.map((house) => at(house, testDays.days[house]));

type Usual = Pick<Reference, 'targets' | 'may'>;

/** By the last word of the field. */
const USUAL: Record<string, Usual> = {
  institutionId: { targets: houses, may: seesIt },
  institutionIds: { targets: houses, may: seesIt },
  municipalityId: { targets: towns, may: hasBusinessIn },
  districtId: { targets: districts, may: hasBusinessIn },
  districtIds: { targets: districts, may: hasBusinessIn },
  groupId: { targets: groups, may: seesIt },
  groupIds: { targets: groups, may: seesIt },
  childId: { targets: children, may: knowsChild },
  childIds: { targets: children, may: knowsChild },
  testDayId: { targets: days, may: knowsChild },
  trainingId: { targets: openTrainings, may: trains },
  coachId: { targets: people('distantCoach', 'coach'), may: seesThem },
  accountId: { targets: people('distantEducator', 'schoolEducator'), may: seesThem },
  staffMemberId: { targets: people('distantEducator', 'schoolEducator'), may: seesThem },
  staffMemberIds: { targets: people('distantEducator', 'schoolEducator'), may: seesThem },
};

/** Ids that are not anybody's: what everybody reads, what administrators alone filter by, and names for what is going to be made. */
const NOBODYS: Record<string, string> = {
  ...{ moduleId: 'the catalogue', moduleIds: 'the catalogue', batteryId: 'comes with the product' },
  ...{ protocolId: 'comes with the product', protocolIds: 'comes with the product' },
  ...{ normSetId: 'comes with the product', id: 'names what is made' },
};

/** Fields that everybody may fill with everything, and why. */
const OPEN: Record<string, string> = {
  'District_list municipalityId': 'districts are public',
  ...Object.fromEntries(
    ['Trail_list', 'Trail_file'].flatMap((operation) =>
      ['actorId', 'objectId', 'institutionId'].map((field) => [
        `${operation} ${field}`,
        'administrators read every trail',
      ]),
    ),
  ),
};

/** What an operation says about the ids it takes, and the usual for those it says nothing about. */
export function referencesOf(operation: Operation, route: Route): Reference[] {
  const said = operation.references ?? [];
  const unsaid = route.ids.filter((id) => !said.some((one) => one.field === id.field && one.in === id.in));
  return [
    ...said,
    ...unsaid.flatMap((id) => {
      const usual = USUAL[lastWord(id.field)];
      return usual && !isOpen(route, id.field) ? [{ ...id, ...usual }] : [];
    }),
  ];
}

/** Ids that the operation takes and that nobody asks with somebody else's. */
export function unaskedFields(route: Route, operation: Operation): string[] {
  const asked = referencesOf(operation, route);
  return route.ids
    .filter(({ field }) => !asked.some((one) => one.field === field))
    .filter(({ field }) => !(lastWord(field) in NOBODYS) && !isOpen(route, field))
    .map(({ field }) => `${route.operationId} ${field}`);
}

function isOpen({ operationId }: Route, field: string): boolean {
  return `${operationId} ${field}` in OPEN;
}

function lastWord(field: string): string {
  return field.split('.').findLast((word) => word !== '[]') ?? field;
}

/** The body with the id at its place: in a list beside the ones that are there. */
export function withId(body: object, field: string, id: string): object {
  const [word = '', ...rest] = field.split('.');
  const there = (body as Record<string, unknown>)[word];
  if (rest.length === 0) return { ...body, [word]: id };
  const list = Array.isArray(there) ? (there as unknown[]) : [];
  if (rest.length === 1) return { ...body, [word]: [...list, id] };
  const inner = rest.slice(1).join('.');
  return { ...body, [word]: list.map((entry, i) => (i === 0 ? withId(entry as object, inner, id) : entry)) };
}
