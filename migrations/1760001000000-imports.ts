import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files being read in: the import, its rows while they are looked at, what it wrote (to take it back), and which columns a municipality's
 * files have.
 */
export class Imports1760001000000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table imports (
        id uuid not null,
        municipality_id uuid not null,
        created_by uuid not null,
        kind text not null,
        state text not null default 'ready',
        file_name text,
        encoding text not null,
        delimiter text not null,
        columns jsonb not null,
        row_count integer not null,
        totals jsonb not null,
        result jsonb,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        committed_at timestamptz,
        undone_at timestamptz,
        creation_digest bytea,
        version integer not null default 1,
        constraint imports_pk primary key (id),
        constraint imports_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint imports_created_by_fk foreign key (created_by) references accounts (id) on delete cascade,
        constraint imports_kind_ck check (kind in ('institutions', 'groups')),
        constraint imports_state_ck check (state in ('ready', 'done', 'undone')),
        constraint imports_result_ck check ((state = 'ready') = (result is null))
      );
      create index imports_created_by_ix on imports (created_by, created_at, id);

      create table import_rows (
        import_id uuid not null,
        number integer not null,
        cells jsonb not null,
        title text,
        status text not null,
        changes jsonb not null,
        errors jsonb not null,
        constraint import_rows_pk primary key (import_id, number),
        constraint import_rows_import_fk foreign key (import_id) references imports (id) on delete cascade,
        constraint import_rows_status_ck check (status in ('new', 'changed', 'unchanged', 'wrong'))
      );

      -- What an import wrote. Not bound to the institution: a house that was taken back is gone, what happened stays.
      create table import_changes (
        import_id uuid not null,
        object_id uuid not null,
        institution_id uuid not null,
        created boolean not null,
        version integer not null,
        before jsonb not null,
        constraint import_changes_pk primary key (import_id, object_id),
        constraint import_changes_import_fk foreign key (import_id) references imports (id) on delete cascade
      );
      create index import_changes_object_ix on import_changes (object_id) where created;

      create table import_mappings (
        municipality_id uuid not null,
        kind text not null,
        signature bytea not null,
        fields jsonb not null,
        constraint import_mappings_pk primary key (municipality_id, kind, signature),
        constraint import_mappings_municipality_fk foreign key (municipality_id) references municipalities (id)
      );

      alter table imports enable row level security, force row level security;
      alter table import_rows enable row level security, force row level security;
      alter table import_changes enable row level security, force row level security;
      alter table import_mappings enable row level security, force row level security;

      create policy imports_own on imports to olympia_app using (created_by = (select app_actor_id()) or (select app_system()));
      create policy import_rows_own on import_rows to olympia_app using (import_id in (select i.id from imports i));
      create policy import_changes_own on import_changes to olympia_app using (import_id in (select i.id from imports i));
      create policy import_mappings_town on import_mappings to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_administrator()) or (select app_system())
          or (kind = 'groups' and municipality_id in
            (select i.municipality_id from institutions i where i.id = any ((select app_lead_houses())::uuid[]))));

      -- The only rows that may ever be deleted: made by an own import, unchanged since, and with nothing built on them (foreign keys).
      create policy institutions_take_back on institutions for delete to olympia_app
        using ((municipality_id = any ((select app_municipalities())::uuid[]) or (select app_administrator()))
          and exists (select from import_changes c where c.object_id = institutions.id and c.created and c.version = institutions.version));
      create policy groups_take_back on groups for delete to olympia_app
        using ((institution_id = any ((select app_lead_houses())::uuid[])
            or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
            or (select app_administrator()))
          and exists (select from import_changes c where c.object_id = groups.id and c.created and c.version = groups.version));

      grant select, insert, update, delete on imports, import_rows to olympia_app;
      grant select, insert on import_changes to olympia_app;
      grant select, insert, update on import_mappings to olympia_app;
      grant delete on institutions, groups to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on institutions, groups from olympia_app;
      drop policy groups_take_back on groups;
      drop policy institutions_take_back on institutions;
      drop table import_mappings, import_changes, import_rows, imports;
    `);
  }
}
