import type { ClientBase } from 'pg';

/** A table as it stands in a backup. */
export interface BackupTable {
  schema: string;
  name: string;
  /** All but generated ones, in the table's order. */
  columns: string[];
  /** Columns of the primary key as ORDER BY takes them: in the order of bytes, which is the same on every server. */
  order: string[];
}

/**
 * What no backup holds, and why.
 *
 * - what migrations make or note themselves: `migrations` (the head names them), the queues' definitions
 * - what would let somebody in again who was shut out since: sessions, links for a new password; after a restore everybody signs in anew
 * - what counts wrong passwords of the last minutes
 */
export const LEFT_OUT: readonly string[] = [
  ...['public.migrations', 'public.sessions', 'public.password_resets', 'public.sign_in_throttles'],
  ...['pgboss.queue', 'pgboss.version', 'pgboss.schedule', 'pgboss.subscription'],
];

/** The journal of erasures: a backup of it alone is small, and holds ids only. */
export const JOURNAL = 'public.erasures';

const TABLES = `
  select n.nspname as schema, c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end
      from pg_index i cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary order by k.place) as "order"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition
  order by n.nspname collate "C", c.relname collate "C"`;

/** Every table that belongs into a backup. @throws Error for one without a primary key: its rows would have no order */
export async function tablesOf(client: ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(TABLES);
  const tables = rows.filter((table) => !LEFT_OUT.includes(nameOf(table)));
  const unordered = tables.find(({ order }) => order.length === 0);
  if (unordered) throw new Error(`${nameOf(unordered)} has no primary key.`);
  return tables;
}

export function nameOf({ schema, name }: Pick<BackupTable, 'schema' | 'name'>): string {
  return `${schema}.${name}`;
}

/** As a statement names it. */
export function identifierOf({ schema, name }: Pick<BackupTable, 'schema' | 'name'>): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

export function columnList(columns: readonly string[]): string {
  return columns.map(quoted).join(', ');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
