import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What PostgreSQL needs to know of its tables to plan well. It learns this by itself within a minute; whoever has just written a whole
 * city does not want to wait. A SECURITY DEFINER function, because only the owner of a table may look it over.
 */
export class Statistics1760004400000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function gather_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
      declare own regclass;
      begin
        for own in select c.oid from pg_class c
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_get_userbyid(c.relowner) = current_user
        loop
          execute format('analyze %s', own);
        end loop;
      end $$;
      revoke execute on function gather_statistics() from public;
      grant execute on function gather_statistics() to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function gather_statistics()');
  }
}
