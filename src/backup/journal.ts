import type { ClientBase } from 'pg';
import type { ErasureReplay } from '../database/erasure-replay.js';
import type { RunFigures } from '../jobs/maintenance-runs.js';
import { ERASURE_REPLAYS } from './erasure-replays.js';
import { type BackupReader, copyIn } from './load.js';
import { EXIT, Refusal } from './refusal.js';
import { columnList, JOURNAL, nameOf } from './tables.js';

/*
 * What was erased after a backup was taken is in the backup still. The journal of erasures knows it: the one of the database that is replaced,
 * and those of newer backups.
 */

/** Sets aside what the database's own journal says; to be called on the newest schema, before the tables are emptied. */
export async function keepJournal(client: ClientBase): Promise<void> {
  await client.query(`create temporary table kept_journal on commit drop as select * from ${JOURNAL}`);
}

/** Adds the journal of another backup. */
export async function addJournal(client: ClientBase, reader: BackupReader): Promise<void> {
  await reader.each(async (table, rows) => {
    if (nameOf(table) === JOURNAL) await copyIn(client, 'pg_temp.kept_journal', table.columns, rows);
    else await readToEnd(rows);
  });
}

/**
 * Erases once more what was erased since the backup, and takes the entries over into the journal. To be called on the newest schema, with
 * everything loaded. @returns how many of each kind @throws Refusal for a kind that this program does not know
 */
export async function replayJournal(client: ClientBase): Promise<RunFigures> {
  // What the backup's own journal has, was gone when it was taken. Houses that came later have nothing in it.
  await client.query(`
    create temporary table erased_since on commit drop as
      select distinct on (k.id) k.* from kept_journal k where not exists (select from ${JOURNAL} e where e.id = k.id)`);
  const counts = await countByType(client);
  const unknown = [...counts.keys()].find(
    (type) => !ERASURE_REPLAYS.some(({ objectType }) => objectType === type),
  );
  if (unknown !== undefined)
    throw new Refusal(
      EXIT.newer,
      `The journal has erasures of a kind that this version does not know ("${unknown}").`,
    );
  const figures: RunFigures = {};
  for (const replay of ERASURE_REPLAYS) {
    const count = counts.get(replay.objectType) ?? 0;
    if (count === 0) continue;
    await replayOne(client, replay);
    figures[replay.objectType] = count;
  }
  await takeOver(client);
  return figures;
}

async function countByType(client: ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ type: string; count: number }>(
    'select object_type as type, count(*)::int as count from erased_since group by 1',
  );
  return new Map(rows.map(({ type, count }) => [type, count]));
}

async function replayOne(client: ClientBase, { objectType, statements }: ErasureReplay): Promise<void> {
  const type = client.escapeLiteral(objectType);
  await client.query(
    `create temporary table erased on commit drop as select * from erased_since where object_type = ${type}`,
  );
  await client.query('create index on erased (object_id); analyze erased');
  for (const statement of statements) await client.query(statement);
  await client.query('drop table erased');
}

async function takeOver(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'erased_since'::regclass and attnum > 0 order by attnum`,
  );
  const columns = columnList(rows.map(({ name }) => name));
  await client.query(`
    insert into ${JOURNAL} (${columns}) select ${columns} from erased_since e
    where e.institution_id is null or exists (select from institutions i where i.id = e.institution_id)
    on conflict do nothing`);
}

async function readToEnd(rows: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of rows);
}
