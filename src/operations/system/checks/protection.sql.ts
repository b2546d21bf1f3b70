import type { IntegrityCheck } from './check.js';

/** Rules of the database that somebody has switched off: row-level security, triggers, constraints, indexes. */
export const PROTECTION: IntegrityCheck = {
  code: 'protection',
  found: 'bad',
  sql: `
    with ours as (select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public')
    select ((select count(*) from ours c where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
        and (exists (select from pg_policy p where p.polrelid = c.oid)
          or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id' and not a.attisdropped)))
      + (select count(*) from pg_trigger t join ours c on c.oid = t.tgrelid where t.tgenabled = 'D')
      + (select count(*) from pg_constraint k join ours c on c.oid = k.conrelid where not k.convalidated)
      + (select count(*) from pg_index x join ours c on c.oid = x.indrelid where not x.indisvalid))::int as count`,
};
