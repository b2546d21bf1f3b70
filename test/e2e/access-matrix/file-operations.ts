import type { Role } from '../../../src/access/roles.js';
import type { Operation } from './operation.js';
import { CITY_FILTERS, filter, houses, seesIt } from './targets.js';

const CITY: Role[] = ['coordinator', 'programme_lead'];
const CITY_KEEPERS: Role[] = [...CITY, 'administrator'];
const HOUSES: Role[] = ['institution_lead', 'coach', ...CITY_KEEPERS];

const OF_HOUSE = filter('institutionId', houses, seesIt);

/** What a file may show at all is told by its canaries: one that is not the asker's fails in every answer. */
const file = (
  roles: Operation['roles'],
  action: string,
  references: Operation['references'] = [],
): Operation => ({
  ...{ roles, status: 200, references },
  writes: { action: `${action}.export`, objectType: 'export', fields: [] },
});

/** The files of lists, and everything in one. */
export const FILES: Record<string, Operation> = {
  ListExport_groups: file(HOUSES, 'group', [...CITY_FILTERS, OF_HOUSE]),
  ListExport_closingDays: file(HOUSES, 'closing_day', [...CITY_FILTERS, OF_HOUSE]),
  ListExport_groupYears: file(CITY_KEEPERS, 'group_year', CITY_FILTERS),
  ListExport_trainedStaff: file(CITY, 'trained_staff', CITY_FILTERS),
  ListExport_completeness: file(CITY, 'completeness', CITY_FILTERS),
  ListExport_modules: file('anyone', 'module'),
  ListExport_districts: file(CITY_KEEPERS, 'district'),
  ListExport_schoolHolidays: file(HOUSES, 'school_holiday'),
  ListExport_targets: file(CITY_KEEPERS, 'target'),
  PeopleExport_staff: file(['institution_lead', 'coordinator'], 'staff_member'),
  PeopleExport_accounts: file(['institution_lead', 'coordinator', 'administrator'], 'account'),
  PeopleExport_certificates: {
    roles: ['educator', 'institution_lead', 'coordinator'],
    status: 200,
    writes: { action: 'certificate.list_export', objectType: 'export', fields: [] },
  },
  PeopleExport_mails: file(['coordinator'], 'mail'),
  Package_package: file(['educator', ...HOUSES], 'data_package'),
  Package_codebookCsv: { roles: 'anyone', status: 200 },
  Package_codebookHtml: { roles: 'anyone', status: 200 },
};
