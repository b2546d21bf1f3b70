import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail: append-only for the runtime role and hash-chained.
 *
 * One chain per institution (or per account, or the installation) instead of one for all: a chain serialises its writers, and two houses
 * must not wait for each other. The seal is a SECURITY DEFINER trigger, because the runtime role may not touch the heads of the chains.
 */
export class Audit1760000100000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_chains (
        chain uuid not null,
        length bigint not null default 0,
        head bytea not null default ''::bytea,
        constraint audit_chains_pk primary key (chain)
      );

      create table audit_events (
        chain uuid not null,
        seq bigint not null,
        at timestamptz not null,
        actor_id uuid,
        origin text,
        request_id text,
        action text not null,
        object_type text not null,
        object_id uuid,
        institution_id uuid,
        fields text[] not null default '{}',
        previous bytea not null,
        hash bytea not null,
        constraint audit_events_pk primary key (chain, seq)
      );
      create index audit_events_object_ix on audit_events (object_id, at);
      create index audit_events_actor_ix on audit_events (actor_id, at);

      create function audit_digest(event audit_events) returns bytea language sql immutable
        return sha256(event.previous || convert_to(jsonb_build_array(
          event.chain, event.seq, extract(epoch from event.at), event.actor_id, event.origin, event.request_id,
          event.action, event.object_type, event.object_id, event.institution_id, to_jsonb(event.fields))::text, 'UTF8'));

      create function audit_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into audit_chains (chain) values (new.chain) on conflict (chain) do nothing;
        select length + 1, head into new.seq, new.previous from audit_chains where chain = new.chain for update;
        new.at := clock_timestamp();
        new.hash := audit_digest(new);
        update audit_chains set length = new.seq, head = new.hash where chain = new.chain;
        return new;
      end $$;
      create trigger audit_events_seal before insert on audit_events for each row execute function audit_seal();

      alter table audit_chains enable row level security, force row level security;
      alter table audit_events enable row level security, force row level security;
      create policy audit_chains_seal on audit_chains to current_user using (true) with check (true);
      create policy audit_chains_read on audit_chains for select to olympia_app using ((select app_system()));
      create policy audit_events_append on audit_events for insert to olympia_app
        with check (actor_id is not distinct from (select app_actor_id()));
      create policy audit_events_read on audit_events for select to olympia_app
        using ((select app_system()) or (select app_administrator()));

      grant select on audit_chains to olympia_app;
      grant select, insert on audit_events to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_events cascade;
      drop function audit_seal();
      drop table audit_chains;
    `);
  }
}
