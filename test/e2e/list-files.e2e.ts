import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { CompletenessRowDto } from '../../src/reporting/completeness/completeness.dto.js';
import { addCertificateRows } from '../support/certificate-rows.js';
import type { PersonKey } from '../support/city.js';
import { insertRow } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { addTrainingRows } from '../support/training-rows.js';

/* Every list with a page of its own, as a file: the same rows by the same filter. */

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  const { db, city } = stage;
  const training = await addTrainingRows(db, city);
  await addCertificateRows(db, city, training);
  const letter = JSON.stringify({
    subject: 'Ein Platz',
    before: [],
    link: 'https://x',
    linkLabel: 'L',
    after: [],
  });
  for (const [id, municipalityId] of [
    ['018f0000-0000-7000-8000-000000000001', city.municipalityId],
    ['018f0000-0000-7000-8000-000000000002', city.distantMunicipalityId],
  ]) {
    const mail = {
      kind: 'training_confirmed',
      recipientAddress: 'post@example.org',
      state: 'failed',
      letter,
    };
    await insertRow(db, 'mail_outbox', { id, municipalityId, ...mail });
  }
  for (const house of ['kita', 'school', 'distant'] as const) {
    const closing = { firstDay: '2026-12-23', lastDay: '2027-01-04', reason: 'Zwischen den Jahren' };
    const institutionId = city.houses[house].id;
    await insertRow(db, 'closing_days', { institutionId, id: crypto.randomUUID(), ...closing });
  }
});
afterAll(() => stage.close());

/** File, list, by whom, its filter, and the list's key where it is not `id`. */
const LISTS: [file: string, list: string, who: PersonKey, filter: string, key?: string][] = [
  ['groups', 'groups', 'lead', 'archived=false'],
  ['closing-days', 'closing-days', 'coordinator', 'schoolYear=2026'],
  ['closing-days', 'closing-days', 'lead', ''],
  ['group-years', 'group-years', 'coordinator', 'schoolYear=2026', 'institutionId'],
  ['group-years', 'group-years', 'administrator', 'confirmed=false&kind=kita', 'institutionId'],
  ['trained-staff', 'overview/trained-staff', 'coordinator', 'kind=kita', 'institutionId'],
  ['completeness', 'reports/completeness', 'coordinator', 'sort=-rate', 'institutionId'],
  ['completeness', 'reports/completeness', 'programmeLead', 'kind=kita&schoolYear=2026', 'institutionId'],
  ['bookings', 'module-bookings', 'coordinator', 'state=wished&sort=day'],
  ['bookings', 'module-bookings', 'lead', 'from=2000-01-01&to=2198-07-31'],
  ['coach-contacts', 'coach-contacts', 'coordinator', 'openStep=true'],
  ['coach-contacts', 'coach-contacts', 'coach', 'state=held&from=2000-01-01'],
  ['trainings', 'trainings', 'coordinator', 'when=upcoming&state=draft'],
  ['trainings', 'trainings', 'lead', 'when=upcoming&forMe=true&focusArea=active_learning&q=pause'],
  ['modules', 'modules', 'educator', 'audience=children'],
  ['districts', 'districts', 'programmeLead', ''],
  ['school-holidays', 'school-holidays', 'coordinator', 'state=NW&schoolYear=2026'],
  ['targets', 'targets', 'coordinator', 'schoolYear=2026'],
  ['staff', 'staff-members', 'lead', ''],
  ['staff', 'staff-members', 'coordinator', 'former=false&q=e'],
  ['accounts', 'accounts', 'administrator', ''],
  ['accounts', 'accounts', 'coordinator', 'role=institution_lead'],
  ['accounts', 'accounts', 'lead', 'state=active'],
  ['certificates', 'certificates', 'coordinator', ''],
  ['certificates', 'certificates', 'educator', 'mine=true'],
  ['mails', 'mails', 'coordinator', 'state=failed&kind=training_confirmed'],
  ['activities', 'activities', 'educator', 'mine=true'],
];

interface Document {
  paths: Record<string, { get: { parameters: { name: string; in: string }[] } }>;
}

interface Completeness {
  items: CompletenessRowDto[];
}

interface Page {
  items: Record<string, string>[];
}

/** The list behind each file that has one, and what the list alone knows. */
const FILTERED: [file: string, list: string][] = [
  ...new Map(LISTS.map(([file, list]) => [file, list])),
  ['institutions', 'institutions'],
  ['attendance', 'training-registrations'],
  ['audit-events', 'audit-events'],
  ['reports/{report}', 'reports/{report}'],
];

test.each(FILTERED)('the file %s knows every filter of /%s', (file, list) => {
  const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as Document;
  const known = (path: string): string[] =>
    paths[path]!.get.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const filters = known(`/api/${list}`).filter((name) => !['limit', 'cursor'].includes(name));
  const ofFile = known(
    [`/api/exports/${file}.csv`, `/api/exports/${file}.{type}`].find((path) => path in paths)!,
  );
  expect(filters.filter((name) => !ofFile.includes(name))).toEqual([]);
});

test('holds the districts of the cities that one is there for', async () => {
  const { text } = await stage.as('coordinator').get('/api/exports/districts.csv?form=machine');
  expect(idsIn(text, 'id').sort()).toEqual([...stage.city.districtIds].sort());
  const distant = `municipalityId=${stage.city.distantMunicipalityId}`;
  const foreign = await stage.as('coordinator').get(`/api/exports/districts.csv?form=machine&${distant}`);
  expect(idsIn(foreign.text, 'id')).toEqual([]);
});

test('has three numbers of each month of the completeness', async () => {
  const answer = await stage.as('coordinator').get<Completeness>('/api/reports/completeness?limit=200');
  const { text } = await stage.as('coordinator').get('/api/exports/completeness.csv?form=machine');
  const [header, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const rows = lines.map((line) => Object.fromEntries(header!.map((name, at) => [name, line[at]])));
  for (const { institutionId, months, expected, reported, onTime } of answer.json.items) {
    const row = rows.find((one) => one['institution_id'] === institutionId)!;
    const sums = [row['weeks_expected'], row['weeks_reported'], row['weeks_on_time']];
    expect(sums).toEqual([expected, reported, onTime].map(String));
    for (const month of months) {
      const name = `month_${month.month.slice(5)}`;
      const counts = [row[`${name}_expected`], row[`${name}_reported`], row[`${name}_on_time`]];
      expect(counts).toEqual([month.expected, month.reported, month.onTime].map(String));
    }
  }
  expect(answer.json.items.flatMap(({ months }) => months).length).toBeGreaterThan(0);
});

describe.each(LISTS)('%s of /%s for the %s, by "%s"', (file, list, who, filter, key = 'id') => {
  test('has the rows of the list', async () => {
    const { json } = await stage.as(who).get<Page>(`/api/${list}?limit=200&${filter}`);
    const listed = json.items.map((item) => item[key]);
    const answer = await stage.as(who).get(`/api/exports/${file}.csv?form=machine&${filter}`);
    expect(answer.status).toBe(200);
    expect(listed.length).toBeGreaterThan(0);
    expect(idsIn(answer.text, key === 'institutionId' ? 'institution_id' : 'id').sort()).toEqual(
      listed.sort(),
    );
  });
});

/** A column of a CSV whose cells before it hold neither commas nor quotes. */
function idsIn(text: string, column: string): string[] {
  const [header, ...rows] = text.trimEnd().split('\n');
  const at = header!.split(',').indexOf(column);
  return rows.map((row) => row.split(',')[at] ?? '').filter((cell) => /^[0-9a-f-]{36}$/.test(cell));
}

test('each is a spreadsheet as well, with its filter', async () => {
  for (const [file, , who, filter] of LISTS) {
    const answer = await stage.as(who).get(`/api/exports/${file}.xlsx?${filter}`);
    expect([file, answer.status]).toEqual([file, 200]);
    const { sheets } = await readXlsx(answer.bytes);
    const rows = sheets[0]!.rows.length - 1;
    expect(sheets.at(-1)!.name).toBe('Filter');
    expect(sheets.at(-1)!.rows).toContainEqual(['Anzahl der Zeilen', rows]);
  }
});

test('says roles and states as people say them', async () => {
  const { text } = await stage.as('administrator').get('/api/exports/accounts.csv');
  expect(text).toMatch(/^\uFEFFName;E-Mail;Rollen;Gesperrt;Angelegt am;Zuletzt angemeldet\r\n/);
  expect(text).toMatch(/;Leitung \([^)]+\);nein;/);
});

test('has no other end of its address', async () => {
  for (const type of ['pdf', 'csvx', 'CSV', '']) {
    expect((await stage.as('coordinator').get(`/api/exports/groups.${type}`)).status).toBe(404);
  }
});

test('leaves a trace that says which list it was', async () => {
  await stage.as('coordinator').get('/api/exports/mails.csv?state=failed');
  expect((await stage.trail('mail.export')).at(-1)).toMatchObject({
    ...{ actor_id: stage.city.people.coordinator.id, fields: ['state'] },
  });
});
