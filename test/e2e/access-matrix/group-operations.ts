import { randomUUID } from 'node:crypto';
import type { Role } from '../../../src/access/roles.js';
import { CANARY } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import type { Facts, Operation, Target } from './operation.js';
import {
  districts,
  governsIt,
  groups,
  houses,
  keepsGroups,
  coordinatesIt,
  seesIt,
  towns,
} from './targets.js';

const SENT = `${CANARY}-GESENDET`;
const KEEPERS: readonly Role[] = ['institution_lead', 'coordinator', 'administrator'];

const inCity: NonNullable<Operation['may']> = (asker, target) =>
  coordinatesIt(asker, target) || governsIt(asker, target);

/** Districts through the years. */
export const DISTRICT_YEARS: Record<string, Operation> = {
  District_listHistory: {
    roles: ['coordinator', 'programme_lead', 'administrator'],
    status: 200,
    targets: districts,
    may: () => true,
  },
  District_rearrange: {
    roles: ['coordinator', 'administrator'],
    status: 200,
    targets: districts,
    may: governsIt,
    send: (_, { today }) => ({
      body: { from: today, newDistricts: [{ id: randomUUID(), name: SENT }], houses: [] },
      version: 1,
    }),
    references: [
      {
        ...{ field: 'houses.[].institutionId', in: 'body', targets: houses, may: governsIt },
        among: (institutionId, _, { id: districtId }) => ({ houses: [{ institutionId, districtId }] }),
      },
      {
        ...{ field: 'houses.[].districtId', in: 'body', targets: districts, may: governsIt },
        among: (districtId, { houses: all }, { town }) => ({
          houses: [{ institutionId: town === 'distant' ? all.distant.id : all.kita.id, districtId }],
        }),
      },
    ],
    writes: {
      action: 'district.rearrange',
      objectType: 'district',
      fields: ['from', 'houses', 'newDistricts'],
      besides: ['district.create'],
    },
  },
};

const distantHouse = (facts: Facts): Target[] => houses(facts).filter(({ house }) => house === 'distant');

/** The idle Kita vanishes into the one that takes part. */
export const MERGES: Record<string, Operation> = {
  Merge_listDuplicates: {
    roles: ['coordinator', 'administrator'],
    status: 200,
    references: [{ field: 'municipalityId', in: 'query', targets: towns, may: governsIt }],
  },
  Merge_preview: {
    roles: ['coordinator', 'administrator'],
    status: 200,
    targets: (facts) => houses(facts).filter(({ house }) => house === 'kita'),
    may: governsIt,
    query: (_, facts) => ({ vanishingId: facts.houses.idle.id }),
    references: [{ field: 'vanishingId', in: 'query', targets: distantHouse, may: governsIt }],
  },
  Merge_merge: {
    roles: ['coordinator', 'administrator'],
    status: 200,
    targets: (facts) => houses(facts).filter(({ house }) => house === 'kita'),
    may: governsIt,
    send: (_, facts) => ({
      body: { vanishingId: facts.houses.idle.id, vanishingVersion: 1, fields: [] },
      version: 1,
    }),
    references: [{ field: 'vanishingId', in: 'body', targets: distantHouse, may: governsIt }],
    writes: {
      action: 'institution.merge',
      objectType: 'institution',
      fields: ['vanishingId'],
      besides: ['institution.retire'],
    },
  },
};

/** Groups through the years. */
export const GROUP_YEARS: Record<string, Operation> = {
  Group_listSizes: { roles: 'anyone', status: 200, targets: groups, may: seesIt },
  GroupYear_list: {
    roles: ['coordinator', 'programme_lead', 'administrator'],
    status: 200,
    shows: {
      expected: (asker, facts) =>
        houses(facts)
          .filter((target) => inCity(asker, target))
          .map(({ id }) => id),
      found: ({ json }: Answer) =>
        (json['items'] as { institutionId: string }[]).map(({ institutionId }) => institutionId),
    },
    references: [
      { field: 'municipalityId', in: 'query', targets: towns, may: inCity },
      { field: 'districtId', in: 'query', targets: districts, may: inCity },
    ],
  },
  GroupYear_get: { roles: KEEPERS, status: 200, targets: houses, may: keepsGroups },
  GroupYear_confirm: {
    roles: KEEPERS,
    status: 200,
    targets: houses,
    may: keepsGroups,
    send: (_, { schoolYear }) => ({ body: { schoolYear } }),
    references: [
      {
        ...{ field: 'groups.[].fromGroupId', in: 'body', targets: groups, may: keepsGroups },
        among: (fromGroupId) => ({ groups: [{ name: SENT, size: 5, fromGroupId }] }),
      },
    ],
    writes: { action: 'group_year.confirm', objectType: 'institution', fields: ['schoolYear'] },
  },
};
