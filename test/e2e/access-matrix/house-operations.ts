import type { Role } from '../../../src/access/roles.js';
import { addDays } from '../../../src/kernel/calendar/calendar-date.js';
import { governs, seesHouse } from '../../support/askers.js';
import { CANARY, HOUSES } from '../../support/city.js';
import type { Answer, Sent } from '../../support/client.js';
import type { Facts, Operation, Target } from './operation.js';
import {
  assignments,
  everybody,
  governsIt,
  houses,
  keepsGroups,
  mistakes,
  seesIt,
  towns,
} from './targets.js';

/* Runs in the programme, coaches, contacts, calendar, targets, timeline. */

const SENT = `${CANARY}-GESENDET`;
const KEEPERS: readonly Role[] = ['coordinator', 'administrator'];

const body = (content: object): Sent => ({ body: content });
const change = (content?: object): Sent => ({ ...(content && { body: content }), version: 1 });
const ids = ({ json }: Answer): string[] => (json['items'] as { id: string }[]).map(({ id }) => id);
const traced = (action: string, objectType: string, fields: string[] = []): Operation['writes'] => ({
  ...{ action, objectType, fields },
});

/** What each open house has of a kind. */
const ofHouses =
  (key: 'participationId' | 'stepId' | 'contactId' | 'closingDayId') =>
  (facts: Facts): Target[] =>
    houses(facts).flatMap((target) => {
      const id = facts.houses[target.house!][key];
      return id === null ? [] : [{ ...target, id }];
    });
const ownTargets = (facts: Facts): Target[] =>
  towns(facts).map((target, i) => ({ ...target, id: facts.targetIds[i]! }));
const holidays = ({ holidayId }: Facts): Target[] => [{ label: 'of the state', id: holidayId }];
const coachOf = ({ town }: Target, { people }: Facts): string =>
  town === 'distant' ? people.distantCoach.id : people.coach.id;
const allOf =
  (key: 'contactId' | 'closingDayId'): NonNullable<Operation['shows']>['expected'] =>
  (asker, { houses: all }) =>
    HOUSES.filter((house) => seesHouse(asker, house)).map((house) => all[house][key]);

const kept = { roles: ['institution_lead', ...KEEPERS] as const, may: keepsGroups };
const governed = { roles: KEEPERS, may: governsIt };
const read = { roles: 'anyone', status: 200, targets: houses, may: seesIt } as const;

const PARTICIPATION: Record<string, Operation> = {
  Participation_list: read,
  Participation_create: {
    ...governed,
    status: 201,
    targets: houses,
    send: (_, { today }) =>
      body({
        ...{ status: 'registered', reachedOn: addDays(today, -900), reason: SENT },
        ...{ closedAs: 'completed', closedOn: addDays(today, -800) },
      }),
    writes: traced('participation.create', 'participation', [
      ...['closedAs', 'closedOn', 'reachedOn', 'reason', 'status'],
    ]),
  },
  Participation_addStep: {
    ...governed,
    status: 201,
    targets: ofHouses('participationId'),
    send: (_, { today }) => change({ status: 'completed', reachedOn: today, reason: SENT }),
    writes: traced('participation.add_step', 'participation', ['reachedOn', 'reason', 'status']),
  },
  Participation_correctStep: {
    ...governed,
    status: 200,
    targets: ofHouses('stepId'),
    send: () => change({ status: 'registered', correction: SENT }),
    writes: traced('participation_step.correct', 'participation_step', ['correction', 'status']),
  },
  Participation_remove: {
    roles: ['coordinator'],
    may: governsIt,
    status: 204,
    targets: mistakes,
    send: () => change(),
    writes: traced('participation.remove', 'participation'),
  },
  CoachAssignment_list: read,
  CoachAssignment_create: {
    ...governed,
    status: 201,
    targets: houses,
    send: (target, facts) =>
      body({
        coachId: coachOf(target, facts),
        ...{ firstDay: addDays(facts.today, -900), lastDay: addDays(facts.today, -800) },
      }),
    writes: traced('coach_assignment.create', 'coach_assignment', ['coachId', 'firstDay', 'lastDay']),
  },
  CoachAssignment_update: {
    ...governed,
    status: 200,
    targets: assignments,
    send: (_, { today }) => change({ lastDay: today }),
    writes: traced('coach_assignment.update', 'coach_assignment', ['lastDay']),
  },
  CoachAssignment_remove: {
    ...governed,
    status: 204,
    targets: assignments,
    send: () => change(),
    writes: traced('coach_assignment.remove', 'coach_assignment'),
  },
};

const CONTACTS: Record<string, Operation> = {
  InstitutionContact_list: {
    roles: 'anyone',
    status: 200,
    shows: { expected: allOf('contactId'), found: ids },
    references: [{ field: 'institutionId', in: 'query', targets: houses, may: seesIt }],
  },
  InstitutionContact_create: {
    ...governed,
    status: 201,
    targets: houses,
    send: ({ id: institutionId }) => body({ institutionId, name: SENT, function: SENT }),
    writes: traced('institution_contact.create', 'institution_contact', [
      ...['function', 'institutionId', 'name'],
    ]),
  },
  InstitutionContact_update: {
    ...governed,
    status: 200,
    targets: ofHouses('contactId'),
    send: () => change({ name: SENT }),
    writes: traced('institution_contact.update', 'institution_contact', ['name']),
  },
  InstitutionContact_remove: {
    ...governed,
    status: 204,
    targets: ofHouses('contactId'),
    send: () => change(),
    writes: traced('institution_contact.remove', 'institution_contact'),
  },
};

const CALENDAR: Record<string, Operation> = {
  ClosingDay_list: {
    roles: 'anyone',
    status: 200,
    shows: { expected: allOf('closingDayId'), found: ids },
    references: [{ field: 'institutionId', in: 'query', targets: houses, may: seesIt }],
  },
  ClosingDay_create: {
    ...kept,
    status: 201,
    targets: houses,
    send: ({ id: institutionId }, { today }) =>
      body({ institutionId, firstDay: today, lastDay: addDays(today, 4), reason: SENT }),
    writes: traced('closing_day.create', 'closing_day', ['firstDay', 'institutionId', 'lastDay', 'reason']),
  },
  ClosingDay_update: {
    ...kept,
    status: 200,
    targets: ofHouses('closingDayId'),
    send: () => change({ reason: SENT }),
    writes: traced('closing_day.update', 'closing_day', ['reason']),
  },
  ClosingDay_remove: {
    ...kept,
    status: 204,
    targets: ofHouses('closingDayId'),
    send: () => change(),
    writes: traced('closing_day.remove', 'closing_day'),
  },
  SchoolHoliday_list: { roles: 'anyone', status: 200 },
  SchoolHoliday_create: {
    roles: ['administrator'],
    status: 201,
    send: () =>
      body({ state: 'NW', name: SENT, firstDay: '2031-10-06', lastDay: '2031-10-18', source: SENT }),
    writes: traced('school_holiday.create', 'school_holiday', [
      ...['firstDay', 'lastDay', 'name', 'source', 'state'],
    ]),
  },
  SchoolHoliday_update: {
    roles: ['administrator'],
    status: 200,
    targets: holidays,
    may: everybody,
    send: () => change({ source: SENT }),
    writes: traced('school_holiday.update', 'school_holiday', ['source']),
  },
  SchoolHoliday_remove: {
    roles: ['administrator'],
    status: 204,
    targets: holidays,
    may: everybody,
    send: () => change(),
    writes: traced('school_holiday.remove', 'school_holiday'),
  },
};

const TARGETS: Record<string, Operation> = {
  Target_list: {
    roles: ['coordinator', 'programme_lead', 'administrator'],
    status: 200,
    shows: {
      expected: (asker, facts) =>
        ownTargets(facts)
          .filter(({ town }) => asker.programmeLead || governs(asker, town!))
          .map(({ id }) => id),
      found: ids,
    },
  },
  Target_create: {
    ...governed,
    status: 201,
    targets: towns,
    send: ({ id: municipalityId }) => body({ municipalityId, schoolYear: 2001, children: 9 }),
    writes: traced('target.create', 'target', ['children', 'municipalityId', 'schoolYear']),
  },
  Target_update: {
    ...governed,
    status: 200,
    targets: ownTargets,
    send: () => change({ institutions: 75 }),
    writes: traced('target.update', 'target', ['institutions']),
  },
  Target_remove: {
    ...governed,
    status: 204,
    targets: ownTargets,
    send: () => change(),
    writes: traced('target.remove', 'target'),
  },
};

export const HOUSE_OPERATIONS: Record<string, Operation> = {
  ...PARTICIPATION,
  ...CONTACTS,
  ...CALENDAR,
  ...TARGETS,
  Timeline_list: read,
};
