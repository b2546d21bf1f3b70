import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Letters on their way: written in the transaction of what they tell about, handed to the mail server afterwards by a job.
 *
 * They name people of the staff, so those read them who may read those names: the coordinators. Whoever's work makes a letter (a lead
 * who gives back a place) may put it in, but does not see it.
 */
export class MailOutbox1760002210000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail_outbox (
        id uuid not null,
        municipality_id uuid not null,
        kind text not null,
        recipient_name text,
        recipient_address text not null,
        letter jsonb not null,
        state text not null,
        attempts smallint not null default 0,
        last_error text,
        once_key text,
        created_at timestamptz not null default now(),
        due_at timestamptz not null default now(),
        useless_after timestamptz,
        sent_at timestamptz,
        version integer not null default 1,
        constraint mail_outbox_pk primary key (id),
        constraint mail_outbox_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint mail_outbox_once_uq unique (once_key),
        constraint mail_outbox_state_ck check (state in ('waiting', 'sent', 'failed', 'not_configured')),
        constraint mail_outbox_sent_ck check ((state = 'sent') = (sent_at is not null)),
        constraint mail_outbox_attempts_ck check (attempts >= 0)
      );
      create index mail_outbox_list_ix on mail_outbox (municipality_id, created_at, id);
      create index mail_outbox_state_ix on mail_outbox (state, created_at);

      alter table mail_outbox enable row level security, force row level security;
      create policy mail_outbox_read on mail_outbox for select to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system()));
      create policy mail_outbox_add on mail_outbox for insert to olympia_app
        with check ((select app_actor_id()) is not null or (select app_system()));
      create policy mail_outbox_change on mail_outbox for update to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system()));
      create policy mail_outbox_tidy on mail_outbox for delete to olympia_app using ((select app_system()));
      grant select, insert, update, delete on mail_outbox to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail_outbox');
  }
}
