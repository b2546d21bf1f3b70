import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadMigrations, openDataSource } from '../../../src/database/data-source.js';
import { BackupDesk, contentOf, type Desk, shapeOf } from '../../support/backups.js';
import type { City } from '../../support/city.js';
import { emptyDatabase } from '../../support/database.js';
import { connect, insertRow, rowsOf } from '../../support/rows.js';

/** What a backup leaves out, or what a restore itself writes. */
const APART = [
  ...['public.migrations', 'public.sessions', 'public.password_resets', 'public.sign_in_throttles'],
  ...['public.maintenance_runs', 'public.audit_events', 'public.audit_chains'],
  ...['pgboss.queue', 'pgboss.version', 'pgboss.schedule', 'pgboss.subscription'],
];
// The last line of a chain but the installation's, which notes backups and restores.
const TRAIL = `select chain, seq, hash from audit_events where action !~ '^installation' order by 1, 2`;

let desk: BackupDesk;
let town: Desk & { city: City };
/** What 'busy' was put back into. */
let live: Desk;

beforeAll(async () => {
  desk = new BackupDesk();
  town = await desk.town();
  await desk.backUp(town, 'town');
});
afterAll(() => desk.close());

describe('a backup put back', () => {
  let copy: Desk;
  beforeAll(async () => {
    copy = await desk.database(emptyDatabase());
    await desk.restore(copy, 'town');
  });

  test('into a database without a table is the same, row for row, constraint for constraint', async () => {
    const held = await contentOf(town.db, APART);
    expect([...held].filter(([, sum]) => sum.startsWith('0 ')).map(([name]) => name)).toEqual([
      'pgboss.archive',
    ]);
    expect(await contentOf(copy.db, APART)).toEqual(held);
    expect(await rowsOf(copy.db, TRAIL)).toEqual(await rowsOf(town.db, TRAIL));
    expect(await shapeOf(copy.db)).toEqual(await shapeOf(town.db));
  });

  test('lets nobody in who was shut out since: there are no sessions, and no links for a new password', async () => {
    for (const table of ['sessions', 'password_resets', 'sign_in_throttles'])
      expect([table, (await rowsOf(copy.db, `select from ${table}`)).length]).toEqual([table, 0]);
  });

  test('is noted in the trail and among the runs, with numbers only', async () => {
    const runs = `select figures from maintenance_runs where kind = $1 and outcome = 'ok' and ended_at >= started_at`;
    for (const [where, kind] of [
      [town, 'backup'],
      [copy, 'restore'],
    ] as const) {
      const [run] = await rowsOf<{ figures: { rows: number; tables: number } }>(where.db, runs, [kind]);
      expect([kind, run!.figures.rows > 300, run!.figures.tables > 70]).toEqual([kind, true, true]);
      const events = await rowsOf(where.db, 'select from audit_events where action = $1', [
        `installation.${kind}`,
      ]);
      expect(events).toHaveLength(1);
    }
  });
});

test('a backup shows one moment, whatever is written meanwhile', async () => {
  const writer = await connect(town.database.superuser);
  const { houses, people, today } = town.city;
  const { id: institutionId, groupId } = houses.kita;
  const facts = { institutionId, groupId, authorId: people.educator.id, focusArea: 'active_learning' };
  const pen = { down: true };
  let written = 0;
  const writes = (async () => {
    while (pen.down) {
      await writer.query('begin');
      await insertRow(writer, 'activities', {
        ...{ ...facts, id: randomUUID(), heldOn: today, minutes: 30, childrenPresent: 5 },
      });
      const event = { chain: institutionId, action: 'activity.create', objectType: 'activity' };
      await insertRow(writer, 'audit_events', { ...event, objectId: null });
      await writer.query('commit');
      written += 1;
    }
  })();
  await desk.backUp(town, 'busy');
  pen.down = false;
  await writes;
  await writer.end();
  expect(written).toBeGreaterThan(3);

  // The restore itself finds the trail whole, to the heads of its chains; and sums are those of exactly these activities.
  const copy = await desk.database();
  await desk.restore(copy, 'busy');
  live = copy;
  const [sums] = await rowsOf(
    copy.db,
    `select (select count(*)::int from activities where deleted_at is null) as rows, (select sum(activities)::int from activity_weeks) as summed`,
  );
  expect(sums).toEqual({ rows: expect.any(Number), summed: (sums as { rows: number }).rows });
  await desk.verify(copy);
});

test('a backup of an older schema comes back and is brought up to date', async () => {
  const old = await desk.database();
  await backBefore('maintenance_runs', old);
  const [municipalityId, districtId, institutionId] = [randomUUID(), randomUUID(), randomUUID()];
  await insertRow(old.db, 'municipalities', {
    id: municipalityId,
    name: 'Musterstadt',
    key: '05999000',
    state: 'NW',
  });
  await insertRow(old.db, 'districts', { id: districtId, municipalityId, name: 'Mitte', position: 1 });
  const names = { kind: 'kita', name: 'Kita Ahorn', providerKind: 'awo' };
  await insertRow(old.db, 'institutions', { id: institutionId, municipalityId, districtId, ...names });
  const created = {
    chain: institutionId,
    action: 'institution.create',
    objectType: 'institution',
    origin: '192.0.2.0',
  };
  await insertRow(old.db, 'audit_events', { ...created, institutionId });
  await desk.backUp(old, 'old');

  const copy = await desk.database();
  await desk.restore(copy, 'old');
  expect(await shapeOf(copy.db)).toEqual(await shapeOf(town.db));
  expect(await rowsOf(copy.db, 'select name from institutions')).toEqual([{ name: 'Kita Ahorn' }]);
  await desk.verify(copy);
});

/** As the database was before the table was there. */
async function backBefore(table: string, { database, db }: Desk): Promise<void> {
  const migrations = await loadMigrations();
  const owner = await openDataSource({ address: database.owner, poolSize: 1, migrations });
  const there = `select to_regclass('${table}') as there`;
  while ((await rowsOf<{ there: string | null }>(db, there))[0]!.there !== null)
    await owner.undoLastMigration();
  await owner.destroy();
}

describe('nothing changes', () => {
  let before: Map<string, string>;
  beforeAll(async () => {
    before = await contentOf(live.db, ['public.maintenance_runs']);
  });

  const refused = async (name: string, sentence: RegExp, exitCode: number): Promise<void> => {
    await expect(desk.restore(live, name, { force: true })).rejects.toMatchObject({
      message: expect.stringMatching(sentence),
      exitCode,
    });
    expect(await contentOf(live.db, ['public.maintenance_runs'])).toEqual(before);
    expect(await shapeOf(live.db)).toEqual(await shapeOf(town.db));
  };

  test('without --force, where data are', async () => {
    await expect(desk.restore(live, 'town')).rejects.toMatchObject({ exitCode: 4 });
    expect(await contentOf(live.db, ['public.maintenance_runs'])).toEqual(before);
  });

  test('when the file is cut off in its middle, or a byte in it is another', async () => {
    const bytes = readFileSync(desk.path('town'));
    writeFileSync(desk.path('cut'), bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    await refused('cut', /^The file was changed, damaged or cut off/, 2);
    bytes[Math.floor(bytes.length * 0.9)]! ^= 4;
    writeFileSync(desk.path('changed'), bytes);
    await refused('changed', /^The file was changed, damaged or cut off/, 2);
  });

  test('when the backup is a newer version’s', async () => {
    await town.db.query(
      `insert into migrations (timestamp, name) values (9999999999999, 'Future9999999999999')`,
    );
    await desk.backUp(town, 'newer');
    await town.db.query(`delete from migrations where name = 'Future9999999999999'`);
    await refused('newer', /is newer than this one \(1 unknown changes of the schema, first Future/, 3);
  });

  test('when the trail in it is broken', async () => {
    await town.db.query('begin; set local session_replication_role = replica');
    await town.db.query(`update audit_events set action = 'nothing' where chain = $1 and seq = 2`, [
      town.city.houses.kita.id,
    ]);
    await town.db.query('commit');
    await desk.backUp(town, 'forged');
    await refused(
      'forged',
      /^The audit trail in the backup is broken: chain [-0-9a-f]+: entry 2 was changed/,
      5,
    );
  });

  test('while the program is connected', async () => {
    const program = await connect({ ...live.database.runtime, application_name: 'olympia' } as never);
    await refused('town', /^The program is still connected to this database \(1 connections\)/, 4);
    await program.end();
  });

  test('and each of these tries is noted as one that failed', async () => {
    const runs = await rowsOf(
      live.db,
      `select started_at, ended_at from maintenance_runs where kind = 'restore' and outcome = 'failed'`,
    );
    expect(runs).toHaveLength(6);
  });
});

test('--force puts the backup in the place of what was there, --broken-trail also one whose trail is broken', async () => {
  await live.db.query(
    `insert into municipalities (id, name, key, state) values (gen_random_uuid(), 'Neustadt', '05999777', 'NW')`,
  );
  await desk.restore(live, 'forged', { force: true, brokenTrail: true });
  await expect(desk.verify(live)).rejects.toMatchObject({ exitCode: 5 });
  expect(await rowsOf(live.db, `select from municipalities where key = '05999777'`)).toEqual([]);
});
