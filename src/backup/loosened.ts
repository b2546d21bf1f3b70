import type { ClientBase } from 'pg';

/*
 * Around a load the owner lays aside what watches over rows that people write: policies, triggers, foreign keys. All of it happens in the
 * transaction of the restore, so nobody else ever meets the tables without.
 */

/** Lets the owner see and write every row, until `forceAgain`. */
export async function unforce(client: ClientBase): Promise<void> {
  await alterEach(client, 'no force row level security', 'c.relforcerowsecurity');
}

/** Every table that has row-level security forces it. */
export async function forceAgain(client: ClientBase): Promise<void> {
  await alterEach(client, 'force row level security', 'c.relrowsecurity and not c.relforcerowsecurity');
}

/** Without triggers and foreign keys; what is loaded is judged as a whole when they come back. */
export async function withoutGuards(client: ClientBase, load: () => Promise<void>): Promise<void> {
  const keys = await foreignKeys(client);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  await alterEach(client, 'disable trigger user', HAS_TRIGGERS);
  await load();
  await alterEach(client, 'enable trigger user', HAS_TRIGGERS);
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

const HAS_TRIGGERS = 'exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)';

async function foreignKeys(client: ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace in ('public'::regnamespace, to_regnamespace('pgboss'))
    order by oid`);
  return rows;
}

async function alterEach(client: ClientBase, change: string, which: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in ('public'::regnamespace, to_regnamespace('pgboss')) and c.relkind in ('r', 'p') and ${which}
    order by 1`);
  for (const { name } of rows) await client.query(`alter table ${name} ${change}`);
}
