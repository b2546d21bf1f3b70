import type { DataSource } from 'typeorm';

interface RuntimeRole {
  name: string;
  superuser: boolean;
  bypass: boolean;
  owns: number;
  member: boolean;
  unforced: string[];
}

const ROLE = `
  select current_user as name, r.rolsuper as superuser, r.rolbypassrls as bypass,
    (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')) as owns,
    pg_has_role(current_user, 'olympia_app', 'member') as member,
    array(select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
        and (exists (select from pg_policy p where p.polrelid = c.oid)
          or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id' and not a.attisdropped))
      order by 1) as unforced
  from pg_roles r where r.rolname = current_user`;

/**
 * Row-level security protects only against a role that cannot switch it off.
 * @throws Error when the runtime role is superuser, may bypass row-level security or owns a table, or when a table of an
 * institution, or one with policies, does not force it
 */
export async function assertRuntimeRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<RuntimeRole[]>(ROLE);
  if (!role) throw new Error('The runtime role could not be read from the database.');
  const refuse = (why: string): never => {
    throw new Error(
      `The runtime role "${role.name}" ${why}. Give DATABASE_URL a role that is only a member of olympia_app.`,
    );
  };
  if (role.superuser) refuse('is a superuser');
  if (role.bypass) refuse('may bypass row-level security');
  if (role.owns > 0) refuse(`owns ${role.owns} tables (directly or through a role it is a member of)`);
  if (!role.member) refuse('is no member of olympia_app');
  if (role.unforced.length > 0)
    throw new Error(`Row-level security is not forced on: ${role.unforced.join(', ')}.`);
}
