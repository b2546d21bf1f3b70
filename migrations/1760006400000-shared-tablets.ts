import type { MigrationInterface, QueryRunner } from 'typeorm';

const RETURNS = `account_id uuid, session_id uuid, expires_at timestamptz, educator_houses uuid[], lead_houses uuid[], coach_houses uuid[],
    coach boolean, municipalities uuid[], programme_lead boolean, administrator boolean, second_factor boolean`;

const TABLET = 'tablet_id uuid, tablet_institution_id uuid, tablet_name text';

/** People on the staff of a house that the actor leads. */
const LED_PEOPLE = `account_id in (select r.account_id from account_roles r
  where r.role in ('educator', 'institution_lead') and r.institution_id = any ((select app_lead_houses())::uuid[]))`;

/**
 * Tablets that several people of a house share (docs/decisions/0046-shared-tablets.md): the devices, the PINs and badges by which people
 * unlock them, and what a session on one may do.
 */
export class SharedTablets1760006400000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tablets (
        institution_id uuid not null,
        id uuid not null,
        name text collate german not null,
        people_shown text not null default 'first_names',
        -- Of the one-time code by which a device becomes this tablet; none once it is used.
        code_hash bytea,
        code_expires_at timestamptz,
        -- Of the device's cookie.
        token_hash bytea,
        enrolled_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        created_by uuid,
        created_at timestamptz not null default now(),
        creation_digest bytea,
        version integer not null default 1,
        constraint tablets_pk primary key (institution_id, id),
        constraint tablets_code_uq unique (code_hash),
        constraint tablets_token_uq unique (token_hash),
        constraint tablets_institution_fk foreign key (institution_id) references institutions (id),
        constraint tablets_created_by_fk foreign key (created_by) references accounts (id) on delete set null,
        constraint tablets_name_ck check (length(name) between 1 and 60),
        constraint tablets_people_shown_ck check (people_shown in ('first_names', 'initials')),
        constraint tablets_code_ck check ((code_hash is null) = (code_expires_at is null)),
        constraint tablets_enrolled_ck check ((token_hash is null) = (enrolled_at is null))
      );

      create table account_pins (
        account_id uuid not null,
        -- Null: there is none (any more). Tries are counted all the same, so that nobody learns who has one.
        pin_hash text,
        changed_at timestamptz,
        failures integer not null default 0,
        paused_until timestamptz,
        locked_at timestamptz,
        -- Wrong ones inside of entries that came sealed; these never lock anybody.
        sealed_failures integer not null default 0,
        sealed_failed_at timestamptz,
        constraint account_pins_pk primary key (account_id),
        constraint account_pins_account_fk foreign key (account_id) references accounts (id) on delete cascade,
        constraint account_pins_changed_ck check ((pin_hash is null) = (changed_at is null))
      );

      create table account_badges (
        account_id uuid not null,
        secret_hash bytea not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        constraint account_badges_pk primary key (account_id),
        constraint account_badges_secret_uq unique (secret_hash),
        constraint account_badges_account_fk foreign key (account_id) references accounts (id) on delete cascade
      );

      -- Two columns, for a tablet that moves with its house takes its sessions along.
      alter table sessions add tablet_institution_id uuid, add tablet_id uuid,
        add constraint sessions_tablet_fk foreign key (tablet_institution_id, tablet_id) references tablets (institution_id, id)
          on update cascade on delete cascade,
        add constraint sessions_tablet_ck check ((tablet_id is null) = (tablet_institution_id is null));
      create index sessions_tablet_ix on sessions (tablet_institution_id, tablet_id) where tablet_id is not null;

      alter table tablets enable row level security, force row level security;
      alter table account_pins enable row level security, force row level security;
      alter table account_badges enable row level security, force row level security;

      -- The staff know which tablets there are; a session on one asks so whether it is still good.
      create policy tablets_read on tablets for select to olympia_app
        using (institution_id = any ((select app_educator_houses())::uuid[]) or institution_id = any ((select app_lead_houses())::uuid[])
          or (select app_system()));
      create policy tablets_create on tablets for insert to olympia_app
        with check (institution_id = any ((select app_lead_houses())::uuid[]) or (select app_system()));
      create policy tablets_update on tablets for update to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[]) or (select app_system()));

      create policy account_pins_self on account_pins to olympia_app
        using (account_id = (select app_actor_id()) or (select app_system()));
      create policy account_pins_led on account_pins for select to olympia_app using (${LED_PEOPLE});
      create policy account_pins_led_release on account_pins for update to olympia_app using (${LED_PEOPLE});

      create policy account_badges_self on account_badges to olympia_app
        using (account_id = (select app_actor_id()) or (select app_system()));
      create policy account_badges_led on account_badges for select to olympia_app using (${LED_PEOPLE});
      create policy account_badges_led_end on account_badges for delete to olympia_app using (${LED_PEOPLE});

      grant select, insert, update on tablets, account_pins to olympia_app;
      grant select, insert, update, delete on account_badges to olympia_app;
    `);
    await runner.query(
      authenticate('app_authenticate', 'refused') + authenticate('app_authenticate_session', 'known'),
    );
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(authenticate('app_authenticate', 'unknown'));
    await runner.query(`
      drop function app_authenticate_session(text, date);
      -- What was cut to one house must not become a session with all rights.
      alter table sessions no force row level security;
      delete from sessions where tablet_id is not null;
      alter table sessions force row level security;
      alter table sessions drop tablet_id, drop tablet_institution_id;
      drop table account_badges, account_pins, tablets;
    `);
  }
}

/**
 * The look at a session. On a shared tablet it is good as long as the tablet is, and the person works in its house; whatever else they are,
 * there they are an educator of that house. The release before goes on with its function, whose columns stay as its prepared statements
 * know them; a tablet, which it would not cut, opens nothing there.
 */
function authenticate(name: string, tablets: 'unknown' | 'refused' | 'known'): string {
  const when = (text: string): string => (tablets === 'known' ? text : '');
  return `
    create or replace function ${name}(token text, today date)
      returns table (${RETURNS}${when(`, ${TABLET}`)}) language plpgsql volatile as $$
    #variable_conflict use_column
    declare
      opened record;
      may record;
      live boolean;
      bound text;
    begin
      -- Assigned, where PERFORM would make a query of its own of each.
      bound := set_config('app.session', token, true);
      select s.id, s.account_id, s.expires_at, s.last_seen_at${when(', s.tablet_id, s.tablet_institution_id')} into opened from sessions s
        where s.token_hash = decode(token, 'hex') and now() < s.expires_at and now() < s.idle_until${tablets === 'refused' ? ' and s.tablet_id is null' : ''};
      bound := set_config('app.session', '', true);
      if opened.id is null then return; end if;
      bound := set_config('app.actor_id', opened.account_id::text, true);
      select true into live from accounts a where a.id = opened.account_id and a.disabled_at is null;
      if live is null then
        bound := set_config('app.actor_id', '', true);
        return;
      end if;
      select rights.* into may from app_rights(opened.account_id, today) rights;
      ${when(CUT)}
      if opened.last_seen_at < now() - ${tablets === 'known' ? SEEN_AGAIN : `interval '5 minutes'`} then
        update sessions s set last_seen_at = now(), idle_until = now() + (s.idle_until - s.last_seen_at) where s.id = opened.id;
      end if;
      bound := set_config('app.educator_houses', may.educator_houses::text, true)
        || set_config('app.lead_houses', may.lead_houses::text, true)
        || set_config('app.coach_houses', may.coach_houses::text, true)
        || set_config('app.municipalities', may.municipalities::text, true)
        || set_config('app.programme_lead', case when may.programme_lead then 'on' else '' end, true)
        || set_config('app.administrator', case when may.administrator then 'on' else '' end, true)
        || set_config('app.today', today::text, true);
      ${when(KNOWN)}
      account_id := opened.account_id;
      session_id := opened.id;
      expires_at := opened.expires_at;
      educator_houses := may.educator_houses;
      lead_houses := may.lead_houses;
      coach_houses := may.coach_houses;
      coach := may.coach;
      municipalities := may.municipalities;
      programme_lead := may.programme_lead;
      administrator := may.administrator;
      second_factor := may.second_factor;
      return next;
    end $$;`;
}

/** A tablet that lies about is locked after minutes, so these are counted more closely than a week is. */
const SEEN_AGAIN = `(case when opened.tablet_id is null then interval '5 minutes' else interval '5 seconds' end)`;

const CUT = `if opened.tablet_id is not null then
        if not (opened.tablet_institution_id = any (may.educator_houses || may.lead_houses)) then
          bound := set_config('app.actor_id', '', true);
          return;
        end if;
        may.educator_houses := array[opened.tablet_institution_id];
        may.lead_houses := '{}'::uuid[];
        may.coach_houses := '{}'::uuid[];
        may.coach := false;
        may.municipalities := '{}'::uuid[];
        may.programme_lead := false;
        may.administrator := false;
      end if;`;

/** After the scope is bound, for it is what opens the tablet's row. */
const KNOWN = `if opened.tablet_id is not null then
        select t.name into tablet_name from tablets t
          where t.institution_id = opened.tablet_institution_id and t.id = opened.tablet_id and t.revoked_at is null;
        if tablet_name is null then
          bound := set_config('app.actor_id', '', true) || set_config('app.educator_houses', '{}', true);
          return;
        end if;
        tablet_id := opened.tablet_id;
        tablet_institution_id := opened.tablet_institution_id;
      end if;`;
