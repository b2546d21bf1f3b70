import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type City, PEOPLE, type Person } from '../../support/city.js';
import { insertRow, rowsOf } from '../../support/rows.js';
import { addCertificateRows } from '../../support/certificate-rows.js';
import { addChildRows } from '../../support/child-rows.js';
import { addTabletRows } from '../../support/tablet-rows.js';
import { addSealedRows } from '../../support/sealed-rows.js';
import { addTestDayRows } from '../../support/test-day-rows.js';
import { addTrainingRows } from '../../support/training-rows.js';

/** Rows for the tables that the city leaves empty, so that every policy has something to hide. */
export async function addHiddenRows(db: pg.Client, city: City): Promise<void> {
  const { people, houses } = city;
  for (const key of PEOPLE) {
    await insertRow(db, 'credentials', { accountId: people[key].id, passwordHash: 'unusable' });
    await addSecurity(db, people[key]);
  }
  await insertRow(db, 'sign_in_throttles', {
    key: Buffer.from('somebody'),
    failures: 1,
    lastFailureAt: new Date(),
  });
  const objectId = houses.kita.activityId;
  const event = { chain: houses.kita.id, action: 'activity.create', objectType: 'activity', objectId };
  for (const actorId of [people.educator.id, people.lead.id, null]) {
    await insertRow(db, 'audit_events', { ...event, actorId });
  }
  for (const { id: institutionId } of [houses.kita, houses.school, houses.distant]) {
    await insertRow(db, 'group_confirmations', { institutionId, schoolYear: city.schoolYear });
    await insertRow(db, 'activity_reminders', {
      ...{ id: randomUUID(), institutionId, remindedOn: new Date(), letters: 1 },
    });
  }
  // To a role that coordinators give as well, but not by one of them.
  await insertRow(db, 'invitations', {
    ...{ id: people.administrator.id, tokenHash: Buffer.from('token'), invitedBy: people.administrator.id },
    ...{ role: 'coach', municipalityId: city.municipalityId, expiresAt: new Date() },
  });
  for (const { id, groupId } of [houses.kita, houses.distant]) {
    const changed = { chain: id, institutionId: id, action: 'group.update', objectType: 'group' };
    await insertRow(db, 'audit_events', { ...changed, objectId: groupId, actorId: null });
  }
  await insertRow(db, 'maintenance_runs', { id: randomUUID(), kind: 'backup' });
  await addTabletRows(db, city);
  await addScoreRun(db);
  await addSealedRows(db, city);
  await addImports(db, city);
  await addMails(db, city);
  await addAnnualReports(db, city);
  await addPublications(db, city);
  await addTestDayRows(db, city, await addChildRows(db, city));
  await addCertificateRows(db, city, await addTrainingRows(db, city));
}

/** A run; and of the norms a handful, for the probe tries every row that there is. */
async function addScoreRun(db: pg.Client): Promise<void> {
  await db.query('alter table norm_rows disable trigger user');
  await db.query(`delete from norm_rows where item_code <> 'SWS' or age_years <> 8.5`);
  await db.query('alter table norm_rows enable trigger user');
  const [battery] = await rowsOf<{ id: string }>(db, `select id from test_batteries where code = 'KITA-MOT'`);
  await insertRow(db, 'score_runs', { id: randomUUID(), batteryId: battery!.id });
}

/** A letter in each town. */
async function addMails(db: pg.Client, city: City): Promise<void> {
  for (const municipalityId of [city.municipalityId, city.distantMunicipalityId]) {
    const mail = { kind: 'training_confirmed', recipientAddress: 'post@example.org', state: 'waiting' };
    await insertRow(db, 'mail_outbox', { id: randomUUID(), municipalityId, letter: '{}', ...mail });
  }
}

/** A report in each town, being made: that is what the job writes into. */
async function addAnnualReports(db: pg.Client, city: City): Promise<void> {
  for (const municipalityId of [city.municipalityId, city.distantMunicipalityId]) {
    const { schoolYear } = city;
    await insertRow(db, 'annual_reports', { id: randomUUID(), municipalityId, schoolYear, state: 'running' });
  }
}

/** One of each state in each town; each bears the id of somebody, so that its rows tell which it is. */
async function addPublications(db: pg.Client, city: City): Promise<void> {
  const { coordinator, educator, lead, distantCoordinator, distantEducator, distantLead } = city.people;
  const towns = [
    { municipalityId: city.municipalityId, prepared: coordinator, waiting: educator, published: lead },
    {
      ...{ municipalityId: city.distantMunicipalityId, prepared: distantCoordinator },
      ...{ waiting: distantEducator, published: distantLead },
    },
  ];
  const at = new Date();
  const counted = { summary: '{}', dataAt: at, preparedAt: at };
  for (const { municipalityId, prepared, waiting, published } of towns) {
    await insertRow(db, 'publication_schemes', { municipalityId, schoolYear: 2020, halves: false });
    const done = { revision: 1, halves: false, publishedAt: at, ...counted };
    const of = (id: string, schoolYear: number, more: object): Promise<void> =>
      insertRow(db, 'publications', { id, municipalityId, schoolYear, ...more });
    await of(waiting.id, 2018, { state: 'waiting' });
    await of(prepared.id, 2019, { state: 'prepared', ...counted });
    await of(published.id, 2020, { state: 'published', ...done });
    for (const { id: publicationId } of [prepared, published]) {
      const cell = { position: 1, block: 'tested', scheme: 'region', state: 'rounded', count: 25 };
      await insertRow(db, 'publication_cells', { publicationId, municipalityId, ...cell });
      const fingerprint = Buffer.from('rows');
      await insertRow(db, 'publication_freezes', { publicationId, municipalityId, fingerprint });
    }
  }
}

async function addSecurity(db: pg.Client, { id: accountId, token }: Person): Promise<void> {
  const secret = randomBytes(32);
  await insertRow(db, 'second_factors', { accountId, secret, confirmedAt: new Date() });
  await insertRow(db, 'recovery_codes', { accountId, codeHash: secret });
  const expiresAt = new Date(Date.now() + 3_600_000);
  await insertRow(db, 'password_resets', { id: randomUUID(), accountId, tokenHash: secret, expiresAt });
  // The same text as the session's, so that whoever presents it opens both.
  const tokenHash = createHash('sha256').update(token).digest();
  const rest = { name: 'Skript', scopes: ['exports'], expiresOn: '2099-12-31', tokenHash };
  await insertRow(db, 'access_tokens', { id: randomUUID(), accountId, ...rest });
  await insertRow(db, 'calendar_feeds', { accountId, secretHash: tokenHash });
  await insertRow(db, 'account_outbox_keys', { accountId, storageKey: secret, ticket: secret });
}

/** Imports by three people; each bears its owner's id, so that its rows tell whose they are. */
async function addImports(db: pg.Client, { people, houses, ...city }: City): Promise<void> {
  const [own, distant] = [city.municipalityId, city.distantMunicipalityId];
  for (const [person, municipalityId] of [
    ['coordinator', own],
    ['lead', own],
    ['distantCoordinator', distant],
  ] as const) {
    const { id } = people[person];
    const file = { encoding: 'utf-8', delimiter: ';', columns: '[]', rowCount: 1, totals: '{}' };
    const expiresAt = new Date(Date.now() + 3_600_000);
    await insertRow(db, 'imports', { id, municipalityId, createdBy: id, kind: 'groups', ...file, expiresAt });
    const row = { number: 2, cells: '[]', status: 'wrong', changes: '[]', errors: '[]' };
    await insertRow(db, 'import_rows', { importId: id, ...row });
    const [objectId, institutionId] = [houses.kita.groupId, houses.kita.id];
    await insertRow(db, 'import_changes', { importId: id, objectId, institutionId, ...CHANGED });
  }
  for (const [municipalityId, kind] of [
    [own, 'groups'],
    [distant, 'institutions'],
  ]) {
    const mapping = { signature: Buffer.from('headers'), fields: '["name"]' };
    await insertRow(db, 'import_mappings', { municipalityId, kind, ...mapping });
  }
  // An empty house and a group without activities, both made by the coordinator's import: they can be taken back.
  for (const table of ['groups', 'closing_days', 'institution_contacts']) {
    await db.query(`delete from ${table} where institution_id = $1`, [houses.closed.id]);
  }
  const made = { importId: people.coordinator.id, ...CHANGED, created: true };
  const { closed, idle } = houses;
  await insertRow(db, 'import_changes', { ...made, objectId: closed.id, institutionId: closed.id });
  await insertRow(db, 'import_changes', { ...made, objectId: idle.groupId, institutionId: idle.id });
}

const CHANGED = { created: false, version: 1, before: '{}' };
