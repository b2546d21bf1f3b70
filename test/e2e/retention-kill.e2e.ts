import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepLog } from '../support/logs.js';
import { load } from '../support/outside.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const { RetentionRun } = await load<typeof import('../../src/governance/retention/retention-run.js')>(
  'governance/retention/retention-run.js',
);

/* The retention run is killed (-9) in the middle, and then done by two servers at once: nothing is erased by half, and the journal says what is gone. */

/** In batches of 500. */
const OLD = 1200;
/** Where the run is held up: in the middle of its second batch. */
const HELD_AT = 700;
/** The test's own; whoever erases that entry waits for it. */
const GATE = 4711;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  const { id, groupId } = stage.city.houses.kita;
  await stage.db.query(
    `insert into activities (institution_id, id, group_id, author_id, held_on, focus_area, minutes, children_present)
     select $1, gen_random_uuid(), $2, $3, date '2016-02-01' + n % 20, 'active_learning', 30, 5 from generate_series(1, $4::int) n`,
    [id, groupId, stage.city.people.educator.id, OLD],
  );
  await stage.db.query(`
    create sequence noted;
    create function hold_up() returns trigger language plpgsql security definer as $$
      begin
        if nextval('noted') = ${HELD_AT} then perform pg_advisory_xact_lock(${GATE}); end if;
        return null;
      end $$;
    create trigger hold_up after insert on erasures for each row execute function hold_up()`);
});
afterAll(() => stage.close());

/** The run in a process of its own, as a server's daily job does it. */
function startRun(): ChildProcess {
  const program = `
    const { createApp } = await import(${JSON.stringify(resolve('dist/src/create-app.js'))});
    const { RetentionRun } = await import(${JSON.stringify(resolve('dist/src/governance/retention/retention-run.js'))});
    const app = await createApp(${JSON.stringify(stage.app.settings)});
    await app.get(RetentionRun, { strict: false }).run();
    await app.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk: Buffer) => keepLog(chunk.toString()));
  return child;
}

/** Old entries that are there, that the journal names, that both is true of, and those that the journal names more than once. */
async function state(): Promise<Record<'there' | 'noted' | 'both' | 'twice', number>> {
  const [row] = await rowsOf<Record<'there' | 'noted' | 'both' | 'twice', number>>(
    stage.db,
    `with old as (select id from activities where held_on < '2017-01-01'),
       journal as (select object_id as id, count(*) as times from erasures where object_type = 'activity' group by 1)
     select (select count(*)::int from old) as there, (select count(*)::int from journal) as noted,
       (select count(*)::int from old join journal using (id)) as both,
       (select count(*)::int from journal where times > 1) as twice`,
  );
  return row!;
}

const sums = (): Promise<unknown[]> =>
  rowsOf(stage.db, 'select school_year, activities, minutes from activity_years order by 1, 2, 3');

test('killed in the middle of a batch, it has done whole batches; two that go on erase each once, and sums stay', async () => {
  const before = await sums();
  await stage.db.query('select pg_advisory_lock($1)', [GATE]);
  const first = startRun();
  const isWaiting = `select from pg_locks where locktype = 'advisory' and objid = ${GATE} and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  while ((await rowsOf(stage.db, isWaiting)).length === 0) {
    expect(first.exitCode).toBeNull();
    await sleep(20);
  }
  first.kill('SIGKILL');
  await once(first, 'exit');
  await stage.db.query('select pg_advisory_unlock($1)', [GATE]);
  // The dead one's connection ends when its statement does.
  const others = `select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`;
  while ((await rowsOf(stage.db, others)).length > 0) await sleep(20);
  expect(await state()).toEqual({ there: OLD - 500, noted: 500, both: 0, twice: 0 });

  const second = startRun();
  await Promise.all([once(second, 'exit'), stage.app.app.get(RetentionRun, { strict: false }).run()]);
  expect(second.exitCode).toBe(0);
  expect(await state()).toEqual({ there: 0, noted: OLD, both: 0, twice: 0 });
  expect(await sums()).toEqual(before);
  const runs = await rowsOf(
    stage.db,
    `select outcome, ended_at is null as open from maintenance_runs where kind = 'retention' order by started_at`,
  );
  expect(runs).toEqual([
    { outcome: null, open: true },
    { outcome: 'ok', open: false },
    { outcome: 'ok', open: false },
  ]);
  expect(await stage.trail('retention.run')).toHaveLength(2);
});
