import type { Role } from '../../../src/access/roles.js';
import type { Answer } from '../../support/client.js';
import type { Facts, Operation, Target } from './operation.js';
import { coordinatesIt, towns } from './targets.js';

/* Statistics over children: those who answer for a whole city have them prepared, publish and read them; nobody else, and of no other city. */

const CITYWIDE: readonly Role[] = ['coordinator', 'programme_lead'];

const of =
  (state: keyof Facts['publications']) =>
  (facts: Facts): Target[] =>
    towns(facts).map((town, i) => ({ ...town, id: facts.publications[state][i]! }));

const one = { roles: CITYWIDE, may: coordinatesIt };
const ofTown = [{ field: 'municipalityId', in: 'query' as const, targets: towns, may: coordinatesIt }];

export const PUBLICATIONS: Record<string, Operation> = {
  Publication_list: {
    roles: CITYWIDE,
    status: 200,
    shows: {
      expected: (asker, facts) =>
        [...of('published')(facts), ...of('prepared')(facts)]
          .filter((publication) => coordinatesIt(asker, publication))
          .map(({ id }) => id),
      found: ({ json }: Answer) => (json['items'] as { id: string }[]).map(({ id }) => id),
    },
    references: ofTown,
  },
  Publication_listPeriods: {
    ...one,
    status: 200,
    targets: towns,
    query: ({ id: municipalityId }) => ({ municipalityId }),
  },
  Publication_create: {
    ...one,
    status: 201,
    targets: towns,
    // The last one that is over, whose results are not erased yet.
    send: ({ id: municipalityId }, { schoolYear }) => ({
      body: { municipalityId, schoolYear: schoolYear - 1 },
    }),
    writes: {
      action: 'publication.create',
      objectType: 'publication',
      fields: ['municipalityId', 'schoolYear'],
    },
  },
  Publication_get: { ...one, status: 200, targets: of('prepared') },
  Publication_remove: {
    ...one,
    status: 204,
    targets: of('prepared'),
    send: () => ({ version: 1 }),
    writes: { action: 'publication.remove', objectType: 'publication', fields: [] },
  },
  // What was counted for it is no longer true here; that one can be published is told in publications.e2e.ts.
  Publication_publish: { ...one, status: 409, targets: of('prepared'), send: () => ({ version: 1 }) },
  Publication_listCells: { ...one, status: 200, targets: of('published') },
  CellExport_motorSkills: {
    roles: CITYWIDE,
    status: 200,
    references: [{ field: 'publicationId', in: 'query', targets: of('published'), may: coordinatesIt }],
    writes: { action: 'motor_skill.export', objectType: 'export', fields: [] },
  },
};
