import type { Asker } from '../../support/askers.js';
import type { Answer } from '../../support/client.js';
import type { Facts, Operation } from './operation.js';
import { coordinatesIt, CITY_FILTERS, towns } from './targets.js';

/** The trainings that are nearly empty, in the asker's towns; the open ones bear the town's id. */
const nearlyEmpty = (asker: Asker, facts: Facts): string[] =>
  towns(facts)
    .filter((town) => coordinatesIt(asker, town))
    .flatMap(({ id, town }) => (town === 'own' ? [id, facts.training.closedId] : [id]));
const found = ({ json }: Answer): string[] =>
  (json['trainings'] as { items: { id: string }[] }).items.map(({ id }) => id);

export const ATTENTION: Record<string, Operation> = {
  Attention_get: {
    roles: ['coordinator', 'programme_lead'],
    status: 200,
    shows: { expected: nearlyEmpty, found },
    references: CITY_FILTERS,
  },
};
