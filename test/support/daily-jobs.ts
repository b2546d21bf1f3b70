import type pg from 'pg';

/** For tests that let a year pass: what is due every day would erase what they look at. */
export async function skipDailyJobs(db: pg.Client): Promise<void> {
  await db.query(`create function skip_job() returns trigger language plpgsql as 'begin return null; end';
    create trigger skip_daily before insert on pgboss.job for each row when (new.name = 'daily') execute function skip_job()`);
}
