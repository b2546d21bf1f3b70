import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CANARY } from '../support/city.js';
import { addChildRows } from '../support/child-rows.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { addTestDayRows } from '../support/test-day-rows.js';
import { addTrainingRows } from '../support/training-rows.js';

let stage: Stage;
let training: string;

beforeAll(async () => {
  stage = await Stage.open({ dataDirectory: tmpdir() });
  const children = await addChildRows(stage.db, stage.city);
  await addTestDayRows(stage.db, stage.city, children);
  await addTrainingRows(stage.db, stage.city);
  training = (
    await rowsOf<{ id: string }>(stage.db, 'select id from trainings where confirmed = 2 limit 1')
  )[0]!.id;
  // Leaves an entry in the trail of the house.
  const { groupId } = stage.city.houses.kita;
  expect((await stage.as('lead').patch(`/api/groups/${groupId}`, { name: 'Sonnen' }, 1)).status).toBe(200);
});
afterAll(() => stage.close());

interface Check {
  code: string;
  state: string;
  count: number | null;
}
interface Told {
  versions: Record<string, string>;
  database: {
    bytes: number;
    freeBytes: number | null;
    builtIn: boolean;
    tables: { name: string; bytes: number }[];
  };
  upkeep: { kind: string; state: string }[];
  queues: { queue: string; state: string; failed: number; waiting: number }[];
  checks: Check[];
}

const told = async (): Promise<Told> => {
  const answer = await stage.as('administrator').get('/api/system');
  expect(answer.status).toBe(200);
  return answer.json as unknown as Told;
};
const wrong = async (): Promise<Check[]> =>
  (await told()).checks.filter(({ code, state }) => state !== 'ok' && code !== 'durability');

/** Past triggers and foreign keys, as a restore of half a backup or a hand in the database would be. */
async function pastAllRules(sql: string, parameters: unknown[] = []): Promise<void> {
  await stage.db.query("set session_replication_role = 'replica'");
  await stage.db.query(sql, parameters);
  await stage.db.query("set session_replication_role = 'origin'");
}

test('versions, sizes and the largest tables are told, and nobody is named', async () => {
  const { json, text } = await stage.as('administrator').get('/api/system');
  expect(json['versions']).toMatchObject({
    product: expect.stringMatching(/^\d+\.\d+\.\d+/),
    schema: expect.stringMatching(/\d{13}$/),
    postgres: expect.stringMatching(/^\d+/),
    node: process.versions.node,
  });
  const { database } = json as unknown as Told;
  expect(database.bytes).toBeGreaterThan(1_000_000);
  expect([database.builtIn, database.freeBytes]).toEqual([true, expect.any(Number)]);
  const sizes = database.tables.map(({ bytes }) => bytes);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(text).not.toContain(CANARY);
});

/** What the journal of erasures can name (src/backup/erasure-replays.ts), and where it would be again; of these there is still some by then. */
const JOURNALED = Object.entries({
  account: 'accounts',
  staff_member: 'staff_members',
  activity: 'activities',
  assessment: 'assessments',
  child: 'children',
});

/** The tests' own server may lose everything at a power cut, and is told of for it. */
const NOT_DURABLE: Check = { code: 'durability', state: 'bad', count: 3 };

/** How to bring about what each check looks for; `clock` and `disk` are no matter of the data. */
const FAULTS: [code: string, state: string, count: number, bring: () => Promise<unknown>][] = [
  ['protection', 'bad', 1, () => stage.db.query('alter table groups no force row level security')],
  [
    'audit_heads',
    'bad',
    1,
    () =>
      stage.db.query(
        `delete from audit_events e where exists (
        select from audit_chains c where c.chain = e.chain and c.length = e.seq and c.chain = $1)`,
        [stage.city.houses.kita.id],
      ),
  ],
  ['consents', 'bad', 3, () => pastAllRules('delete from consents')],
  [
    'erased',
    'bad',
    JOURNALED.length,
    async () => {
      for (const [objectType, table] of JOURNALED) {
        const [row] = await rowsOf<{ id: string }>(stage.db, `select id from ${table} limit 1`);
        await insertRow(stage.db, 'erasures', {
          ...{ institutionId: stage.city.houses.kita.id, id: randomUUID(), objectType },
          ...{ objectId: row!.id, reason: 'retention' },
        });
      }
    },
  ],
  [
    'orphans',
    'bad',
    1,
    () =>
      pastAllRules(`insert into activity_weeks (institution_id, week, focus_area, activities, on_time, minutes)
        values (gen_random_uuid(), '2026-11-02', 'nutrition', 1, 1, 30)`),
  ],
  [
    'sums',
    'bad',
    1,
    () =>
      pastAllRules('update activities set minutes = minutes + 1 where id = $1', [stage.city.activities.lead]),
  ],
  [
    'seats',
    'bad',
    1,
    () => stage.db.query('update trainings set capacity = 1 where confirmed = 2 and id = $1', [training]),
  ],
  [
    'seat_counts',
    'bad',
    1,
    () => stage.db.query('update trainings set waiting = 7 where id = $1', [training]),
  ],
  [
    'future_dates',
    'attention',
    1,
    () =>
      pastAllRules('update coach_contacts set held_on = current_date + 3 where id = $1', [
        stage.city.houses.kita.adviceId,
      ]),
  ],
];

describe('what is wrong is named, and nothing besides', () => {
  test('nothing is, in a city as it should be', async () => {
    const { checks } = await told();
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([NOT_DURABLE]);
    const [first, ...others] = FAULTS.map(([code]) => code);
    expect(checks.map(({ code }) => code)).toEqual(['clock', 'disk', first, 'durability', ...others]);
  });

  test.each(FAULTS)('%s', async (code, state, count, bring) => {
    const before = await wrong();
    await bring();
    expect(await wrong()).toEqual(expect.arrayContaining([...before, { code, state, count }]));
    expect(await wrong()).toHaveLength(before.length + 1);
  });

  test('clock', async () => {
    stage.app.clock.standAt(new Date(Date.now() + 300_000).toISOString());
    expect(await wrong()).toContainEqual({ code: 'clock', state: 'bad', count: expect.any(Number) });
    stage.app.clock.standAt(null);
  });

  test('a question that takes too long ends by itself, and the others are answered', async () => {
    await stage.db.query('begin');
    await stage.db.query('lock table audit_chains in access exclusive mode');
    const checks = await wrong().finally(() => stage.db.query('rollback'));
    expect(checks).toContainEqual({ code: 'audit_heads', state: 'attention', count: null });
    expect(checks).toContainEqual(expect.objectContaining({ code: 'sums', count: 1 }));
  });
});

test('what keeps it in order is told with when it last went well', async () => {
  const never = { startedAt: null, endedAt: null, outcome: null, lastGoodAt: null };
  expect((await told()).upkeep).toEqual([
    { kind: 'backup', state: 'attention', ...never },
    { kind: 'audit_verify', state: 'attention', ...never },
    { kind: 'retention', state: 'attention', ...never },
    { kind: 'restore', state: 'ok', ...never },
  ]);
  const run = (kind: string, hours: number, outcome: string): Promise<unknown> =>
    stage.db.query(
      `insert into maintenance_runs (id, kind, started_at, ended_at, outcome)
       values (gen_random_uuid(), $1, now() - $2 * interval '1 hour', now() - $2 * interval '1 hour', $3)`,
      [kind, hours, outcome],
    );
  await run('backup', 3, 'ok');
  await run('backup', 1, 'failed');
  await run('retention', 2, 'ok');
  const { upkeep } = await told();
  expect(upkeep[0]).toMatchObject({
    kind: 'backup',
    state: 'bad',
    outcome: 'failed',
    lastGoodAt: expect.any(String),
  });
  expect(upkeep[2]).toMatchObject({ kind: 'retention', state: 'ok', outcome: 'ok' });
});

test('jobs that were given up, and those that nobody takes, are told by their queue', async () => {
  const put = (queue: string, state: string, hours: number): Promise<unknown> =>
    stage.db.query(
      `insert into pgboss.job (id, name, state, start_after, completed_on)
       values (gen_random_uuid(), $1, $2::pgboss.job_state, now() - $3 * interval '1 hour', case when $2::text in ('failed', 'completed') then now() end)`,
      [queue, state, hours],
    );
  await put('mail', 'failed', 0);
  await put('daily', 'completed', 0);
  await put('scores', 'created', 2);
  const { queues } = await told();
  const of = (name: string): object | undefined => queues.find(({ queue }) => queue === name);
  expect(of('mail')).toMatchObject({ state: 'attention', failed: 1, lastFailedAt: expect.any(String) });
  expect(of('daily')).toMatchObject({ state: 'ok', failed: 0, lastDoneAt: expect.any(String) });
  expect(of('scores')).toMatchObject({ state: 'bad', waiting: 1 });
});
