import type { Role } from '../../../src/access/roles.js';
import { type Asker, townOf } from '../../support/askers.js';
import { CANARY } from '../../support/city.js';
import type { Answer, Sent } from '../../support/client.js';
import { STAFF_HOUSES, type StaffKey } from '../../support/training-rows.js';
import { textOf } from './file-text.js';
import type { Facts, Operation, Reaches, Target } from './operation.js';
import { houses, towns } from './targets.js';

/* Staff, trainings and registrations. */

const SENT = `${CANARY}-GESENDET`;
const KEEPERS: readonly Role[] = ['institution_lead', 'coordinator'];
const PARTICIPANTS: readonly Role[] = ['educator', ...KEEPERS];

const body = (content: object): Sent => ({ body: content });
const change = (content?: object): Sent => ({ ...(content && { body: content }), version: 1 });
const traced = (action: string, fields: string[] = []): Operation['writes'] => ({
  ...{ action, objectType: action.split('.')[0]!, fields },
});

const coordinates: Reaches = (asker, { town }) => town !== undefined && asker.coordinates.includes(town);
const keepsStaff: Reaches = (asker, target) =>
  (target.house !== undefined && asker.leads.includes(target.house)) || coordinates(asker, target);
const seesTraining: Reaches = (asker, target) =>
  coordinates(asker, target) ||
  (target.label.startsWith('open') &&
    (asker.programmeLead ||
      asker.administrator ||
      [...asker.teaches, ...asker.leads, ...asker.coaches].some((house) => townOf(house) === target.town)));

/** Any training of the town's that is not a draft. */
const seesSome: Reaches = (asker, target) => seesTraining(asker, { ...target, label: 'open' });

const staffOf = (key: StaffKey, id: string): Target => {
  const house = STAFF_HOUSES[key];
  return { label: `the ${key}'s`, id, house, town: townOf(house), person: key };
};
const staff =
  (...keys: StaffKey[]) =>
  ({ people }: Facts): Target[] =>
    keys.map((key) => staffOf(key, people[key].id));
const positions = ({ training }: Facts): Target[] =>
  (['educator', 'schoolEducator', 'distantEducator'] as const).map((key) =>
    staffOf(key, training.positions[key]),
  );
export const registrations = ({ training: { registrations: all } }: Facts): Target[] => [
  staffOf('educator', all.educator),
  { label: "the floater's", id: all.floater, house: 'school', town: 'own' },
  staffOf('distantEducator', all.distantEducator),
];

const drafts = ({ training }: Facts): Target[] => [
  { label: 'own draft', id: training.drafts.own, town: 'own' },
  { label: 'distant draft', id: training.drafts.distant, town: 'distant' },
];
const trainings = (facts: Facts): Target[] => [
  { label: 'open own', id: facts.training.open.own, town: 'own' },
  { label: 'open distant', id: facts.training.open.distant, town: 'distant' },
  ...drafts(facts),
];
const ownOpen = (facts: Facts): Target[] => trainings(facts).slice(0, 1);

const ids = ({ json }: Answer): string[] => (json['items'] as { id: string }[]).map(({ id }) => id);
const names = (answer: Answer): string[] => [
  ...new Set(textOf(answer).match(new RegExp(`${CANARY}-FACHKRAFT-\\w+`, 'g')) ?? []),
];
const named = (...keys: string[]): string[] => keys.map((key) => `${CANARY}-FACHKRAFT-${key}`);

/** Whose names somebody reads by looking after them. */
export function staffOfAsker({ leads, coordinates: places }: Asker): string[] {
  const own = places.includes('own');
  return named(
    ...(own || leads.includes('kita') ? ['educator', 'colleague'] : []),
    ...(own || leads.includes('school') ? ['schoolEducator'] : []),
    ...(own || leads.length > 0 ? ['floater'] : []),
    ...(places.includes('distant') ? ['distantEducator'] : []),
  );
}

const STAFF_OPERATIONS: Record<string, Operation> = {
  StaffMember_list: {
    roles: KEEPERS,
    status: 200,
    shows: { expected: staffOfAsker, found: names },
    references: [{ field: 'institutionId', in: 'query', targets: houses, may: keepsStaff }],
  },
  StaffMember_create: {
    roles: KEEPERS,
    status: 201,
    targets: houses,
    may: keepsStaff,
    send: ({ id }) => body({ institutionId: id, name: SENT, function: 'teacher' }),
    writes: traced('staff_member.create', ['function', 'institutionId', 'name']),
  },
  StaffMember_update: {
    roles: KEEPERS,
    status: 200,
    targets: staff('educator', 'schoolEducator', 'distantEducator'),
    may: keepsStaff,
    send: () => change({ name: SENT }),
    writes: traced('staff_member.update', ['name']),
  },
  StaffMember_remove: {
    roles: KEEPERS,
    status: 204,
    targets: staff('colleague', 'schoolEducator'),
    may: keepsStaff,
    send: () => change(),
    writes: traced('staff_member.remove'),
  },
  // Who sees the person only in the own house cannot take them to another one.
  StaffPosition_create: {
    roles: KEEPERS,
    status: 201,
    targets: (facts) => houses(facts).filter(({ house }) => house === 'school'),
    may: coordinates,
    send: ({ id }, { people }) => body({ institutionId: id, staffMemberId: people.educator.id }),
    writes: traced('staff_position.create', ['institutionId', 'staffMemberId']),
    references: [{ field: 'staffMemberId', in: 'body', targets: staff('distantEducator'), may: coordinates }],
  },
  StaffPosition_update: {
    roles: KEEPERS,
    status: 200,
    targets: positions,
    may: keepsStaff,
    send: () => change({ since: '2020-08-01' }),
    writes: traced('staff_position.update', ['since']),
  },
};

export const TRAININGS: Record<string, Operation> = {
  ...STAFF_OPERATIONS,
  Training_list: {
    roles: 'anyone',
    status: 200,
    shows: {
      expected: (asker, facts) => [
        ...trainings(facts)
          .filter((target) => seesTraining(asker, target))
          .map(({ id }) => id),
        ...(seesSome(asker, { label: 'own', id: '', town: 'own' }) ? [facts.training.closedId] : []),
      ],
      found: ids,
    },
    references: [{ field: 'municipalityId', in: 'query', targets: towns, may: seesSome }],
  },
  Training_get: { roles: 'anyone', status: 200, targets: trainings, may: seesTraining },
  Training_create: {
    roles: ['coordinator'],
    status: 201,
    targets: towns,
    may: coordinates,
    send: ({ id }) => body({ municipalityId: id, title: SENT, focusArea: 'active_learning', capacity: 5 }),
    writes: traced('training.create', ['capacity', 'focusArea', 'municipalityId', 'title']),
  },
  Training_update: {
    roles: ['coordinator'],
    status: 200,
    targets: trainings,
    may: coordinates,
    send: () => change({ contents: SENT }),
    writes: traced('training.update', ['contents']),
  },
  Training_remove: {
    roles: ['coordinator'],
    status: 204,
    targets: drafts,
    may: coordinates,
    send: () => change(),
    writes: traced('training.remove'),
  },
  TrainingRegistration_list: {
    roles: PARTICIPANTS,
    status: 200,
    query: (_, { training }) => ({ trainingId: training.open.own }),
    shows: {
      expected: (asker) => [
        ...(asker.self === 'educator' || keepsStaff(asker, staffOf('educator', '')) ? named('educator') : []),
        ...(keepsStaff(asker, { label: '', id: '', house: 'school', town: 'own' }) ? named('floater') : []),
      ],
      found: names,
    },
    references: [
      {
        field: 'trainingId',
        in: 'query',
        targets: (facts) => trainings(facts).slice(1, 2),
        may: (asker, target) => coordinates(asker, target) || asker.self === 'distantEducator',
      },
    ],
  },
  // Those who are on it already: sent once more, nothing is written (training-registrations.e2e.ts asks the rest).
  TrainingRegistration_register: {
    roles: KEEPERS,
    status: 200,
    targets: ownOpen,
    may: seesTraining,
    send: ({ id }, { people, training }, { leads }) =>
      body({
        trainingId: id,
        staffMemberIds: [leads.includes('school') ? training.floaterId : people.educator.id],
      }),
    references: [
      {
        ...{ field: 'staffMemberIds.[]', in: 'body', targets: staff('distantEducator'), may: keepsStaff },
        isListed: true,
      },
    ],
  },
  // Whoever may see it is told that it is closed.
  TrainingRegistration_registerMyself: {
    roles: ['educator', 'institution_lead'],
    status: 409,
    targets: ({ training }) => [{ label: 'open and closed again', id: training.closedId, town: 'own' }],
    may: seesTraining,
    send: ({ id }) => body({ trainingId: id }),
  },
  TrainingRegistration_withdraw: {
    roles: PARTICIPANTS,
    status: 200,
    targets: registrations,
    may: (asker, target) => keepsStaff(asker, target) || asker.self === target.person,
    send: () => change(),
    writes: traced('training_registration.withdraw', ['state']),
  },
};
