import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { textOf } from './access-matrix/file-text.js';

/*
 * What is stored of a person, as a file: everything that was planted about the person, in every column that may hold something of them, and
 * nothing of anybody else.
 */

let stage: Stage;
let account: string;
let staff: string;
let planted = 0;
const mine: string[] = [];

/** A word of the person's, that has to be in the file. */
function own(): string {
  const word = `EIGENES-${(planted += 1)}-`;
  mine.push(word);
  return word;
}
const OTHERS = 'FREMDES';

beforeAll(async () => {
  stage = await Stage.open();
  account = stage.city.people.coach.id;
  staff = randomUUID();
  await plant();
});
afterAll(() => stage.close());

const insert = (table: string, row: Record<string, unknown>): Promise<void> =>
  insertRow(stage.db, table, { id: randomUUID(), ...row });

async function plant(): Promise<void> {
  const { kita } = stage.city.houses;
  const { municipalityId, people } = stage.city;
  const [name, staffName] = [`Ada ${own()}`, `Ada ${own()}`];
  const [email, staffEmail] = [`${own()}@example.org`.toLowerCase(), `${own()}@example.org`.toLowerCase()];
  await stage.db.query('update accounts set name = $2, email = $3, last_sign_in_at = $4 where id = $1', [
    ...[account, name, email, '2025-05-05T10:00:00Z'],
  ]);
  const later = '2099-01-01T00:00:00Z';
  const tokenHash = (): Buffer => Buffer.from(randomUUID());
  const place = { institutionId: kita.id };
  await insert('sessions', {
    accountId: account,
    tokenHash: tokenHash(),
    device: own(),
    idleUntil: later,
    expiresAt: later,
  });
  await insert('access_tokens', {
    accountId: account,
    tokenHash: tokenHash(),
    name: own(),
    scopes: ['exports'],
    expiresOn: '2099-01-01',
  });
  await insert('invitations', {
    tokenHash: tokenHash(),
    email,
    name: own(),
    role: 'coach',
    municipalityId,
    expiresAt: later,
  });
  await insert('invitations', {
    tokenHash: tokenHash(),
    email: `${OTHERS}@example.org`,
    name: OTHERS,
    role: 'educator',
    ...place,
    invitedBy: account,
    expiresAt: later,
  });
  const letter = { subject: own(), before: [own()], link: 'x', linkLabel: 'x', after: [own()] };
  const mail = { municipalityId, kind: 'training_confirmed', state: 'failed' };
  await insert('mail_outbox', { ...mail, recipientName: own(), recipientAddress: email, letter });
  await insert('mail_outbox', {
    ...mail,
    recipientName: OTHERS,
    recipientAddress: 'x@example.org',
    letter: { subject: OTHERS },
  });
  await insert('staff_members', {
    ...place,
    id: staff,
    name: staffName,
    function: 'educator',
    email: staffEmail,
    accountId: account,
  });
  await insert('staff_positions', { ...place, staffMemberId: staff, since: '2019-09-17' });
  const training = randomUUID();
  await insert('trainings', {
    id: training,
    municipalityId,
    title: own(),
    focusArea: 'active_learning',
    capacity: 5,
    trainerName: name,
    trainerQualification: own(),
  });
  const session = randomUUID();
  await insert('training_sessions', {
    id: session,
    trainingId: training,
    heldOn: '2025-03-03',
    startsAt: '09:00',
    endsAt: '12:00',
  });
  const registration = randomUUID();
  await insert('training_registrations', {
    ...place,
    id: registration,
    trainingId: training,
    staffMemberId: staff,
    state: 'confirmed',
    arrival: 1,
  });
  await insert('training_attendances', {
    ...place,
    registrationId: registration,
    sessionId: session,
    state: 'present',
    minutes: 173,
  });
  mine.push('173');
  const facts = { personName: own(), title: 'x', number: own(), code: own(), attendedMinutes: 173 };
  await insert('certificates', {
    ...place,
    registrationId: registration,
    trainingId: training,
    municipalityId,
    year: 2025,
    number: 1,
    codeHash: tokenHash(),
    facts,
    endedAt: later,
    endedAs: 'withdrawn',
    endedReason: own(),
  });
  const activity = {
    ...place,
    groupId: kita.groupId,
    heldOn: stage.city.today,
    focusArea: 'active_learning',
    minutes: 30,
    childrenPresent: 3,
  };
  await insert('activities', { ...activity, authorId: account, note: own() });
  await insert('activities', { ...activity, authorId: people.educator.id, note: OTHERS });
  const talk = { ...place, state: 'held', way: 'phone', heldOn: '2025-01-01', minutes: 20 };
  await insert('coach_contacts', { ...talk, coachId: account, topics: own(), nextStep: own() });
  await insert('coach_contacts', { ...talk, coachId: people.distantCoach.id, topics: OTHERS });
  await insert('institution_contacts', { ...place, name: own(), function: own(), phone: own(), email });
  await insert('institution_contacts', { ...place, name: OTHERS, email: 'y@example.org' });
  await stage.db.query(
    'update institutions set contact_name = $2, contact_function = $3, phone = $4 where id = $1',
    [kita.id, name, own(), own()],
  );
  await insert('imports', {
    municipalityId,
    createdBy: account,
    kind: 'groups',
    fileName: own(),
    encoding: 'utf-8',
    delimiter: ';',
    columns: '[]',
    rowCount: 0,
    totals: '{}',
    expiresAt: later,
  });
  await insertRow(stage.db, 'audit_events', {
    chain: account,
    actorId: account,
    origin: own(),
    action: 'session.create',
    objectType: 'session',
    fields: [own()],
  });
  await insertRow(stage.db, 'audit_events', {
    chain: account,
    actorId: people.administrator.id,
    origin: OTHERS,
    action: 'account.update',
    objectType: 'account',
    objectId: account,
    fields: [own()],
  });
}

function assertComplete(file: Answer): void {
  expect(file.status).toBe(200);
  expect(file.headers['content-type']).toContain('application/zip');
  const [html, json] = textOf(file).split('\n{\n');
  for (const part of [html!, json!]) {
    expect(mine.filter((word) => !part.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(part).not.toContain(OTHERS);
    expect(part.match(/KANARIENVOGEL-(PERSON|NOTIZ|EINLADUNG)-[\w-]+/g) ?? []).toEqual([]);
    // Hashes and secrets are nobody's to read.
    expect(part).not.toMatch(/_hash|secret|\$argon2/);
  }
}

test('oneself gets everything, and nothing of others', async () => {
  assertComplete(await stage.as('coach').get('/api/account/personal-data'));
  expect((await stage.trail('account.personal_data')).map(({ object_id }) => object_id)).toEqual([account]);
});

test('a name or an address that somebody else has typed opens nothing of its owner', async () => {
  const { school } = stage.city.houses;
  const theirs = { name: 'Rieke Fremd', email: 'rieke.fremd@example.org' };
  const elsewhere = { institutionId: school.id, ...theirs };
  await insert('institution_contacts', { ...elsewhere, phone: 'FREMDES-TELEFON' });
  await insert('mail_outbox', {
    ...{ municipalityId: stage.city.municipalityId, kind: 'training_confirmed', state: 'failed' },
    ...{ recipientName: theirs.name, recipientAddress: theirs.email, letter: { subject: 'FREMDER-BRIEF' } },
  });
  const record = await rowsOf<{ name: string; email: string }>(
    stage.db,
    'select name, email from staff_members where id = $1',
    [staff],
  );
  const type = 'update staff_members set name = $2, email = $3 where id = $1';
  await stage.db.query(type, [staff, theirs.name, theirs.email]);
  const files = [
    await stage.as('lead').get(`/api/staff-members/${staff}/personal-data`),
    await stage.as('coach').get('/api/account/personal-data'),
  ];
  await stage.db.query(type, [staff, record[0]!.name, record[0]!.email]);
  for (const file of files) {
    expect(file.status).toBe(200);
    expect(textOf(file)).toContain(theirs.name);
    expect(textOf(file)).not.toMatch(/FREMDES-TELEFON|FREMDER-BRIEF/);
  }
});

test('the administrator gets the same to be given to the person', async () => {
  assertComplete(await stage.as('administrator').get(`/api/accounts/${account}/personal-data`));
});

test('who keeps the record of the staff gets what is on it, and nothing of the account', async () => {
  const file = await stage.as('lead').get(`/api/staff-members/${staff}/personal-data`);
  expect(file.status).toBe(200);
  const text = textOf(file);
  for (const word of ['2019-09-17', '17.09.2019', '173']) expect(text).toContain(word);
  expect(text).not.toContain(OTHERS);
  expect(text).not.toContain('session.create');
  expect((await stage.as('schoolLead').get(`/api/staff-members/${staff}/personal-data`)).status).toBe(404);
});
