import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which modules of the catalogue are good for which tasks of the motor-skills tests. Kept with the module, by administrators. */
export class ModuleItems1760003300000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table module_items (
        module_id uuid not null,
        item_code text not null,
        constraint module_items_pk primary key (module_id, item_code),
        constraint module_items_module_fk foreign key (module_id) references modules (id) on delete cascade,
        constraint module_items_item_fk foreign key (item_code) references test_items (code)
      );
      create index module_items_item_ix on module_items (item_code);

      alter table module_items enable row level security, force row level security;
      create policy module_items_read on module_items for select to olympia_app using (true);
      create policy module_items_write on module_items to olympia_app using ((select app_administrator()) or (select app_system()));
      grant select, insert, delete on module_items to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table module_items');
  }
}
