import type { Role } from '../../../src/access/roles.js';
import { CANARY } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import type { Facts, Operation, Target } from './operation.js';
import { coordinatesIt, towns } from './targets.js';

/* Yearly reports: those who answer for a whole city have them made and read them. */

const CITYWIDE: readonly Role[] = ['coordinator', 'programme_lead'];

const reports = (facts: Facts): Target[] =>
  towns(facts).map((town, i) => ({ ...town, id: facts.annualReports[i]! }));

const one = { roles: CITYWIDE, targets: reports, may: coordinatesIt };

export const ANNUAL_REPORTS: Record<string, Operation> = {
  AnnualReport_list: {
    roles: CITYWIDE,
    status: 200,
    shows: {
      expected: (asker, facts) =>
        reports(facts)
          .filter((report) => coordinatesIt(asker, report))
          .map(({ id }) => id),
      found: ({ json }: Answer) => (json['items'] as { id: string }[]).map(({ id }) => id),
    },
    references: [{ field: 'municipalityId', in: 'query', targets: towns, may: coordinatesIt }],
  },
  AnnualReport_create: {
    roles: CITYWIDE,
    status: 201,
    targets: towns,
    may: coordinatesIt,
    send: ({ id: municipalityId }, { schoolYear }) => ({ body: { municipalityId, schoolYear } }),
    writes: {
      action: 'annual_report.create',
      objectType: 'annual_report',
      fields: ['municipalityId', 'schoolYear'],
    },
  },
  AnnualReport_get: { ...one, status: 200 },
  AnnualReport_file: { ...one, status: 200, bears: ({ label }) => `${CANARY}-BERICHT-${label}` },
  AnnualReport_remove: {
    ...one,
    status: 204,
    send: () => ({ version: 1 }),
    writes: { action: 'annual_report.remove', objectType: 'annual_report', fields: [] },
  },
};
