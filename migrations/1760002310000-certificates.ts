import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was certified, as it was said on the day, and the counter that numbers it. Why like this: docs/decisions/0021-certificates.md. */
export class Certificates1760002310000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row that is locked by whoever takes a number until it is theirs for good: no gap, whatever goes wrong.
      create table certificate_numbers (
        municipality_id uuid not null,
        year smallint not null,
        last integer not null,
        constraint certificate_numbers_pk primary key (municipality_id, year),
        constraint certificate_numbers_municipality_fk foreign key (municipality_id) references municipalities (id)
      );

      create table certificates (
        -- The registration's house.
        institution_id uuid not null,
        id uuid not null,
        registration_id uuid not null,
        training_id uuid not null,
        municipality_id uuid not null,
        year smallint not null,
        number integer not null,
        -- SHA-256 of the code; the code itself is among the facts, or it could not be printed again.
        code_hash bytea not null,
        -- Everything that is printed, name and all, whatever becomes of the person and the training.
        facts jsonb not null,
        issued_by uuid,
        issued_at timestamptz not null default now(),
        -- Since then it is no longer good.
        ended_at timestamptz,
        ended_as text,
        ended_reason text,
        creation_digest bytea,
        version integer not null default 1,
        constraint certificates_pk primary key (institution_id, id),
        constraint certificates_number_uq unique (municipality_id, year, number),
        constraint certificates_code_uq unique (code_hash),
        constraint certificates_registration_fk foreign key (institution_id, registration_id)
          references training_registrations (institution_id, id) on update cascade,
        constraint certificates_training_fk foreign key (training_id) references trainings (id),
        constraint certificates_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint certificates_issued_by_fk foreign key (issued_by) references accounts (id) on delete set null,
        constraint certificates_ended_ck check (num_nulls(ended_at, ended_as, ended_reason) in (0, 3)),
        constraint certificates_ended_as_ck check (ended_as in ('replaced', 'withdrawn')),
        constraint certificates_ended_reason_ck check (length(ended_reason) between 1 and 500)
      );
      create unique index certificates_good_uq on certificates (institution_id, registration_id) where ended_at is null;
      create index certificates_id_ix on certificates (id);
      create index certificates_training_ix on certificates (training_id);
      create index certificates_registration_ix on certificates (registration_id);

      -- What somebody shows who is not signed in; it opens the one certificate that bears it.
      create function app_shown_certificate() returns bytea language sql stable
        return decode(app_setting('shown_certificate'), 'hex');

      alter table certificate_numbers enable row level security, force row level security;
      alter table certificates enable row level security, force row level security;
      create policy certificate_numbers_write on certificate_numbers to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system()));
      create policy certificates_read on certificates for select to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[])
          or registration_id in (select r.id from training_registrations r
            where r.staff_member_id in (select s.id from staff_members s where s.account_id = (select app_actor_id())))
          or code_hash = (select app_shown_certificate()));
      create policy certificates_write on certificates to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system()));
      grant select, insert, update on certificate_numbers, certificates to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table certificates, certificate_numbers;
      drop function app_shown_certificate();
    `);
  }
}
