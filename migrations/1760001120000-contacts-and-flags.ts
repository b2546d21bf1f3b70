import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom to ask in a house beside its main contact, and since when it bears its titles. */
export class ContactsAndFlags1760001120000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table institution_contacts (
        institution_id uuid not null,
        id uuid not null,
        name text collate german not null,
        function text,
        phone text,
        email text,
        creation_digest bytea,
        version integer not null default 1,
        constraint institution_contacts_pk primary key (institution_id, id),
        constraint institution_contacts_institution_fk foreign key (institution_id) references institutions (id),
        constraint institution_contacts_name_ck check (length(name) between 1 and 100),
        constraint institution_contacts_function_ck check (length(function) between 1 and 100)
      );
      create index institution_contacts_id_ix on institution_contacts (id);

      -- The main contact stays with the institution: lists, files and figures show it beside the name.
      alter table institutions add contact_function text,
        add family_centre_since date, add movement_kita_since date, add plus_kita_since date, add all_day_school_since date;

      alter table institution_contacts enable row level security, force row level security;
      create policy institution_contacts_read on institution_contacts for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy institution_contacts_write on institution_contacts to olympia_app
        using (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));
      grant select, insert, update, delete on institution_contacts to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table institutions drop all_day_school_since, drop plus_kita_since, drop movement_kita_since, drop family_centre_since,
        drop contact_function;
      drop table institution_contacts;
    `);
  }
}
