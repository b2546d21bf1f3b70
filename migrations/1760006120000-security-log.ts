import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an entry's hash is made of, with the network in one form or the other. */
const digestOf = (origin: string): string => `sha256(event.previous || convert_to(jsonb_build_array(
  event.chain, event.seq, extract(epoch from event.at), event.actor_id, ${origin}, event.request_id,
  event.action, event.object_type, event.object_id, event.institution_id, to_jsonb(event.fields))::text, 'UTF8'))`;

const SEAL = `sha256(event.origin_salt || convert_to(event.origin, 'UTF8'))`;
const SEALED = `encode(case when event.origin is null then event.origin_seal else ${SEAL} end, 'hex')`;

const digest = (origin: string): string => `
  create or replace function audit_digest(event audit_events) returns bytea language plpgsql immutable as $$
  begin
    return ${digestOf(origin)};
  end $$;`;

const seal = (extra: string): string => `
  create or replace function audit_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    select length + 1, head into new.seq, new.previous from audit_chains where chain = new.chain for update;
    if not found then
      insert into audit_chains (chain) values (new.chain) on conflict (chain) do nothing;
      select length + 1, head into new.seq, new.previous from audit_chains where chain = new.chain for update;
    end if;
    new.at := clock_timestamp();
    ${extra}
    new.hash := audit_digest(new);
    update audit_chains set length = new.seq, head = new.hash where chain = new.chain;
    return new;
  end $$;`;

/** Hashes every chain anew from its beginning. */
const REHASH = `
  do $$
  declare
    link record;
    event audit_events;
    before bytea;
    of_chain uuid;
  begin
    for link in select e.chain, e.seq, c.pruned_hash from audit_events e join audit_chains c using (chain) order by e.chain, e.seq loop
      if of_chain is distinct from link.chain then before := link.pruned_hash; end if;
      of_chain := link.chain;
      update audit_events e set previous = before where e.chain = link.chain and e.seq = link.seq returning e.* into event;
      before := audit_digest(event);
      update audit_events e set hash = before where e.chain = link.chain and e.seq = link.seq;
      update audit_chains set head = before where chain = link.chain;
    end loop;
  end $$;`;

const LIFT =
  'alter table audit_events no force row level security; alter table audit_chains no force row level security;';
const LOWER =
  'alter table audit_events force row level security; alter table audit_chains force row level security;';

/**
 * Lets the security log go after its time without breaking the chains (docs/decisions, "What is kept how long"):
 *
 * - The hash of an entry contains the network only as a salted hash. The network and the salt can be blanked; what is left still proves
 *   everything else, and does not tell the network.
 * - The beginning of a chain can be taken away. The chain then begins behind `pruned_seq`, with `pruned_hash` before its first entry.
 *
 * The entries that are there are hashed anew, once, because their hashes contain the network itself.
 */
export class SecurityLog1760006120000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_chains add pruned_seq bigint not null default 0, add pruned_hash bytea not null default ''::bytea;
      alter table audit_events add origin_salt bytea, add origin_seal bytea;
      create index audit_events_origin_ix on audit_events (at) where origin is not null;
    `);
    await runner.query(digest(SEALED));
    await runner.query(
      seal(`new.origin_salt := case when new.origin is not null then uuid_send(gen_random_uuid()) end;
    new.origin_seal := sha256(new.origin_salt || convert_to(new.origin, 'UTF8'));`),
    );
    await runner.query(LIFT);
    await runner.query(`
      update audit_events set origin_salt = uuid_send(gen_random_uuid()) where origin is not null;
      update audit_events event set origin_seal = ${SEAL} where origin is not null;
    `);
    await runner.query(REHASH);
    await runner.query(LOWER);
    await this.pruning(runner);
  }

  /** The runtime role can neither change nor delete entries; these two functions do, for the system and no more than the rule says. */
  private async pruning(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy audit_events_prune on audit_events to current_user using (true);

      create function audit_assert_old(day date, kept interval) returns void language plpgsql stable as $$
      begin
        if not app_system() or day > app_today() - kept then
          raise exception 'the trail is kept longer than that' using errcode = 'insufficient_privilege';
        end if;
      end $$;

      -- Takes the network out of entries of before the day; both forms of it that could be guessed. Returns how many.
      create function audit_blank_origins(day date, at_most integer) returns integer language plpgsql security definer
        set search_path = public, pg_temp as $$
      declare
        blanked integer;
      begin
        perform audit_assert_old(day, interval '90 days');
        with old as (
          select e.chain, e.seq from audit_events e where e.origin is not null and e.at < day::timestamp at time zone 'Europe/Berlin'
          order by e.at limit at_most for update skip locked)
        update audit_events e set origin = null, origin_salt = null from old where e.chain = old.chain and e.seq = old.seq;
        get diagnostics blanked = row_count;
        return blanked;
      end $$;

      -- Takes away the beginning of one chain, up to the first entry of the day or later. Returns how many entries that were.
      create function audit_prune(of_chain uuid, day date, at_most integer) returns integer language plpgsql security definer
        set search_path = public, pg_temp as $$
      declare
        start bigint;
        last bigint;
        sealed bytea;
      begin
        perform audit_assert_old(day, interval '90 days');
        select c.pruned_seq into start from audit_chains c where c.chain = of_chain for update;
        select max(x.seq) into last from (
          select e.seq, bool_and(e.at < day::timestamp at time zone 'Europe/Berlin') over (order by e.seq) as old
          from audit_events e where e.chain = of_chain and e.seq between start + 1 and start + at_most) x where x.old;
        if last is null then return 0; end if;
        select e.hash into sealed from audit_events e where e.chain = of_chain and e.seq = last;
        delete from audit_events e where e.chain = of_chain and e.seq <= last;
        update audit_chains set pruned_seq = last, pruned_hash = sealed where chain = of_chain;
        return last - start;
      end $$;

      revoke execute on function audit_blank_origins(date, integer), audit_prune(uuid, date, integer) from public;
      grant execute on function audit_blank_origins(date, integer), audit_prune(uuid, date, integer) to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function audit_prune(uuid, date, integer);
      drop function audit_blank_origins(date, integer);
      drop function audit_assert_old(date, interval);
      drop policy audit_events_prune on audit_events;
      drop index audit_events_origin_ix;
    `);
    await runner.query(digest('event.origin'));
    await runner.query(seal(''));
    await runner.query(LIFT);
    // The older form knows chains from their first entry on.
    await runner.query(`
      update audit_events e set seq = c.pruned_seq - e.seq from audit_chains c where c.chain = e.chain and c.pruned_seq > 0;
      update audit_events set seq = -seq where seq < 0;
      update audit_chains set length = length - pruned_seq, pruned_seq = 0, pruned_hash = ''::bytea, head = ''::bytea where pruned_seq > 0;
    `);
    await runner.query(REHASH);
    await runner.query(LOWER);
    await runner.query(`
      alter table audit_events drop origin_salt, drop origin_seal;
      alter table audit_chains drop pruned_seq, drop pruned_hash;
    `);
  }
}
