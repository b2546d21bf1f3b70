import { randomUUID } from 'node:crypto';
import type { Role } from '../../../src/access/roles.js';
import { type Asker, governs, seesHouse } from '../../support/askers.js';
import { CANARY, type City, HOUSES, type HouseKey } from '../../support/city.js';
import type { Answer, Sent } from '../../support/client.js';
import { ACCOUNTS } from './account-operations.js';
import { ANNUAL_REPORTS } from './annual-report-operations.js';
import { ASSESSMENT_VIEWS } from './assessment-view-operations.js';
import { ATTENTION } from './attention-operations.js';
import { CERTIFICATES } from './certificate-operations.js';
import { textOf } from './file-text.js';
import { COMPLETENESS } from './completeness-operations.js';
import { CHILDREN } from './child-operations.js';
import { SECURITY } from './access-operations.js';
import { DISTRICT_YEARS, GROUP_YEARS, MERGES } from './group-operations.js';
import { GOVERNANCE } from './governance-operations.js';
import { HOUSE_OPERATIONS } from './house-operations.js';
import { MAILS } from './mail-operations.js';
import { MAP_AND_SHEET } from './map-operations.js';
import { FILES } from './file-operations.js';
import { IMPORTS } from './import-operations.js';
import { NORMS } from './norm-operations.js';
import { PROGRAMME } from './programme-operations.js';
import type { Facts, Operation, Reference, Target } from './operation.js';
import { PUBLICATIONS } from './publication-operations.js';
import { REPORT_OPERATIONS } from './report-operations.js';
import { TABLETS } from './tablet-operations.js';
import { SEALED } from './sealed-operations.js';
import { SYSTEM } from './system-operations.js';
import { TEST_DAYS } from './test-day-operations.js';
import { TRAININGS } from './training-operations.js';
import {
  activities,
  changesActivity,
  CITY_FILTERS,
  coordinatesIt,
  deletedActivities,
  districts,
  everybody,
  filter,
  governsIt,
  groups,
  houseOf,
  houses,
  invitations,
  isTheirs,
  keepsGroups,
  PARTICIPATING,
  seesActivity,
  seesIt,
  sessions,
  towns,
  worksThere,
} from './targets.js';

// Every text that is sent bears it, so that it is seen where no value belongs: in the audit trail.
export const SENT = `${CANARY}-GESENDET`;

const KEEPERS: readonly Role[] = ['coordinator', 'administrator'];
const STAFF: readonly Role[] = ['educator', 'institution_lead'];
const READERS: readonly Role[] = [...STAFF, 'coach', 'coordinator', 'programme_lead'];
const CITYWIDE: readonly Role[] = ['coordinator', 'programme_lead'];

const body = (content: object): Sent => ({ body: content });
const change = (content?: object): Sent => ({ ...(content && { body: content }), version: 1 });

const ids = (answer: Answer): string[] => (answer.json['items'] as { id: string }[]).map(({ id }) => id);
const houseIds = (answer: Answer): string[] =>
  (answer.json['items'] as { institutionId: string }[]).map(({ institutionId }) => institutionId);
const canaries =
  (kind: string) =>
  (answer: Answer): string[] => [
    ...new Set(textOf(answer).match(new RegExp(`${CANARY}-${kind}-[\\w-]+`, 'g')) ?? []),
  ];

const open = (house: HouseKey): boolean => house !== 'closed';
const seen = (asker: Asker): HouseKey[] => HOUSES.filter((house) => open(house) && seesHouse(asker, house));
const counted = (asker: Asker, facts: Facts): HouseKey[] =>
  houses(facts)
    .filter((target) => coordinatesIt(asker, target))
    .map(({ house }) => house!);
const takingPart = (asker: Asker, facts: Facts): HouseKey[] =>
  counted(asker, facts).filter((house) => facts.houses[house].participationId !== null);
const kept = (asker: Asker, facts: Facts): HouseKey[] =>
  houses(facts)
    .filter((target) => coordinatesIt(asker, target) || asker.administrator)
    .map(({ house }) => house!);
const idsOf = (keys: HouseKey[], { houses: all }: City): string[] => keys.map((key) => all[key].id);
const namesOf = (keys: HouseKey[], { houses: all }: City): string[] => keys.map((key) => all[key].canary);
const seenActivities = (asker: Asker, facts: Facts): string[] =>
  activities(facts)
    .filter((target) => seesActivity(asker, target))
    .map(({ id }) => id);
const notes = (asker: Asker, facts: Facts): string[] =>
  seenActivities(asker, facts).map((id) => `${CANARY}-NOTIZ-${id}`);

const named = (field: string, targets: Reference['targets'], may: Reference['may']): Reference => ({
  ...filter(field, targets, may),
  in: 'body',
});

function invited({ house, id }: Target, { houses: all }: Facts, asker: Asker): Sent {
  const role = asker.leads.length > 0 ? 'educator' : 'institution_lead';
  return body({ email: 'neu@example.org', name: SENT, role, institutionId: house ? all[house].id : id });
}

function noted(target: Target, facts: Facts): Sent {
  const { id: institutionId, groupId } = houseOf(target, facts);
  const numbers = { minutes: 45, childrenPresent: 8, adultsPresent: 1 };
  const words = { focusArea: 'fairplay_teamwork', place: 'outdoors', note: SENT };
  return body({ institutionId, groupId, heldOn: facts.today, ...numbers, ...words });
}

const SESSION: Record<string, Operation> = {
  Session_create: {
    roles: 'public',
    status: 401,
    // Somebody else each time, so that the brake on guessing stays off.
    send: () => body({ email: `${randomUUID()}@example.org`, password: 'falsches Passwort' }),
  },
  Session_get: { roles: 'anyone', status: 200 },
  Session_remove: {
    roles: 'anyone',
    status: 204,
    writes: { action: 'session.remove', objectType: 'session', fields: [] },
  },
  Session_list: {
    roles: 'anyone',
    status: 200,
    shows: { expected: ({ self }, facts) => [facts.sessions[self!]], found: ids },
  },
  Session_removeOne: {
    roles: 'anyone',
    status: 204,
    targets: sessions,
    may: isTheirs,
    writes: { action: 'session.remove', objectType: 'session', fields: [] },
  },
};

const INVITATIONS: Record<string, Operation> = {
  Invitation_list: {
    roles: ['institution_lead', ...KEEPERS],
    status: 200,
    shows: {
      expected: (asker, facts) =>
        invitations(facts)
          .filter((target) => asker.administrator || isTheirs(asker, target))
          .map(({ id }) => id),
      found: ids,
    },
  },
  Invitation_create: {
    roles: ['institution_lead', ...KEEPERS],
    status: 201,
    targets: houses,
    may: keepsGroups,
    send: invited,
    writes: {
      action: 'invitation.create',
      objectType: 'invitation',
      fields: ['email', 'institutionId', 'municipalityId', 'name', 'role'],
    },
  },
  Invitation_remove: {
    roles: ['institution_lead', ...KEEPERS],
    status: 204,
    targets: invitations,
    may: (asker, target) => asker.administrator || isTheirs(asker, target),
    writes: { action: 'invitation.remove', objectType: 'invitation', fields: [] },
  },
  Invitation_preview: { roles: 'public', status: 404, send: () => body({ token: 'unbekannt' }) },
  Invitation_accept: {
    roles: 'public',
    status: 404,
    send: () => body({ token: 'unbekannt', name: SENT, password: 'vier lange Woerter hintereinander' }),
  },
};

const REFERENCE_DATA: Record<string, Operation> = {
  Municipality_list: {
    roles: 'anyone',
    status: 200,
    shows: { expected: (_, facts) => towns(facts).map(({ id }) => id), found: ids },
  },
  Municipality_get: { roles: 'anyone', status: 200, targets: towns, may: everybody },
  Municipality_create: {
    roles: ['administrator'],
    status: 201,
    send: () => body({ name: SENT, key: '05999003' }),
    writes: { action: 'municipality.create', objectType: 'municipality', fields: ['key', 'name'] },
  },
  Municipality_update: {
    roles: ['administrator'],
    status: 200,
    targets: towns,
    may: everybody,
    send: () => change({ name: SENT, archived: true }),
    writes: { action: 'municipality.update', objectType: 'municipality', fields: ['archived', 'name'] },
  },
  District_list: {
    roles: 'anyone',
    status: 200,
    shows: {
      expected: (_, { districtIds, distantDistrictId }) => [...districtIds, distantDistrictId],
      found: ids,
    },
  },
  District_get: { roles: 'anyone', status: 200, targets: districts, may: everybody },
  District_create: {
    roles: KEEPERS,
    status: 201,
    targets: towns,
    may: governsIt,
    send: ({ id: municipalityId }) => body({ municipalityId, name: SENT }),
    writes: { action: 'district.create', objectType: 'district', fields: ['municipalityId', 'name'] },
  },
  District_update: {
    roles: KEEPERS,
    status: 200,
    targets: districts,
    may: governsIt,
    send: () => change({ name: SENT, position: 9 }),
    writes: { action: 'district.update', objectType: 'district', fields: ['name', 'position'] },
  },
};

const INSTITUTIONS: Record<string, Operation> = {
  Institution_list: {
    roles: 'anyone',
    status: 200,
    shows: { expected: (asker, facts) => idsOf(seen(asker), facts), found: ids },
  },
  Institution_get: { roles: 'anyone', status: 200, targets: houses, may: seesIt },
  Institution_create: {
    roles: KEEPERS,
    status: 201,
    targets: districts,
    may: governsIt,
    send: ({ id, town }, { municipalityId: own, distantMunicipalityId: distant }) => {
      const municipalityId = { own, distant }[town ?? 'own'];
      const place = town ? { municipalityId, districtId: id } : { municipalityId: id, districtId: id };
      return body({ ...place, kind: 'kita', name: SENT, providerKind: 'awo' });
    },
    references: [named('districtId', districts, governsIt)],
    writes: {
      action: 'institution.create',
      objectType: 'institution',
      fields: ['districtId', 'kind', 'municipalityId', 'name', 'providerKind'],
    },
  },
  Institution_update: {
    roles: KEEPERS,
    status: 200,
    targets: houses,
    may: governsIt,
    send: () => change({ name: SENT, contactName: SENT, archived: true }),
    references: [named('districtId', districts, governsIt)],
    writes: {
      action: 'institution.update',
      objectType: 'institution',
      fields: ['archived', 'contactName', 'name'],
    },
  },
  Institution_listCoaches: {
    roles: KEEPERS,
    status: 200,
    shows: {
      expected: (asker, { people: { coach, formerCoach, distantCoach } }) => [
        ...(governs(asker, 'own') ? [coach.id, formerCoach.id] : []),
        ...(governs(asker, 'distant') ? [distantCoach.id] : []),
      ],
      found: ids,
    },
    references: [filter('municipalityId', towns, governsIt)],
  },
};

const GROUPS: Record<string, Operation> = {
  Group_list: {
    roles: 'anyone',
    status: 200,
    shows: {
      expected: (asker, { houses: all }) =>
        HOUSES.filter((house) => seesHouse(asker, house)).flatMap((house) =>
          [all[house].groupId, all[house].lastYearGroupId].filter((id) => id !== null),
        ),
      found: ids,
    },
    references: [filter('institutionId', houses, seesIt)],
  },
  Group_get: { roles: 'anyone', status: 200, targets: groups, may: seesIt },
  Group_create: {
    roles: ['institution_lead', ...KEEPERS],
    status: 201,
    targets: houses,
    may: keepsGroups,
    send: ({ id: institutionId }, { schoolYear }) => body({ institutionId, name: SENT, schoolYear, size: 5 }),
    writes: {
      action: 'group.create',
      objectType: 'group',
      fields: ['institutionId', 'name', 'schoolYear', 'size'],
    },
  },
  Group_update: {
    roles: ['institution_lead', ...KEEPERS],
    status: 200,
    targets: groups,
    may: keepsGroups,
    send: () => change({ name: SENT, size: 6 }),
    writes: { action: 'group.update', objectType: 'group', fields: ['name', 'size'] },
  },
};

const ACTIVITIES: Record<string, Operation> = {
  Activity_list: {
    roles: READERS,
    status: 200,
    shows: { expected: seenActivities, found: ids },
    references: [...CITY_FILTERS, filter('institutionId', houses, seesIt), filter('groupId', groups, seesIt)],
  },
  Activity_getLast: {
    roles: STAFF,
    status: 200,
    shows: {
      expected: (asker, facts) =>
        activities(facts)
          .filter((target) => isTheirs(asker, target))
          .map(({ id }) => id),
      found: (answer) => [answer.json['id'] as string],
    },
    references: [filter('institutionId', houses, worksThere)],
  },
  Activity_get: { roles: READERS, status: 200, targets: activities, may: seesActivity },
  Activity_create: {
    roles: STAFF,
    status: 201,
    targets: (facts) => houses(facts).filter(({ house }) => PARTICIPATING.includes(house!)),
    may: worksThere,
    send: noted,
    references: [named('groupId', groups, worksThere)],
    writes: {
      action: 'activity.create',
      objectType: 'activity',
      fields: [
        ...['adultsPresent', 'childrenPresent', 'focusArea', 'groupId', 'heldOn', 'institutionId', 'minutes'],
        ...['note', 'place'],
      ],
    },
  },
  Activity_update: {
    roles: STAFF,
    status: 200,
    targets: activities,
    may: changesActivity,
    send: () => change({ minutes: 60, note: SENT }),
    references: [named('groupId', groups, worksThere)],
    writes: { action: 'activity.update', objectType: 'activity', fields: ['minutes', 'note'] },
  },
  Activity_remove: {
    roles: STAFF,
    status: 204,
    targets: activities,
    may: changesActivity,
    send: () => change(),
    writes: { action: 'activity.remove', objectType: 'activity', fields: [] },
  },
  Activity_restore: {
    roles: STAFF,
    status: 200,
    targets: deletedActivities,
    may: changesActivity,
    send: () => change(),
    writes: { action: 'activity.restore', objectType: 'activity', fields: [] },
  },
};

const exported = (action: string): Operation['writes'] => ({ action, objectType: 'export', fields: [] });

const INSTITUTION_FILE: Operation = {
  roles: [...CITYWIDE, 'administrator'],
  status: 200,
  writes: exported('institution.export'),
  shows: { expected: (asker, facts) => namesOf(kept(asker, facts), facts), found: canaries('HAUS') },
  references: CITY_FILTERS,
};
const ACTIVITY_FILE: Operation = {
  roles: ['educator', 'institution_lead', 'coach', ...CITYWIDE],
  status: 200,
  writes: exported('activity.export'),
  shows: { expected: notes, found: canaries('NOTIZ') },
  references: [...CITY_FILTERS, filter('institutionId', houses, seesIt), filter('groupId', groups, seesIt)],
};

/** Of staff, only the lead's and the coordinator's file has names; a canary in any other fails in every answer. */
const programmeFile = (
  name: string,
  action: string,
  roles: Role[],
  references: Operation['references'] = CITY_FILTERS,
): Record<string, Operation> => {
  const file: Operation = { roles, status: 200, writes: exported(action), references };
  return { [`ProgrammeExport_${name}Csv`]: file, [`ProgrammeExport_${name}Xlsx`]: file };
};
const HOUSE_PEOPLE: Role[] = ['institution_lead', 'coach', ...CITYWIDE];
const [OF_TOWN] = CITY_FILTERS;
const PROGRAMME_FILES: Record<string, Operation> = {
  ...programmeFile('bookings', 'module_booking.export', HOUSE_PEOPLE),
  ...programmeFile('coachContacts', 'coach_contact.export', HOUSE_PEOPLE),
  ...programmeFile('trainings', 'training.export', [...HOUSE_PEOPLE, 'administrator'], [OF_TOWN]),
  ...programmeFile('attendance', 'training_attendance.export', ['institution_lead', ...CITYWIDE]),
};

const REPORTING: Record<string, Operation> = {
  ...ATTENTION,
  Overview_get: {
    roles: CITYWIDE,
    status: 200,
    shows: {
      expected: (asker, facts) => [String(counted(asker, facts).length)],
      found: ({ json }) => [String((json['institutions'] as { total: number }).total)],
    },
    references: CITY_FILTERS,
  },
  Overview_list: {
    roles: CITYWIDE,
    status: 200,
    shows: { expected: (asker, facts) => idsOf(counted(asker, facts), facts), found: houseIds },
    references: CITY_FILTERS,
  },
  Overview_programme: {
    roles: CITYWIDE,
    status: 200,
    shows: {
      expected: (asker, facts) => [String(takingPart(asker, facts).length)],
      found: ({ json }) => [String((json['trained'] as { institutions: number }).institutions)],
    },
    references: CITY_FILTERS,
  },
  Overview_trainedStaff: {
    roles: CITYWIDE,
    status: 200,
    shows: { expected: (asker, facts) => idsOf(takingPart(asker, facts), facts), found: houseIds },
    references: CITY_FILTERS,
  },
  Export_institutionsCsv: INSTITUTION_FILE,
  Export_institutionsXlsx: INSTITUTION_FILE,
  Export_activitiesCsv: ACTIVITY_FILE,
  Export_activitiesXlsx: ACTIVITY_FILE,
  ...PROGRAMME_FILES,
};

/** A line for every operation of openapi.json; one that has none fails the test. */
export const OPERATIONS: Record<string, Operation> = {
  ...SESSION,
  ...SECURITY,
  ...INVITATIONS,
  ...REFERENCE_DATA,
  ...INSTITUTIONS,
  ...GROUPS,
  ...ACTIVITIES,
  ...CHILDREN,
  ...COMPLETENESS,
  ...REPORTING,
  ...FILES,
  ...REPORT_OPERATIONS,
  ...MAP_AND_SHEET,
  ...GROUP_YEARS,
  ...MERGES,
  ...DISTRICT_YEARS,
  ...IMPORTS,
  ...MAILS,
  ...ANNUAL_REPORTS,
  ...GOVERNANCE,
  ...PUBLICATIONS,
  ...CERTIFICATES,
  ...ACCOUNTS,
  ...HOUSE_OPERATIONS,
  ...PROGRAMME,
  ...TEST_DAYS,
  ...TRAININGS,
  ...ASSESSMENT_VIEWS,
  ...NORMS,
  ...SEALED,
  ...SYSTEM,
  ...TABLETS,
};
