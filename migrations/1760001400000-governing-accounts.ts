import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may give which role, and what follows from it: whose invitations one sees, whose sessions one may end, whose account one may lock.
 *
 * Whether an account has roles that the actor may not give must be answered over rows which the actor cannot see. Only the answer, a
 * boolean, leaves `app_gives_every_role`; the two policies for the owner are there for it alone.
 */
export class GoverningAccounts1760001400000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index audit_events_at_ix on audit_events (at, chain, seq);

      create function app_governs() returns boolean language sql stable
        return app_administrator() or cardinality(app_lead_houses()) > 0 or cardinality(app_municipalities()) > 0;

      -- The same rule as src/access/invitations/invitation-rules.ts.
      create function app_may_give(role text, institution uuid, municipality uuid) returns boolean language sql stable
        return app_administrator() or app_system() or case role
          when 'educator' then institution = any (app_lead_houses())
          when 'institution_lead' then institution in (select i.id from institutions i where i.municipality_id = any (app_municipalities()))
          when 'coach' then municipality = any (app_municipalities())
          else false end;

      create function app_gives_every_role(account uuid) returns boolean language plpgsql stable security definer
        set search_path = public, pg_temp as $$
      begin
        return app_administrator() or app_system() or coalesce(
          (select bool_and(app_may_give(r.role, r.institution_id, r.municipality_id)) from account_roles r where r.account_id = account), false);
      end $$;
      create policy account_roles_judged on account_roles for select to current_user using (true);
      create policy institutions_judged on institutions for select to current_user using (true);

      drop policy account_roles_write on account_roles;
      create policy account_roles_give on account_roles for insert to olympia_app
        with check (app_may_give(role, institution_id, municipality_id));
      create policy account_roles_take on account_roles for delete to olympia_app
        using (app_may_give(role, institution_id, municipality_id));
      revoke update on account_roles from olympia_app;

      create policy accounts_governed on accounts for update to olympia_app using (app_gives_every_role(id));

      -- Asked for with every request: nothing is looked up while there is no actor yet, nor for those who give no roles.
      create policy sessions_governed on sessions for select to olympia_app
        using ((select app_administrator()) or ((select app_governs()) and account_id in (select r.account_id from account_roles r
          where app_may_give(r.role, r.institution_id, r.municipality_id))));
      create policy sessions_governed_end on sessions for delete to olympia_app
        using ((select app_administrator()) or ((select app_governs()) and account_id in (select r.account_id from account_roles r
          where app_may_give(r.role, r.institution_id, r.municipality_id))));

      -- Whoever may invite to a role sees who has been invited to it already. Whoever changes an invitation answers for it from then on.
      drop policy invitations_read on invitations;
      drop policy invitations_create on invitations;
      drop policy invitations_update on invitations;
      create policy invitations_read on invitations for select to olympia_app
        using (invited_by = (select app_actor_id()) or app_may_give(role, institution_id, municipality_id));
      create policy invitations_create on invitations for insert to olympia_app
        with check ((invited_by = (select app_actor_id()) and app_may_give(role, institution_id, municipality_id)) or (select app_system()));
      create policy invitations_update on invitations for update to olympia_app
        using (invited_by = (select app_actor_id()) or app_may_give(role, institution_id, municipality_id))
        with check (invited_by = (select app_actor_id()) or (select app_administrator()) or (select app_system()));
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy invitations_update on invitations;
      drop policy invitations_create on invitations;
      drop policy invitations_read on invitations;
      create policy invitations_read on invitations for select to olympia_app
        using (invited_by = (select app_actor_id()) or (select app_administrator()) or (select app_system()));
      create policy invitations_create on invitations for insert to olympia_app
        with check (invited_by = (select app_actor_id()) or (select app_system()));
      create policy invitations_update on invitations for update to olympia_app
        using (invited_by = (select app_actor_id()) or (select app_administrator()) or (select app_system()));
      drop policy sessions_governed_end on sessions;
      drop policy sessions_governed on sessions;
      drop policy accounts_governed on accounts;
      grant update on account_roles to olympia_app;
      drop policy account_roles_take on account_roles;
      drop policy account_roles_give on account_roles;
      create policy account_roles_write on account_roles to olympia_app using ((select app_administrator()) or (select app_system()));
      drop policy institutions_judged on institutions;
      drop policy account_roles_judged on account_roles;
      drop function app_gives_every_role(uuid);
      drop function app_may_give(text, uuid, uuid);
      drop function app_governs();
      drop index audit_events_at_ix;
    `);
  }
}
