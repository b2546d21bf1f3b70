import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Children under a code, the consent of their parents, what was erased, and how a child goes from one house to the next. Why it is like this:
 * docs/decisions/0025-children-under-a-code.md.
 *
 * Only the staff of the house and its coach of today read them. There is no policy for coordinators, programme leads and administrators, and
 * there must never be one: what the city learns about children are published figures.
 */
export class Children1760003100000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await this.children(runner);
    await this.consents(runner);
    await this.erasures(runner);
    await this.transfers(runner);
    await this.successors(runner);
  }

  private async children(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table children (
        institution_id uuid not null,
        id uuid not null,
        -- Five signs that nobody mixes up; whose they are stands on paper in the house, and nowhere else.
        code text not null,
        -- The code before the house was merged with another one that had the same; so that the paper can be corrected.
        former_code text,
        -- The first day of the month; the day of birth is not kept.
        birth_month date,
        sex text,
        group_id uuid not null,
        left_on date,
        created_at timestamptz not null default now(),
        creation_digest bytea,
        version integer not null default 1,
        constraint children_pk primary key (institution_id, id),
        constraint children_code_uq unique (institution_id, code),
        constraint children_group_fk foreign key (institution_id, group_id) references groups (institution_id, id) on update cascade,
        constraint children_code_ck check (code ~ '^[34679CDFGHJKMNPQRTVWXY]{5}$'),
        constraint children_birth_month_ck check (extract(day from birth_month) = 1),
        constraint children_sex_ck check (sex in ('female', 'male', 'diverse', 'unspecified'))
      );
      create index children_id_ix on children (id);
      create index children_group_ix on children (institution_id, group_id);

      alter table children enable row level security, force row level security;
      create policy children_read on children for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[]) or (select app_system()));
      create policy children_write on children to olympia_app
        using (institution_id = any ((select app_educator_houses() || app_lead_houses())::uuid[]) or (select app_system()));
      grant select, insert, update, delete on children to olympia_app;
    `);
  }

  private async consents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consents (
        institution_id uuid not null,
        id uuid not null,
        child_id uuid not null,
        given_on date not null,
        withdrawn_on date,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        constraint consents_pk primary key (institution_id, id),
        constraint consents_child_fk foreign key (institution_id, child_id) references children (institution_id, id)
          on update cascade on delete cascade,
        constraint consents_order_ck check (withdrawn_on >= given_on)
      );
      create unique index consents_open_uq on consents (institution_id, child_id) where withdrawn_on is null;
      create index consents_id_ix on consents (id);
      create index consents_child_ix on consents (institution_id, child_id);

      -- They go with the child, never by themselves: that one was withdrawn stays written as long as the child is there.
      alter table consents enable row level security, force row level security;
      create policy consents_read on consents for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[]) or (select app_system()));
      create policy consents_write on consents to olympia_app
        using (institution_id = any ((select app_educator_houses() || app_lead_houses())::uuid[]) or (select app_system()));
      grant select, insert, update on consents to olympia_app;
    `);
  }

  private async erasures(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Ids of what is gone, so that a backup put back is emptied of it once more. Whoever erases writes; nobody changes, and only the system reads.
      create table erasures (
        institution_id uuid not null,
        id uuid not null,
        object_type text not null,
        object_id uuid not null,
        reason text not null,
        -- No foreign key: the account may go before the journal.
        erased_by uuid,
        erased_at timestamptz not null default now(),
        constraint erasures_pk primary key (institution_id, id),
        constraint erasures_institution_fk foreign key (institution_id) references institutions (id),
        constraint erasures_object_type_ck check (object_type ~ '^[a-z_]{1,40}$'),
        constraint erasures_reason_ck check (reason in ('consent_withdrawn', 'child_removed', 'corrected', 'retention'))
      );
      create index erasures_object_ix on erasures (object_id);

      alter table erasures enable row level security, force row level security;
      create policy erasures_read on erasures for select to olympia_app using ((select app_system()));
      create policy erasures_create on erasures for insert to olympia_app
        with check (institution_id = any ((select app_educator_houses() || app_lead_houses())::uuid[]) or (select app_system()));
      grant select, insert on erasures to olympia_app;
    `);
  }

  private async transfers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A code that the parents carry from the old house to the new one, and the link that is left of it: a consent withdrawn in one of the
      -- two houses erases the results in both.
      create table child_transfers (
        institution_id uuid not null,
        id uuid not null,
        child_id uuid not null,
        code_hash bytea not null,
        created_at timestamptz not null default now(),
        -- The last day on which it can be redeemed.
        expires_on date not null,
        redeemed_at timestamptz,
        to_institution_id uuid,
        to_child_id uuid,
        version integer not null default 1,
        constraint child_transfers_pk primary key (institution_id, id),
        constraint child_transfers_child_fk foreign key (institution_id, child_id) references children (institution_id, id)
          on update cascade on delete cascade,
        constraint child_transfers_to_fk foreign key (to_institution_id, to_child_id) references children (institution_id, id)
          on update cascade on delete set null,
        constraint child_transfers_redeemed_ck check (redeemed_at is not null or (to_institution_id is null and to_child_id is null))
      );
      create index child_transfers_id_ix on child_transfers (id);
      create index child_transfers_code_ix on child_transfers (code_hash);
      create unique index child_transfers_open_uq on child_transfers (institution_id, child_id) where redeemed_at is null;
      create index child_transfers_to_ix on child_transfers (to_institution_id, to_child_id);

      alter table child_transfers enable row level security, force row level security;
      create policy child_transfers_staff on child_transfers to olympia_app
        using (institution_id = any ((select app_educator_houses() || app_lead_houses())::uuid[]) or (select app_system()));
      grant select, insert, update, delete on child_transfers to olympia_app;
    `);
  }

  /** Which group of the year before goes on in this one: where its children go. */
  private async successors(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table groups add carried_from uuid,
        add constraint groups_carried_from_fk foreign key (institution_id, carried_from) references groups (institution_id, id) on update cascade;
      create index groups_carried_from_ix on groups (institution_id, carried_from);
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table child_transfers, erasures, consents, children;
      alter table groups drop carried_from;
    `);
  }
}
