import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What educators did with a group, and the five official focus areas. */
export class Activities1760000500000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table focus_areas (
        code text not null,
        title text not null,
        position smallint not null,
        active boolean not null default true,
        constraint focus_areas_pk primary key (code)
      );
      insert into focus_areas (code, title, position) values
        ('health_promotion', 'Gesundheitsförderung', 1),
        ('active_learning', 'Bewegtes Lernen', 2),
        ('inclusion_paralympics', 'Inklusion & Paralympics', 3),
        ('fairplay_teamwork', 'Fairplay & Teamentwicklung', 4),
        ('global_learning', 'Globales Lernen', 5);

      create table activities (
        institution_id uuid not null,
        id uuid not null,
        group_id uuid not null,
        author_id uuid not null,
        held_on date not null,
        focus_area text not null,
        minutes smallint not null,
        children_present smallint not null,
        adults_present smallint,
        place text,
        note text,
        created_at timestamptz not null default now(),
        deleted_at timestamptz,
        creation_digest bytea,
        version integer not null default 1,
        constraint activities_pk primary key (institution_id, id),
        constraint activities_group_fk foreign key (institution_id, group_id) references groups (institution_id, id),
        constraint activities_author_fk foreign key (author_id) references accounts (id),
        constraint activities_focus_area_fk foreign key (focus_area) references focus_areas (code),
        constraint activities_minutes_ck check (minutes between 5 and 480),
        constraint activities_children_present_ck check (children_present between 0 and 210),
        constraint activities_adults_present_ck check (adults_present between 0 and 100),
        constraint activities_place_ck check (place in ('hall', 'room', 'outdoors')),
        constraint activities_note_ck check (length(note) <= 500)
      );
      create index activities_id_ix on activities (id);
      create index activities_held_on_ix on activities (institution_id, held_on desc, id desc);
      create index activities_recent_ix on activities (held_on desc, id desc);
      create index activities_group_ix on activities (institution_id, group_id);
      create index activities_author_ix on activities (author_id, created_at desc);

      alter table activities enable row level security, force row level security;
      create policy activities_read on activities for select to olympia_app
        using ((author_id = (select app_actor_id()) and institution_id = any ((select app_educator_houses())::uuid[]))
          or institution_id = any ((select app_lead_houses() || app_coach_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_system()));
      create policy activities_create on activities for insert to olympia_app
        with check ((author_id = (select app_actor_id()) and institution_id = any ((select app_educator_houses() || app_lead_houses())::uuid[]))
          or (select app_system()));
      create policy activities_update on activities for update to olympia_app
        using ((author_id = (select app_actor_id()) and institution_id = any ((select app_educator_houses())::uuid[]))
          or institution_id = any ((select app_lead_houses())::uuid[]) or (select app_system()));

      grant select on focus_areas to olympia_app;
      grant select, insert, update on activities to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table activities, focus_areas');
  }
}
