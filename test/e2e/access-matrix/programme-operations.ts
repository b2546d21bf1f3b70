import type { Role } from '../../../src/access/roles.js';
import type { Asker } from '../../support/askers.js';
import { CANARY, type HouseKey } from '../../support/city.js';
import type { Answer, Sent } from '../../support/client.js';
import type { Facts, Operation, Reaches, Target } from './operation.js';
import {
  accompanies,
  advises,
  at,
  CITY_FILTERS,
  everybody,
  filter,
  houses,
  PARTICIPATING,
  seesAdvice,
  seesBooking,
} from './targets.js';

/* The catalogue, what houses chose from it, and how coaches advise them. */

const SENT = `${CANARY}-GESENDET`;

const body = (content: object): Sent => ({ body: content });
const change = (content?: object): Sent => ({ ...(content && { body: content }), version: 1 });
const traced = (action: string, objectType: string, fields: string[] = []): Operation['writes'] => ({
  ...{ action, objectType, fields },
});

const READERS: readonly Role[] = ['institution_lead', 'coach', 'coordinator', 'programme_lead'];

const ofHouses =
  (key: 'bookingId' | 'adviceId' | 'participationId' | 'id', keys: readonly HouseKey[] = PARTICIPATING) =>
  (facts: Facts): Target[] =>
    keys.map((house) => at(house, facts.houses[house][key]!));
const ids = ({ json }: Answer): string[] => (json['items'] as { id: string }[]).map(({ id }) => id);
const seen =
  (key: 'bookingId' | 'adviceId', sees: Reaches) =>
  (asker: Asker, facts: Facts): string[] =>
    ofHouses(key)(facts)
      .filter((target) => sees(asker, target))
      .map(({ id }) => id);

const focusAreas = ({ focusAreaId }: Facts): Target[] => [{ label: 'the first', id: focusAreaId }];
const modules = ({ moduleId }: Facts): Target[] => [{ label: 'of the catalogue', id: moduleId }];

const CATALOGUE: Record<string, Operation> = {
  FocusArea_list: { roles: 'anyone', status: 200 },
  FocusArea_update: {
    roles: ['administrator'],
    status: 200,
    targets: focusAreas,
    may: everybody,
    send: () => change({ title: SENT }),
    writes: traced('focus_area.update', 'focus_area', ['title']),
  },
  Module_list: { roles: 'anyone', status: 200 },
  Module_get: { roles: 'anyone', status: 200, targets: modules, may: everybody },
  Module_create: {
    roles: ['administrator'],
    status: 201,
    send: () =>
      body({
        focusArea: 'active_learning',
        audience: 'staff',
        format: 'talk',
        title: SENT,
        usualMinutes: 90,
      }),
    writes: traced('module.create', 'module', ['audience', 'focusArea', 'format', 'title', 'usualMinutes']),
  },
  Module_update: {
    roles: ['administrator'],
    status: 200,
    targets: modules,
    may: everybody,
    send: () => change({ description: SENT, active: false, itemCodes: ['SWS'] }),
    writes: traced('module.update', 'module', ['active', 'description', 'itemCodes']),
  },
};

const bookings = { roles: ['institution_lead', 'coach', 'coordinator'], may: accompanies } as const;

const BOOKINGS: Record<string, Operation> = {
  ModuleBooking_list: {
    roles: ['educator', ...READERS],
    status: 200,
    shows: { expected: seen('bookingId', seesBooking), found: ids },
    references: [filter('institutionId', houses, seesBooking), ...CITY_FILTERS],
  },
  ModuleBooking_get: {
    roles: ['educator', ...READERS],
    status: 200,
    targets: ofHouses('bookingId'),
    may: seesBooking,
  },
  ModuleBooking_create: {
    ...bookings,
    status: 201,
    targets: ofHouses('id'),
    send: ({ id: institutionId }, { moduleId, today }) =>
      body({ institutionId, moduleId, wishedFrom: today, remarks: SENT }),
    writes: traced('module_booking.create', 'module_booking', [
      ...['institutionId', 'moduleId', 'remarks', 'wishedFrom'],
    ]),
  },
  ModuleBooking_update: {
    ...bookings,
    status: 200,
    targets: ofHouses('bookingId'),
    send: (_, { today }) => change({ state: 'planned', plannedOn: today, plannedStart: '09:30' }),
    writes: traced('module_booking.plan', 'module_booking', ['plannedOn', 'plannedStart', 'state']),
  },
  ModuleBooking_remove: {
    ...bookings,
    status: 204,
    targets: ofHouses('bookingId'),
    send: () => change(),
    writes: traced('module_booking.remove', 'module_booking'),
  },
};

const advice = { roles: ['coach', 'coordinator'], may: advises } as const;

const ADVICE: Record<string, Operation> = {
  CoachContact_list: {
    roles: READERS,
    status: 200,
    shows: { expected: seen('adviceId', seesAdvice), found: ids },
    references: [filter('institutionId', houses, seesAdvice), ...CITY_FILTERS],
  },
  CoachContact_get: { roles: READERS, status: 200, targets: ofHouses('adviceId'), may: seesAdvice },
  CoachContact_create: {
    ...advice,
    status: 201,
    // Those that are coached today.
    targets: ofHouses('id', ['kita', 'distant']),
    send: ({ id: institutionId }, { today }) =>
      body({ institutionId, state: 'held', way: 'on_site', heldOn: today, minutes: 45, topics: SENT }),
    writes: traced('coach_contact.create', 'coach_contact', [
      ...['heldOn', 'institutionId', 'minutes', 'state', 'topics', 'way'],
    ]),
  },
  CoachContact_update: {
    ...advice,
    status: 200,
    targets: ofHouses('adviceId'),
    send: (_, { today }) => change({ topics: SENT, nextStepDoneOn: today }),
    writes: traced('coach_contact.update', 'coach_contact', ['nextStepDoneOn', 'topics']),
  },
  CoachContact_remove: {
    ...advice,
    status: 204,
    targets: ofHouses('adviceId'),
    send: () => change(),
    writes: traced('coach_contact.remove', 'coach_contact'),
  },
  CoachDesk_get: {
    roles: ['coach'],
    status: 200,
    shows: {
      expected: ({ coaches }, { houses: all }) => coaches.map((house) => all[house].id),
      found: ({ json }) =>
        (json['houses'] as { institutionId: string }[]).map(({ institutionId }) => institutionId),
    },
  },
  Materials_handOver: {
    ...advice,
    status: 200,
    targets: ofHouses('participationId'),
    send: (_, { today }) => change({ materialsOn: today }),
    writes: traced('participation.hand_over', 'participation', ['materialsOn']),
  },
};

export const PROGRAMME: Record<string, Operation> = { ...CATALOGUE, ...BOOKINGS, ...ADVICE };
