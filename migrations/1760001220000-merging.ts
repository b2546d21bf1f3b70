import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two entries for the same institution become one. What vanishes stays as an archived stub that points to the one that stays.
 *
 * The keys of what hangs on a house begin with the house: `on update cascade` lets a group take its activities and sizes along, and a run
 * its steps. Only the system may take rows from one house to another; who may ask for it is checked before (merge.service.ts).
 */
export class Merging1760001220000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table institutions add merged_into uuid,
        add constraint institutions_merged_into_fk foreign key (merged_into) references institutions (id),
        add constraint institutions_merged_ck check (merged_into is null or (archived_at is not null and merged_into <> id));
      create index institutions_merged_into_ix on institutions (merged_into);
    `);
    await this.keys(runner, 'on update cascade');
    await runner.query(`
      -- Old links of the people of a house lead on.
      alter policy institutions_read on institutions
        using (id = any ((select app_houses())::uuid[]) or merged_into = any ((select app_houses())::uuid[])
          or municipality_id = any ((select app_municipalities())::uuid[])
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy group_confirmations_merge on group_confirmations for update to olympia_app using ((select app_system()));
      create policy group_confirmations_double on group_confirmations for delete to olympia_app using ((select app_system()));
      grant update, delete on group_confirmations to olympia_app;
    `);
  }

  private async keys(runner: QueryRunner, cascade: string): Promise<void> {
    await runner.query(`
      alter table activities drop constraint activities_group_fk,
        add constraint activities_group_fk foreign key (institution_id, group_id) references groups (institution_id, id) ${cascade};
      alter table group_sizes drop constraint group_sizes_group_fk,
        add constraint group_sizes_group_fk foreign key (institution_id, group_id) references groups (institution_id, id)
          ${cascade} on delete cascade;
      alter table participation_steps drop constraint participation_steps_participation_fk,
        add constraint participation_steps_participation_fk foreign key (institution_id, participation_id)
          references participations (institution_id, id) ${cascade} on delete cascade;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update, delete on group_confirmations from olympia_app;
      drop policy group_confirmations_double on group_confirmations;
      drop policy group_confirmations_merge on group_confirmations;
      alter policy institutions_read on institutions
        using (id = any ((select app_houses())::uuid[]) or municipality_id = any ((select app_municipalities())::uuid[])
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
    `);
    await this.keys(runner, '');
    await runner.query('alter table institutions drop merged_into');
  }
}
