import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondFactorKnown1760002400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A second factor is nobody's business but its owner's, save that administrators, who reset a lost one, may know whether
      -- there is one: as the system for this one question.
      create function app_has_second_factor(account uuid) returns boolean language plpgsql volatile as $$
      declare
        before text := current_setting('app.system', true);
        answer boolean;
      begin
        if not app_administrator() then return null; end if;
        perform set_config('app.system', 'on', true);
        answer := exists (select from second_factors f where f.account_id = account and f.secret is not null);
        perform set_config('app.system', coalesce(before, ''), true);
        return answer;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app_has_second_factor(uuid)');
  }
}
