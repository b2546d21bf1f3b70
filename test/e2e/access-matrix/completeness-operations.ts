import type { Asker } from '../../support/askers.js';
import type { Answer } from '../../support/client.js';
import type { Facts, Operation, Target } from './operation.js';
import { at, CITY_FILTERS, coordinatesIt, governsIt, houses, PARTICIPATING } from './targets.js';

const takingPart = (asker: Asker, facts: Facts): string[] =>
  houses(facts)
    .filter((target) => PARTICIPATING.includes(target.house!) && coordinatesIt(asker, target))
    .map(({ id }) => id);
const found = ({ json }: Answer): string[] =>
  (json['items'] as { institutionId: string }[]).map(({ institutionId }) => institutionId);

/** One that takes no part: whether others lack anything depends on the day of the year (completeness.e2e.ts reminds them). */
const idle = ({ houses: all }: Facts): Target[] => [at('idle', all.idle.id)];

const reminder: Operation = {
  roles: ['coordinator'],
  status: 200,
  targets: idle,
  may: governsIt,
  send: ({ id }) => ({ body: { institutionIds: [id] } }),
};

export const COMPLETENESS: Record<string, Operation> = {
  Completeness_get: {
    roles: ['coordinator', 'programme_lead'],
    status: 200,
    shows: { expected: takingPart, found },
    references: CITY_FILTERS,
  },
  Reminder_preview: reminder,
  Reminder_send: reminder,
};
