import type { ClientBase } from 'pg';
import type { BackupHead, Manifest } from './content.js';
import { copyOut, steadily, type TableSum } from './copy-out.js';
import type { Frame } from './file/frames.js';
import { EXIT, Refusal } from './refusal.js';
import { type BackupTable, JOURNAL, nameOf, tablesOf } from './tables.js';

/**
 * Everything that a database holds, of one moment: writers go on meanwhile and are not seen.
 * @param client a connection of its own whose role sees past row-level security; PostgreSQL refuses any other one here
 */
export async function* takeBackup(
  client: ClientBase,
  about: Pick<BackupHead, 'scope' | 'product'>,
): AsyncGenerator<Frame> {
  const head = await beginSnapshot(client, about);
  yield { kind: 'head', content: head };
  const manifest: Manifest = { tables: {} };
  for (const table of await tablesOf(client)) {
    if (about.scope === 'journal' && nameOf(table) !== JOURNAL) continue;
    manifest.tables[nameOf(table)] = yield* framesOf(client, table);
  }
  await client.query('commit');
  yield { kind: 'manifest', content: manifest };
}

async function beginSnapshot(
  client: ClientBase,
  about: Pick<BackupHead, 'scope' | 'product'>,
): Promise<BackupHead> {
  await client.query('begin isolation level repeatable read read only');
  const { rows: found } = await client.query<{ empty: boolean }>(
    `select to_regclass('public.migrations') is null as empty`,
  );
  if (found[0]?.empty) throw new Refusal(EXIT.failed, 'There is nothing in this database yet.');
  const { rows: migrations } = await client.query<{ name: string }>(
    'select name from migrations order by timestamp, id',
  );
  const { rows } = await client.query<{ takenAt: string; server: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "takenAt", current_setting('server_version') as server`,
  );
  const { takenAt = '', server = '' } = rows[0] ?? {};
  return { ...about, takenAt, server, schema: migrations.map(({ name }) => name) };
}

async function* framesOf(client: ClientBase, table: BackupTable): AsyncGenerator<Frame, TableSum> {
  const { schema, name, columns } = table;
  yield { kind: 'table', content: { schema, name, columns } };
  const rows = steadily(client, () => copyOut(client, table));
  for (;;) {
    const { value, done } = await rows.next();
    if (done) {
      yield { kind: 'end', content: value };
      return value;
    }
    yield { kind: 'rows', bytes: value };
  }
}
