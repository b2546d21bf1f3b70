import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { WithdrawalDto } from '../../../src/assessments/consents/consent.dto.js';
import { BackupDesk } from '../../support/backups.js';
import { addChildRows, type ChildRows } from '../../support/child-rows.js';
import { load } from '../../support/outside.js';
import { rowsOf } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { addTestDayRows } from '../../support/test-day-rows.js';

const { ERASURE_REPLAYS } =
  await load<typeof import('../../../src/backup/erasure-replays.js')>('backup/erasure-replays.js');

/*
 * What was erased after a backup was taken is not there after it was put back: the parents took their consent back, a child was taken out.
 */

let desk: BackupDesk;
let stage: Stage;
let rows: ChildRows;

beforeAll(async () => {
  desk = new BackupDesk();
  stage = await Stage.open();
  rows = await addChildRows(stage.db, stage.city);
  await addTestDayRows(stage.db, stage.city, rows);
  await stage.db.query(`insert into audit_events (chain, action, object_type, institution_id)
    select id, 'institution.create', 'institution', id from institutions`);
  await desk.backUp(stage, 'before');
  await erase();
  await desk.backUp(stage, 'journal', true);
});
afterAll(async () => {
  await stage.close();
  await desk.close();
});

/** Over the interface, as it happens. */
async function erase(): Promise<void> {
  const consent = `/api/consents/${rows.consents.kita}`;
  const withdrawn = await stage.as('lead').send<WithdrawalDto>('POST', `${consent}/withdraw`, { version: 1 });
  expect([withdrawn.status, withdrawn.json.erased]).toEqual([200, 1]);
  expect((await stage.as('schoolLead').delete(`/api/children/${rows.children.school}`, 1)).status).toBe(204);
}

/** What is known of each child. */
async function known(db: pg.Client): Promise<object> {
  return {
    children: await rowsOf(db, 'select id, birth_month, sex, creation_digest from children order by id'),
    tests: await rowsOf(db, 'select id, child_id from assessments order by id'),
    results: await rowsOf(db, 'select id from results order by id'),
    consents: await rowsOf(db, 'select id, withdrawn_on::text from consents order by id'),
    transfers: await rowsOf(db, 'select id from child_transfers order by id'),
    journal: await rowsOf(db, 'select institution_id, id, object_type, object_id from erasures order by id'),
  };
}

test('with the journal of a newer backup, in a database that never heard of it', async () => {
  const copy = await desk.database();
  await desk.restore(copy, 'before', { journals: ['journal'] });
  expect(await known(copy.db)).toEqual(await known(stage.db));
  expect(desk.lines.at(-2)).toBe('Erased once more: assessment 2, consent 1, child 1.');
});

test('with the journal of the database that is replaced', async () => {
  const live = await desk.database();
  await desk.restore(live, 'before');
  // The control: without the journal it would be there again.
  expect(await rowsOf(live.db, 'select from children')).toHaveLength(3);
  const { kita, distant } = rows.children;
  await live.db.query('delete from children where id = $1', [distant]);
  await live.db.query(
    `insert into erasures (institution_id, id, object_type, object_id, reason) values ($1, $2, 'child', $3, 'child_removed')`,
    [stage.city.houses.distant.id, randomUUID(), distant],
  );
  await desk.restore(live, 'before', { force: true });
  const left = (await rowsOf<{ id: string }>(live.db, 'select id from children')).map(({ id }) => id);
  expect(left).toHaveLength(2);
  expect(left).toContain(kita);
  expect(left).not.toContain(distant);
  // And the next restore still knows.
  await desk.restore(live, 'before', { force: true });
  expect(await rowsOf(live.db, 'select from children')).toHaveLength(2);
});

test('a kind of erasure that this version does not know is not passed over', async () => {
  await stage.db.query(
    `insert into erasures (institution_id, id, object_type, object_id, reason) values ($1, $2, 'riddle', $2, 'corrected')`,
    [stage.city.houses.kita.id, randomUUID()],
  );
  await desk.backUp(stage, 'riddle', true);
  const copy = await desk.database();
  const restored = desk.restore(copy, 'before', { journals: ['riddle'] });
  await expect(restored).rejects.toMatchObject({ exitCode: 3, message: expect.stringContaining('"riddle"') });
  expect(await rowsOf(copy.db, 'select from children')).toEqual([]);
});

test('a journal alone is no backup', async () => {
  const copy = await desk.database();
  await expect(desk.restore(copy, 'journal')).rejects.toMatchObject({ exitCode: 2 });
});

test('every kind that is noted says how it is erased once more, once', () => {
  const kinds = ERASURE_REPLAYS.map(({ objectType }) => objectType);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(kinds).toEqual(expect.arrayContaining(['assessment', 'test_day', 'consent', 'child']));
});
