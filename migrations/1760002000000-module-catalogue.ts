import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What institutions may choose from. Titles of the focus areas may be reworded; their codes stand in every activity and stay. Reference data:
 * everybody reads them, administrators keep them.
 */
export class ModuleCatalogue1760002000000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The id is for the address and the audit trail; everything else goes by the code.
      alter table focus_areas add id uuid not null default gen_random_uuid(), add version integer not null default 1,
        add constraint focus_areas_id_uq unique (id),
        add constraint focus_areas_title_ck check (length(title) between 1 and 60);
      alter table focus_areas enable row level security, force row level security;
      create policy focus_areas_read on focus_areas for select to olympia_app using (true);
      create policy focus_areas_update on focus_areas for update to olympia_app
        using ((select app_administrator()) or (select app_system()));
      grant update on focus_areas to olympia_app;

      create table modules (
        id uuid not null,
        focus_area text not null,
        audience text not null,
        format text not null,
        title text collate german not null,
        description text,
        usual_minutes smallint,
        active boolean not null default true,
        creation_digest bytea,
        version integer not null default 1,
        constraint modules_pk primary key (id),
        constraint modules_focus_area_fk foreign key (focus_area) references focus_areas (code),
        constraint modules_audience_ck check (audience in ('children', 'parents', 'staff')),
        constraint modules_format_ck check (format in ('workshop', 'training', 'coaching', 'talk', 'project', 'sports_festival', 'kick_off',
          'athlete_visit', 'closing')),
        constraint modules_title_ck check (length(title) between 1 and 120),
        constraint modules_description_ck check (length(description) between 1 and 2000),
        constraint modules_usual_minutes_ck check (usual_minutes between 5 and 6000)
      );
      -- A retired module leaves its title to the one that follows it.
      create unique index modules_title_uq on modules (lower(title)) where active;

      alter table modules enable row level security, force row level security;
      create policy modules_read on modules for select to olympia_app using (true);
      create policy modules_create on modules for insert to olympia_app
        with check ((select app_administrator()) or (select app_system()));
      create policy modules_update on modules for update to olympia_app
        using ((select app_administrator()) or (select app_system()));
      grant select, insert, update on modules to olympia_app;

      alter table activities add module_id uuid,
        add constraint activities_module_fk foreign key (module_id) references modules (id);
      create index activities_module_ix on activities (module_id) where module_id is not null;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index activities_module_ix;
      alter table activities drop module_id;
      drop table modules;
      revoke update on focus_areas from olympia_app;
      drop policy focus_areas_update on focus_areas;
      drop policy focus_areas_read on focus_areas;
      alter table focus_areas no force row level security, disable row level security;
      alter table focus_areas drop constraint focus_areas_title_ck, drop version, drop id;
    `);
  }
}
