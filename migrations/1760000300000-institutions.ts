import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Municipalities and districts (reference data), institutions and their groups. */
export class Institutions1760000300000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table municipalities (
        id uuid not null,
        name text collate german not null,
        key text not null,
        state text not null default 'NW',
        archived_at timestamptz,
        creation_digest bytea,
        version integer not null default 1,
        constraint municipalities_pk primary key (id),
        constraint municipalities_key_uq unique (key),
        constraint municipalities_key_ck check (key ~ '^[0-9]{8}$'),
        constraint municipalities_name_ck check (length(name) between 1 and 100)
      );

      create table districts (
        id uuid not null,
        municipality_id uuid not null,
        name text collate german not null,
        position smallint not null default 0,
        social_situation text,
        social_situation_source text,
        social_situation_year smallint,
        archived_at timestamptz,
        creation_digest bytea,
        version integer not null default 1,
        constraint districts_pk primary key (id),
        constraint districts_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint districts_municipality_id_uq unique (municipality_id, id),
        constraint districts_name_uq unique (municipality_id, name),
        constraint districts_name_ck check (length(name) between 1 and 100),
        constraint districts_social_situation_ck check (social_situation in ('low', 'medium', 'high'))
      );

      create table institutions (
        id uuid not null,
        municipality_id uuid not null,
        district_id uuid not null,
        kind text not null,
        name text collate german not null,
        short_code text,
        school_number text,
        provider_kind text not null,
        provider_name text,
        legal_regime text not null default 'dsgvo',
        street text,
        postal_code text,
        city text,
        latitude double precision,
        longitude double precision,
        contact_name text,
        phone text,
        email text,
        family_centre boolean not null default false,
        movement_kita boolean not null default false,
        plus_kita boolean not null default false,
        all_day_school boolean not null default false,
        social_index smallint,
        social_index_year smallint,
        social_situation text,
        social_situation_source text,
        social_situation_year smallint,
        places integer,
        staff_count integer,
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        creation_digest bytea,
        version integer not null default 1,
        constraint institutions_pk primary key (id),
        constraint institutions_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint institutions_district_fk foreign key (municipality_id, district_id) references districts (municipality_id, id),
        constraint institutions_kind_ck check (kind in ('kita', 'school')),
        constraint institutions_name_ck check (length(name) between 1 and 200),
        constraint institutions_provider_kind_ck check (provider_kind in ('municipal', 'protestant', 'catholic', 'awo', 'caritas', 'drk',
          'diakonie', 'lebenshilfe', 'parity', 'other_nonprofit', 'private')),
        constraint institutions_legal_regime_ck check (legal_regime in ('dsgvo', 'kdg', 'dsg_ekd')),
        constraint institutions_school_number_ck check (school_number ~ '^[0-9]{6}$'),
        constraint institutions_position_ck check ((latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180),
        constraint institutions_social_index_ck check (social_index between 1 and 9),
        constraint institutions_social_index_school_ck check (social_index is null or (kind = 'school' and social_index_year is not null)),
        constraint institutions_social_situation_ck check (social_situation in ('low', 'medium', 'high')),
        constraint institutions_social_situation_source_ck check (social_situation is null or (social_situation_source is not null and social_situation_year is not null)),
        constraint institutions_places_ck check (places between 0 and 5000),
        constraint institutions_staff_count_ck check (staff_count between 0 and 1000)
      );
      create index institutions_municipality_ix on institutions (municipality_id, name, id);
      create unique index institutions_school_number_uq on institutions (municipality_id, school_number);
      create unique index institutions_short_code_uq on institutions (municipality_id, short_code);

      create table groups (
        institution_id uuid not null,
        id uuid not null,
        name text collate german not null,
        school_year smallint not null,
        size integer not null,
        archived_at timestamptz,
        creation_digest bytea,
        version integer not null default 1,
        constraint groups_pk primary key (institution_id, id),
        constraint groups_institution_fk foreign key (institution_id) references institutions (id),
        constraint groups_name_ck check (length(name) between 1 and 60),
        constraint groups_school_year_ck check (school_year between 2000 and 2199),
        constraint groups_size_ck check (size between 0 and 200)
      );
      create unique index groups_name_uq on groups (institution_id, school_year, name) where archived_at is null;
      create index groups_id_ix on groups (id);

      alter table municipalities enable row level security, force row level security;
      alter table districts enable row level security, force row level security;
      alter table institutions enable row level security, force row level security;
      alter table groups enable row level security, force row level security;

      create policy municipalities_read on municipalities for select to olympia_app
        using ((select app_actor_id()) is not null or (select app_system()));
      create policy municipalities_write on municipalities to olympia_app
        using ((select app_administrator()) or (select app_system()));
      create policy districts_read on districts for select to olympia_app
        using ((select app_actor_id()) is not null or (select app_system()));
      create policy districts_write on districts to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_administrator()) or (select app_system()));

      create policy institutions_read on institutions for select to olympia_app
        using (id = any ((select app_houses())::uuid[]) or municipality_id = any ((select app_municipalities())::uuid[])
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy institutions_create on institutions for insert to olympia_app
        with check (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_administrator()) or (select app_system()));
      create policy institutions_update on institutions for update to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_administrator()) or (select app_system()));

      create policy groups_read on groups for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy groups_create on groups for insert to olympia_app
        with check (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));
      create policy groups_update on groups for update to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));

      grant select, insert, update on municipalities, districts, institutions, groups to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table groups, institutions, districts, municipalities');
  }
}
