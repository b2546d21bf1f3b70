import type { Role } from '../../../src/access/roles.js';
import { CANARY } from '../../support/city.js';
import type { Answer, Sent } from '../../support/client.js';
import { type Facts, IMPORTERS, type Operation, type Reaches, type Target } from './operation.js';
import { governsIt, isTheirs, towns } from './targets.js';

const KEEPERS: readonly Role[] = ['coordinator', 'administrator'];
const GROUP_KEEPERS: readonly Role[] = ['institution_lead', ...KEEPERS];

const file = (): Sent => ({
  raw: `Einrichtung;Gruppe\n${CANARY}-GESENDET;${CANARY}-GESENDET`,
  headers: { 'content-type': 'text/csv' },
});
const change = (body: object): Sent => ({ body, version: 1 });
const into = ({ id: municipalityId }: Target): Record<string, string> => ({ municipalityId });
const traced = (action: string, fields: string[] = []): Operation['writes'] => ({
  ...{ action, objectType: 'import', fields },
});

const importsOf =
  (state: 'draft' | 'done') =>
  ({ imports }: Facts): Target[] =>
    IMPORTERS.map((person) => ({ label: `${person}'s`, id: imports[person][state], person }));

const worksIn: Reaches = (asker, target) =>
  governsIt(asker, target) ||
  asker.leads.some((house) => (house === 'distant' ? 'distant' : 'own') === target.town);

/** Drafts and imports are their owner's alone, whatever else somebody may see. */
const own = { roles: GROUP_KEEPERS, may: isTheirs };

export const IMPORTS: Record<string, Operation> = {
  Import_uploadInstitutions: {
    roles: KEEPERS,
    status: 201,
    targets: towns,
    may: governsIt,
    query: into,
    send: file,
    writes: traced('import.create'),
  },
  Import_uploadGroups: {
    roles: GROUP_KEEPERS,
    status: 201,
    targets: towns,
    may: worksIn,
    query: into,
    send: file,
    writes: traced('import.create'),
  },
  Import_institutionsTemplate: { roles: KEEPERS, status: 200 },
  Import_groupsTemplate: { roles: GROUP_KEEPERS, status: 200 },
  Import_columns: { roles: GROUP_KEEPERS, status: 200, query: () => ({ kind: 'groups' }) },
  PeopleImport_template: { roles: GROUP_KEEPERS, status: 200 },
  PeopleImport_preview: {
    roles: GROUP_KEEPERS,
    status: 200,
    targets: towns,
    may: worksIn,
    query: into,
    send: file,
  },
  // The file's one row is wrong, so that nobody is invited and nothing written.
  PeopleImport_invite: {
    roles: GROUP_KEEPERS,
    status: 200,
    targets: towns,
    may: worksIn,
    query: (target) => ({ ...into(target), onlyGood: 'true' }),
    send: file,
  },
  Import_list: {
    roles: GROUP_KEEPERS,
    status: 200,
    shows: {
      expected: ({ self }, { imports }) =>
        IMPORTERS.filter((person) => person === self).flatMap((person) => Object.values(imports[person])),
      found: ({ json }: Answer) => (json['items'] as { id: string }[]).map(({ id }) => id),
    },
  },
  Import_get: { ...own, status: 200, targets: importsOf('done') },
  Import_preview: { ...own, status: 200, targets: importsOf('draft') },
  Import_wrongRows: { ...own, status: 200, targets: importsOf('draft') },
  Import_map: {
    ...own,
    status: 200,
    targets: importsOf('draft'),
    send: () => change({ fields: [null] }),
    writes: traced('import.update', ['columns']),
  },
  Import_commit: {
    ...own,
    status: 200,
    targets: importsOf('draft'),
    send: () => change({ onlyGood: true }),
    writes: traced('import.commit'),
  },
  Import_undo: {
    ...own,
    status: 200,
    targets: importsOf('done'),
    writes: traced('import.undo'),
  },
};
