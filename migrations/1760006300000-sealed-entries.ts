import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries that were noted without a network and arrive sealed (docs/decisions/0045-sealed-and-held-entries.md): the keys they are sealed for,
 * what each account keeps on its devices, which ones have arrived, and those that somebody has to look at first.
 */
export class SealedEntries1760006300000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await this.keys(runner);
    await this.entries(runner);
    await this.functions(runner);
  }

  private async keys(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sealing_keys (
        kid text not null,
        -- A point of P-256 and the number behind it, as in a JSON Web Key.
        x text not null,
        y text not null,
        d text not null,
        created_at timestamptz not null default now(),
        -- Clients seal for it until then; it opens what they sealed for 400 days more.
        valid_until timestamptz not null,
        constraint sealing_keys_pk primary key (kid),
        constraint sealing_keys_order_ck check (valid_until > created_at)
      );

      create table account_outbox_keys (
        account_id uuid not null,
        -- What the account's own copies on its devices are encrypted with.
        storage_key bytea not null,
        -- Shown in a sealed entry: its author had been let in here.
        ticket bytea not null,
        -- SHA-256 of those before: who shows one had been let in once.
        former_tickets bytea[] not null default '{}',
        -- Every house where it had something to do when it asked for them: what it still sends once that is over is held there.
        houses uuid[] not null default '{}',
        created_at timestamptz not null default now(),
        constraint account_outbox_keys_pk primary key (account_id),
        constraint account_outbox_keys_account_fk foreign key (account_id) references accounts (id) on delete cascade,
        constraint account_outbox_keys_length_ck check (length(storage_key) = 32 and length(ticket) = 32)
      );

      alter table sealing_keys enable row level security, force row level security;
      alter table account_outbox_keys enable row level security, force row level security;
      create policy sealing_keys_system on sealing_keys to olympia_app using ((select app_system()));
      create policy account_outbox_keys_self on account_outbox_keys to olympia_app
        using (account_id = (select app_actor_id()) or (select app_system()));
      grant select, insert, delete on sealing_keys to olympia_app;
      grant select, insert, update, delete on account_outbox_keys to olympia_app;
    `);
  }

  private async entries(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sealed_arrivals (
        -- Of the row on the device.
        id uuid not null,
        author_account_id uuid not null,
        -- SHA-256 of the envelope.
        digest bytea not null,
        outcome text not null,
        arrived_at timestamptz not null default now(),
        constraint sealed_arrivals_pk primary key (id),
        constraint sealed_arrivals_author_fk foreign key (author_account_id) references accounts (id) on delete cascade,
        constraint sealed_arrivals_outcome_ck check (outcome in ('stored', 'withdrawn', 'held'))
      );
      create index sealed_arrivals_author_ix on sealed_arrivals (author_account_id);
      create index sealed_arrivals_arrived_ix on sealed_arrivals (arrived_at);

      create table held_entries (
        institution_id uuid not null,
        id uuid not null,
        author_account_id uuid not null,
        tablet_id uuid,
        kind text not null,
        record_id uuid not null,
        -- As it was noted; gone once somebody has decided.
        body jsonb,
        -- What was noted is that the record shall not be there (any more).
        withdrawn boolean not null default false,
        -- Of the body, where it is about one child: it goes with the child.
        child_id uuid,
        reason text not null,
        -- What the operation said.
        problem jsonb,
        -- By the device's clock.
        noted_at timestamptz not null,
        -- How far the device's clock was behind, in seconds; null while it was right, or nobody knows.
        clock_offset_seconds double precision,
        -- Fields as they probably are.
        proposed jsonb,
        arrived_at timestamptz not null default now(),
        settled_at timestamptz,
        outcome text,
        constraint held_entries_pk primary key (institution_id, id),
        constraint held_entries_institution_fk foreign key (institution_id) references institutions (id),
        constraint held_entries_author_fk foreign key (author_account_id) references accounts (id) on delete cascade,
        constraint held_entries_child_fk foreign key (institution_id, child_id) references children (institution_id, id)
          on update cascade on delete cascade,
        constraint held_entries_kind_ck check (kind in ('activity', 'activity_change', 'trial', 'not_done')),
        constraint held_entries_reason_ck check (reason in
          ('wrong_proof', 'access_ended', 'refused', 'clock', 'tablet_revoked', 'house_closed')),
        constraint held_entries_outcome_ck check (outcome in ('confirmed', 'discarded')),
        constraint held_entries_settled_ck check ((settled_at is null) = (outcome is null) and (settled_at is null) = (body is not null))
      );
      create index held_entries_id_ix on held_entries (id);
      create index held_entries_waiting_ix on held_entries (institution_id, arrived_at, id) where settled_at is null;
      create index held_entries_author_ix on held_entries (author_account_id, arrived_at);
      create index held_entries_child_ix on held_entries (institution_id, child_id);

      alter table sealed_arrivals enable row level security, force row level security;
      alter table held_entries enable row level security, force row level security;
      create policy sealed_arrivals_self on sealed_arrivals to olympia_app
        using (author_account_id = (select app_actor_id()) or (select app_system()));
      -- Values of children are in there: the house's leads and whoever noted it, nobody else.
      create policy held_entries_house on held_entries to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[]) or (select app_system()));
      create policy held_entries_own on held_entries for select to olympia_app using (author_account_id = (select app_actor_id()));
      grant select, insert, delete on sealed_arrivals to olympia_app;
      grant select, insert, update, delete on held_entries to olympia_app;
    `);
  }

  private async functions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an account may do today, without a session of its own: for what it noted before. Nothing where it is closed.
      create function app_rights_of(account uuid, today date)
        returns table (account_id uuid, educator_houses uuid[], lead_houses uuid[], coach_houses uuid[], coach boolean, municipalities uuid[],
          programme_lead boolean, administrator boolean, second_factor boolean)
        language plpgsql volatile as $$
      #variable_conflict use_column
      begin
        perform set_config('app.actor_id', account::text, true);
        if not exists (select from accounts a where a.id = account and a.disabled_at is null) then return; end if;
        return query select account, rights.* from app_rights(account, today) rights;
      end $$;

      -- From now on what the account shows is another one. Whoever ends its sessions may not read it, so it is done in its own name.
      create function app_renew_ticket(account uuid) returns void language plpgsql volatile as $$
      declare
        acting text := coalesce(current_setting('app.actor_id', true), '');
        bound text;
      begin
        bound := set_config('app.actor_id', account::text, true);
        update account_outbox_keys k set former_tickets = (array[sha256(k.ticket)] || k.former_tickets)[1:50],
            ticket = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
          where k.account_id = account;
        bound := set_config('app.actor_id', acting, true);
      end $$;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app_renew_ticket(uuid);
      drop function app_rights_of(uuid, date);
      drop table held_entries, sealed_arrivals, account_outbox_keys, sealing_keys;
    `);
  }
}
