import type { TestApp } from '../../support/app.js';
import type { Route } from '../../support/openapi.js';

/* What a personal access token opens. Said here a second time, so that a mark in the code alone cannot widen it. */

export const EXPORTS = [
  ...['Package_package', 'Package_codebookCsv', 'Package_codebookHtml'],
  ...[
    'groups',
    'closingDays',
    'groupYears',
    'trainedStaff',
    'completeness',
    'modules',
    'districts',
    'schoolHolidays',
    'targets',
  ].map((list) => `ListExport_${list}`),
  ...['Export_institutionsCsv', 'Export_institutionsXlsx'],
  ...['Export_activitiesCsv', 'Export_activitiesXlsx'],
  ...['bookings', 'coachContacts', 'trainings', 'attendance'].flatMap((file) => [
    `ProgrammeExport_${file}Csv`,
    `ProgrammeExport_${file}Xlsx`,
  ]),
  ...['ReportExport_get', 'CellExport_motorSkills'],
];

export const REPORTS = [
  ...['Overview_get', 'Overview_list', 'Overview_programme', 'Overview_trainedStaff'],
  ...[
    'AnnualReport_file',
    'AnnualReport_get',
    'AnnualReport_list',
    'Attention_get',
    'Completeness_get',
    'Map_get',
  ],
  ...['Report_get', 'Publication_list', 'Publication_listPeriods', 'Publication_get'],
  'Publication_listCells',
];

export const OF_SCOPE: Record<'exports' | 'reports', string[]> = { exports: EXPORTS, reports: REPORTS };

type Outcome = [status: number, code: unknown];

/** What a token that opens the marked operations is told. */
export function expectedOutcome(marked: string[], { operationId }: Route): Outcome {
  return marked.includes(operationId) ? [200, 'ok'] : [403, 'token_scope'];
}

/** What the operation says to whoever presents the token. */
export async function outcomeWith(app: TestApp, token: string, route: Route): Promise<Outcome> {
  const path = route.path.replace('{id}', '00000000-0000-4000-8000-000000000000').replace('{type}', 'csv');
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.client().send(route.method, path, { headers });
  // Past the door there is nothing under the made-up id.
  if (path !== route.path && answer.json['code'] === 'not_found') return [200, 'ok'];
  return [answer.status, answer.status < 400 ? 'ok' : answer.json['code']];
}
