import type { MigrationInterface, QueryRunner } from 'typeorm';

/** School holidays of a state, from which "four school weeks without an activity" is counted. Both days inclusive. */
export class SchoolHolidays1760000600000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table school_holidays (
        id uuid not null default gen_random_uuid(),
        state text not null,
        name text not null,
        first_day date not null,
        last_day date not null,
        source text not null,
        constraint school_holidays_pk primary key (id),
        constraint school_holidays_uq unique (state, first_day),
        constraint school_holidays_order_ck check (last_day >= first_day)
      );
      insert into school_holidays (state, name, first_day, last_day, source)
      select 'NW', name, first_day::date, last_day::date, 'Ferienordnung NRW (BASS 12-65 Nr. 1, RdErl. v. 19.05.2022), bis 2029/30' from (values
        ('Sommerferien', '2023-06-22', '2023-08-04'),
        ('Herbstferien', '2023-10-02', '2023-10-14'),
        ('Weihnachtsferien', '2023-12-21', '2024-01-05'),
        ('Osterferien', '2024-03-25', '2024-04-06'),
        ('Pfingstferien', '2024-05-21', '2024-05-21'),
        ('Sommerferien', '2024-07-08', '2024-08-20'),
        ('Herbstferien', '2024-10-14', '2024-10-26'),
        ('Weihnachtsferien', '2024-12-23', '2025-01-06'),
        ('Osterferien', '2025-04-14', '2025-04-26'),
        ('Pfingstferien', '2025-06-10', '2025-06-10'),
        ('Sommerferien', '2025-07-14', '2025-08-26'),
        ('Herbstferien', '2025-10-13', '2025-10-25'),
        ('Weihnachtsferien', '2025-12-22', '2026-01-06'),
        ('Osterferien', '2026-03-30', '2026-04-11'),
        ('Pfingstferien', '2026-05-26', '2026-05-26'),
        ('Sommerferien', '2026-07-20', '2026-09-01'),
        ('Herbstferien', '2026-10-17', '2026-10-31'),
        ('Weihnachtsferien', '2026-12-23', '2027-01-06'),
        ('Osterferien', '2027-03-22', '2027-04-03'),
        ('Pfingstferien', '2027-05-18', '2027-05-18'),
        ('Sommerferien', '2027-07-19', '2027-08-31'),
        ('Herbstferien', '2027-10-23', '2027-11-06'),
        ('Weihnachtsferien', '2027-12-24', '2028-01-08'),
        ('Osterferien', '2028-04-10', '2028-04-22'),
        ('Sommerferien', '2028-07-10', '2028-08-22')
      ) as holiday (name, first_day, last_day);

      grant select on school_holidays to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table school_holidays');
  }
}
