import type { MigrationInterface, QueryRunner } from 'typeorm';

const AUTHENTICATE = `create or replace function app_authenticate(token text, today date)
  returns table (account_id uuid, session_id uuid, expires_at timestamptz, educator_houses uuid[], lead_houses uuid[], coach_houses uuid[],
    coach boolean, municipalities uuid[], programme_lead boolean, administrator boolean, second_factor boolean)`;

const DIGEST = `sha256(event.previous || convert_to(jsonb_build_array(
  event.chain, event.seq, extract(epoch from event.at), event.actor_id, event.origin, event.request_id,
  event.action, event.object_type, event.object_id, event.institution_id, to_jsonb(event.fields))::text, 'UTF8'))`;

/**
 * Less to do for each write (docs/decisions/0036-round-trips.md): the look at the session binds the transaction to the actor that it
 * found, so that a request's first statement can follow in the same breath; and the trail asks for a new chain only where there is none.
 */
export class LeanWrites1760005100000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose session it is, and from here to the end of the transaction their scope; nobody's where it is no longer good.
      ${AUTHENTICATE} language plpgsql volatile as $$
      #variable_conflict use_column
      declare
        opened record;
        may record;
      begin
        perform set_config('app.session', token, true);
        select s.id, s.account_id, s.expires_at, s.last_seen_at into opened from sessions s
          where s.token_hash = decode(token, 'hex') and now() < s.expires_at and now() < s.idle_until;
        perform set_config('app.session', '', true);
        if not found then return; end if;
        perform set_config('app.actor_id', opened.account_id::text, true);
        if not exists (select from accounts a where a.id = opened.account_id and a.disabled_at is null) then
          perform set_config('app.actor_id', '', true);
          return;
        end if;
        if opened.last_seen_at < now() - interval '5 minutes' then
          update sessions s set last_seen_at = now(), idle_until = now() + (s.idle_until - s.last_seen_at) where s.id = opened.id;
        end if;
        select rights.* into may from app_rights(opened.account_id, today) rights;
        perform set_config('app.educator_houses', may.educator_houses::text, true),
          set_config('app.lead_houses', may.lead_houses::text, true),
          set_config('app.coach_houses', may.coach_houses::text, true),
          set_config('app.municipalities', may.municipalities::text, true),
          set_config('app.programme_lead', case when may.programme_lead then 'on' else '' end, true),
          set_config('app.administrator', case when may.administrator then 'on' else '' end, true),
          set_config('app.today', today::text, true);
        return query select opened.account_id, opened.id, opened.expires_at, may.educator_houses, may.lead_houses, may.coach_houses,
          may.coach, may.municipalities, may.programme_lead, may.administrator, may.second_factor;
      end $$;

      create or replace function audit_digest(event audit_events) returns bytea language plpgsql immutable as $$
      begin
        return ${DIGEST};
      end $$;

      create or replace function audit_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        select length + 1, head into new.seq, new.previous from audit_chains where chain = new.chain for update;
        if not found then
          insert into audit_chains (chain) values (new.chain) on conflict (chain) do nothing;
          select length + 1, head into new.seq, new.previous from audit_chains where chain = new.chain for update;
        end if;
        new.at := clock_timestamp();
        new.hash := audit_digest(new);
        update audit_chains set length = new.seq, head = new.hash where chain = new.chain;
        return new;
      end $$;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function audit_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into audit_chains (chain) values (new.chain) on conflict (chain) do nothing;
        select length + 1, head into new.seq, new.previous from audit_chains where chain = new.chain for update;
        new.at := clock_timestamp();
        new.hash := audit_digest(new);
        update audit_chains set length = new.seq, head = new.hash where chain = new.chain;
        return new;
      end $$;

      create or replace function audit_digest(event audit_events) returns bytea language sql immutable return ${DIGEST};

      ${AUTHENTICATE} language plpgsql volatile as $$
      #variable_conflict use_column
      declare
        opened record;
      begin
        perform set_config('app.session', token, true);
        select s.id, s.account_id, s.expires_at, s.last_seen_at into opened from sessions s
          where s.token_hash = decode(token, 'hex') and now() < s.expires_at and now() < s.idle_until;
        if not found then return; end if;
        perform set_config('app.actor_id', opened.account_id::text, true);
        if not exists (select from accounts a where a.id = opened.account_id and a.disabled_at is null) then return; end if;
        if opened.last_seen_at < now() - interval '5 minutes' then
          update sessions s set last_seen_at = now(), idle_until = now() + (s.idle_until - s.last_seen_at) where s.id = opened.id;
        end if;
        return query select opened.account_id, opened.id, opened.expires_at, rights.* from app_rights(opened.account_id, today) rights;
      end $$;
    `);
  }
}
