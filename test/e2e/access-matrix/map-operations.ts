import type { Answer } from '../../support/client.js';
import type { Operation } from './operation.js';
import { CITY_FILTERS, coordinatesIt, houses, seesAdvice } from './targets.js';

/* Where the institutions are, and one of them on a sheet of paper. */

export const MAP_AND_SHEET: Record<string, Operation> = {
  Map_get: {
    roles: ['coordinator', 'programme_lead'],
    status: 200,
    shows: {
      expected: (asker, facts) =>
        houses(facts)
          .filter((target) => coordinatesIt(asker, target))
          .map(({ id }) => id),
      found: ({ json }: Answer) =>
        (json['items'] as { institutionId: string }[]).map(({ institutionId }) => institutionId),
    },
    references: CITY_FILTERS,
  },
  HouseSheet_get: {
    roles: ['institution_lead', 'coach', 'coordinator', 'programme_lead'],
    status: 200,
    targets: houses,
    may: seesAdvice,
  },
};
