import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same policies in plans a third of the size. Every statement sets up all that its policies might ask, even what a row never comes to:
 * for an educator who reads one row that was most of the time. Functions in plpgsql are not taken apart into the plan, so that a policy
 * which looks into other tables (with policies of their own) costs one call there, and the look only when it comes to that.
 */
export class LeanPolicies1760004300000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function app_setting(name text) returns text language plpgsql stable parallel safe as $$
      begin
        return nullif(current_setting('app.' || name, true), '');
      end $$;
      create or replace function app_ids(name text) returns uuid[] language plpgsql stable parallel safe as $$
      begin
        return coalesce(nullif(current_setting('app.' || name, true), ''), '{}')::uuid[];
      end $$;
      create or replace function app_flag(name text) returns boolean language plpgsql stable parallel safe as $$
      begin
        return coalesce(current_setting('app.' || name, true) = 'on', false);
      end $$;

      -- The houses of the actor's municipalities.
      create function app_city_houses() returns setof uuid language plpgsql stable parallel safe rows 100 as $$
      begin
        return query select i.id from institutions i where i.municipality_id = any (app_municipalities());
      end $$;
      -- People of whom the actor sees a role or an assignment.
      create function app_colleagues() returns setof uuid language plpgsql stable parallel safe as $$
      begin
        return query select r.account_id from account_roles r union all select c.account_id from coach_assignments c;
      end $$;
      -- People to whom the actor may give a role that they have.
      create function app_governed() returns setof uuid language plpgsql stable parallel safe as $$
      begin
        if app_governs() then
          return query select r.account_id from account_roles r where app_may_give(r.role, r.institution_id, r.municipality_id);
        end if;
      end $$;

      alter policy accounts_colleagues on accounts using (id in (select app_colleagues()));
      alter policy sessions_governed on sessions using ((select app_administrator()) or account_id in (select app_governed()));
      alter policy sessions_governed_end on sessions using ((select app_administrator()) or account_id in (select app_governed()));
      ${reading('select app_city_houses()')}

      -- Written for all commands these were judged at every reading too, where they allow nothing that the others do not.
      drop policy participations_write on participations;
      create policy participations_create on participations for insert to olympia_app
        with check (institution_id in (select app_city_houses()) or (select app_administrator()) or (select app_system()));
      create policy participations_update on participations for update to olympia_app
        using (institution_id in (select app_city_houses()) or (select app_administrator()) or (select app_system()));
      create policy participations_remove on participations for delete to olympia_app
        using (institution_id in (select app_city_houses()) or (select app_administrator()) or (select app_system()));
      drop policy coach_assignments_write on coach_assignments;
      create policy coach_assignments_create on coach_assignments for insert to olympia_app
        with check (institution_id in (select app_city_houses()) or (select app_administrator()) or (select app_system()));
      create policy coach_assignments_update on coach_assignments for update to olympia_app
        using (institution_id in (select app_city_houses()) or (select app_administrator()) or (select app_system()));
      create policy coach_assignments_remove on coach_assignments for delete to olympia_app
        using (institution_id in (select app_city_houses()) or (select app_administrator()) or (select app_system()));
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    const cityHouses =
      'select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[])';
    await runner.query(`
      drop policy coach_assignments_remove on coach_assignments;
      drop policy coach_assignments_update on coach_assignments;
      drop policy coach_assignments_create on coach_assignments;
      create policy coach_assignments_write on coach_assignments to olympia_app
        using (institution_id in (${cityHouses}) or (select app_administrator()) or (select app_system()));
      drop policy participations_remove on participations;
      drop policy participations_update on participations;
      drop policy participations_create on participations;
      create policy participations_write on participations to olympia_app
        using (institution_id in (${cityHouses}) or (select app_administrator()) or (select app_system()));

      ${reading(cityHouses)}
      alter policy sessions_governed_end on sessions
        using ((select app_administrator()) or ((select app_governs()) and account_id in (select r.account_id from account_roles r
          where app_may_give(r.role, r.institution_id, r.municipality_id))));
      alter policy sessions_governed on sessions
        using ((select app_administrator()) or ((select app_governs()) and account_id in (select r.account_id from account_roles r
          where app_may_give(r.role, r.institution_id, r.municipality_id))));
      alter policy accounts_colleagues on accounts
        using (id in (select r.account_id from account_roles r) or id in (select c.account_id from coach_assignments c));
      drop function app_governed();
      drop function app_colleagues();
      drop function app_city_houses();

      create or replace function app_flag(name text) returns boolean language sql stable
        return coalesce(app_setting(name) = 'on', false);
      create or replace function app_ids(name text) returns uuid[] language sql stable
        return coalesce(app_setting(name)::uuid[], '{}');
      create or replace function app_setting(name text) returns text language sql stable
        return nullif(current_setting('app.' || name, true), '');
    `);
  }
}

/** Who reads what every request asks for. @param cityHouses SQL for the ids of the houses in the actor's municipalities */
function reading(cityHouses: string): string {
  const ofHouse = `institution_id = any ((select app_houses())::uuid[]) or institution_id in (${cityHouses})
    or (select app_programme_lead()) or (select app_administrator()) or (select app_system())`;
  return `
    alter policy groups_read on groups using (${ofHouse});
    alter policy group_sizes_read on group_sizes using (${ofHouse});
    alter policy participations_read on participations using (${ofHouse});
    alter policy coach_assignments_read on coach_assignments using (account_id = (select app_actor_id()) or ${ofHouse});
    alter policy account_roles_read on account_roles using (account_id = (select app_actor_id())
      or institution_id = any ((select app_houses())::uuid[]) or municipality_id = any ((select app_municipalities())::uuid[])
      or institution_id in (${cityHouses}) or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
    alter policy activities_read on activities
      using ((author_id = (select app_actor_id()) and institution_id = any ((select app_educator_houses())::uuid[]))
        or institution_id = any ((select app_lead_houses() || app_coach_houses())::uuid[]) or institution_id in (${cityHouses})
        or (select app_programme_lead()) or (select app_system()));`;
}
