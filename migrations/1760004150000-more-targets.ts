import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A city may also aim at a number of talks with houses, and at minutes of movement for each group and week. */
export class MoreTargets1760004150000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table targets
        add consultations integer,
        add weekly_minutes integer,
        add constraint targets_consultations_ck check (consultations between 0 and 100000),
        add constraint targets_weekly_minutes_ck check (weekly_minutes between 0 and 3000),
        drop constraint targets_some_ck,
        add constraint targets_some_ck
          check (num_nonnulls(institutions, children, teaching_units, consultations, weekly_minutes) > 0);
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    // A year with none but the new numbers has nothing left to say.
    await runner.query(`
      alter table targets no force row level security;
      delete from targets where num_nonnulls(institutions, children, teaching_units) = 0;
      alter table targets force row level security;
      alter table targets
        drop constraint targets_some_ck,
        drop consultations,
        drop weekly_minutes,
        add constraint targets_some_ck check (num_nonnulls(institutions, children, teaching_units) > 0);
    `);
  }
}
