import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What hangs on an account and stays without it: column by table, with its foreign key. */
const AUTHORSHIP = [
  { table: 'activities', column: 'author_id', key: 'activities_author_fk' },
  { table: 'coach_contacts', column: 'coach_id', key: 'coach_contacts_coach_fk' },
  { table: 'coach_assignments', column: 'account_id', key: 'coach_assignments_account_fk' },
];

/** Rows that only the retention run takes away. */
const SYSTEM_ERASES = ['activities', 'invitations', 'activity_reminders'];

const REASONS = "'consent_withdrawn', 'child_removed', 'corrected', 'retention'";

/**
 * What is needed for erasing: accounts go and leave what they did behind without a name, rows older than their rule may be taken away by the
 * system and by nobody else, and what was erased by request or by rule is in a journal. Why it is like this: docs/decisions, "What is kept how
 * long".
 */
export class Retention1760006100000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await this.accounts(runner);
    await this.journal(runner);
    for (const table of SYSTEM_ERASES) {
      await runner.query(`
        create policy ${table}_erase on ${table} for delete to olympia_app using ((select app_system()));
        grant delete on ${table} to olympia_app;
      `);
    }
    // Links for new passwords belong to the system altogether.
    await runner.query('grant delete on password_resets to olympia_app');
    await runner.query('alter table staff_members add erased_at timestamptz');
    // Null: a letter to somebody of no municipality, which no coordinator sees.
    await runner.query('alter table mail_outbox alter municipality_id drop not null');
  }

  private async accounts(runner: QueryRunner): Promise<void> {
    for (const { table, column, key } of AUTHORSHIP) {
      await runner.query(`
        alter table ${table} alter ${column} drop not null, drop constraint ${key};
        alter table ${table} add constraint ${key} foreign key (${column}) references accounts (id) on delete set null;
      `);
    }
    await runner.query(`
      -- The day on which the person was told that the account will be erased.
      alter table accounts add expiry_warned_on date;
      -- The other policy would let everybody erase themselves.
      create policy accounts_erase on accounts as restrictive for delete to olympia_app using ((select app_system()));
      grant delete on accounts to olympia_app;
    `);
  }

  private async journal(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table erasures drop constraint erasures_reason_ck,
        add constraint erasures_reason_ck check (reason in (${REASONS}, 'requested'));

      -- Accounts belong to no institution.
      alter table erasures drop constraint erasures_pk, add constraint erasures_pk primary key (id),
        alter institution_id drop not null;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    // Forced policies hold the owner off, too, and hide from a new foreign key what it points at; lifting them locks the tables for the transaction.
    const lifted = ['accounts', 'mail_outbox', 'erasures', ...AUTHORSHIP.map(({ table }) => table)];
    for (const table of lifted) await runner.query(`alter table ${table} no force row level security`);
    await runner.query(`
      delete from mail_outbox where municipality_id is null;
      alter table mail_outbox alter municipality_id set not null;
      alter table staff_members drop erased_at;
      revoke delete on password_resets from olympia_app;
      delete from erasures where institution_id is null;
      alter table erasures drop constraint erasures_pk, add constraint erasures_pk primary key (institution_id, id);
      update erasures set reason = 'retention' where reason = 'requested';
      alter table erasures drop constraint erasures_reason_ck,
        add constraint erasures_reason_ck check (reason in (${REASONS}));
      revoke delete on accounts from olympia_app;
      drop policy accounts_erase on accounts;
      alter table accounts drop expiry_warned_on;
    `);
    for (const table of SYSTEM_ERASES) {
      await runner.query(
        `revoke delete on ${table} from olympia_app; drop policy ${table}_erase on ${table};`,
      );
    }
    for (const { table, column, key } of AUTHORSHIP) {
      // What nobody did any more cannot be told in the older form.
      await runner.query(`
        delete from ${table} where ${column} is null;
        alter table ${table} alter ${column} set not null, drop constraint ${key};
        alter table ${table} add constraint ${key} foreign key (${column}) references accounts (id);
      `);
    }
    for (const table of lifted) await runner.query(`alter table ${table} force row level security`);
  }
}
