import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PersonKey } from '../support/city.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { addCertificateRows } from '../support/certificate-rows.js';
import { addTrainingRows } from '../support/training-rows.js';

/* Erasing by request: shown before, with the password, for good; what stays names nobody. */

const PASSWORD = 'vier lange Woerter hintereinander';
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  await addCertificateRows(stage.db, stage.city, await addTrainingRows(stage.db, stage.city));
  for (const key of ['administrator', 'lead', 'coordinator'] as const) {
    await stage.setPassword(stage.city.people[key], PASSWORD);
  }
  const { educator } = stage.city.people;
  await insertRow(stage.db, 'mail_outbox', {
    ...{
      id: randomUUID(),
      municipalityId: stage.city.municipalityId,
      kind: 'training_confirmed',
      state: 'waiting',
    },
    ...{ letter: '{}', recipientAddress: educator.email },
  });
});
afterAll(() => stage.close());

const path = (key: PersonKey, what = 'accounts'): string =>
  `/api/${what}/${stage.city.people[key].id}/erasure`;
/** Every table with the text in it. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    stage.db,
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await rowsOf(stage.db, `select from ${name} t where t::text ~ ('\\m' || $1) limit 1`, [
      text,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

test('an account with its record of the staff: shown before, erased after, and named nowhere', async () => {
  const { educator } = stage.city.people;
  const admin = stage.as('administrator');
  const preview = await admin.get<{ erased: { title: string }[]; kept: { title: string; why: string }[] }>(
    path('educator'),
  );
  expect(preview.status).toBe(200);
  expect(preview.json.erased.map(({ title }) => title)).toContain(
    'Konto mit Name, E-Mail-Adresse und Passwort',
  );
  expect(preview.json.kept.find(({ title }) => title === 'Aktivitäten')!.why).toContain('ohne Namen');
  expect((await admin.post(path('educator'), { password: 'falsch', staffRecord: true })).status).toBe(422);
  expect(await tablesWith(educator.name)).not.toEqual([]);
  const activity = stage.city.activities.educator;

  // Registered for a training to come: the place has to be given back first.
  const upcoming = `update training_sessions set held_on = $1`;
  await stage.db.query(upcoming, ['2099-01-01']);
  const refused = await admin.post(path('educator'), { password: PASSWORD, staffRecord: true });
  expect([refused.status, refused.field('code')]).toEqual([409, 'cannot_erase']);
  await stage.db.query(upcoming, ['2020-01-01']);

  expect((await admin.post(path('educator'), { password: PASSWORD, staffRecord: true })).status).toBe(204);
  expect(await tablesWith(educator.name)).toEqual([]);
  expect(await tablesWith(educator.email)).toEqual([]);
  // Without the account the id names nobody: the trail and the journal keep it. Here it is also that of the record and of what hangs on it.
  const left = (await tablesWith(educator.id)).filter(
    (table) => !/^(staff|training|certificate)/.test(table),
  );
  expect(left).toEqual(['audit_events', 'erasures']);
  expect(await rowsOf(stage.db, 'select author_id from activities where id = $1', [activity])).toEqual([
    { author_id: null },
  ]);
  expect((await stage.as('educator').get('/api/account')).status).toBe(401);
  expect((await admin.get(path('educator'))).status).toBe(404);
  expect((await stage.trail('account.erase')).map(({ object_id }) => object_id)).toEqual([educator.id]);
  const journal = await rowsOf(
    stage.db,
    'select object_type, reason, erased_by from erasures order by object_type',
  );
  const by = stage.city.people.administrator.id;
  expect(journal).toEqual([
    { object_type: 'account', reason: 'requested', erased_by: by },
    { object_type: 'staff_member', reason: 'requested', erased_by: by },
  ]);
});

test('neither the own account nor that of the last administrator', async () => {
  const answer = await stage.as('administrator').post(path('administrator'), { password: PASSWORD });
  expect([answer.status, answer.field('code')]).toEqual([409, 'own_account']);
});

test('a record of the staff by the lead who keeps it; what hangs on it stays and names nobody', async () => {
  const { colleague } = stage.city.people;
  const lead = stage.as('lead');
  expect((await lead.get(path('colleague', 'staff-members'))).status).toBe(200);
  expect((await stage.as('schoolLead').get(path('colleague', 'staff-members'))).status).toBe(404);
  const erased = await lead.post(path('colleague', 'staff-members'), { password: PASSWORD });
  expect(erased.status).toBe(204);
  expect((await lead.get(path('colleague', 'staff-members'))).status).toBe(404);
  // The account is another matter, and somebody else's.
  expect(await tablesWith(colleague.name)).toEqual(['accounts']);
});
