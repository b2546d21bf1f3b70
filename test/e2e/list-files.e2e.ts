import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
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
  ['modules', 'modules', 'educator', 'audience=children'],
  ['districts', 'districts', 'coordinator', ''],
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

interface Page {
  items: Record<string, string>[];
}

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
