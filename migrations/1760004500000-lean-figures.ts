import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What migration 1760004300000 did for entering activities, for figures: the same policies in smaller plans. A figure reads six to ten
 * tables, and planning what their policies might ask took longer than counting.
 */
export class LeanFigures1760004500000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Registrations of the actor's own record.
      create function app_own_registrations() returns setof uuid language plpgsql stable parallel safe as $$
      begin
        return query select r.id from training_registrations r
          where r.staff_member_id in (select s.id from staff_members s where s.account_id = app_actor_id());
      end $$;
      -- The actor's own records among the staff.
      create function app_own_records() returns setof uuid language plpgsql stable parallel safe as $$
      begin
        return query select s.id from staff_members s where s.account_id = app_actor_id();
      end $$;
      -- Trainings that the actor sees, and those that are the actor's to govern.
      create function app_trainings() returns setof uuid language plpgsql stable parallel safe as $$
      begin
        return query select t.id from trainings t;
      end $$;
      create function app_city_trainings() returns setof uuid language plpgsql stable parallel safe as $$
      begin
        return query select t.id from trainings t where t.municipality_id = any (app_municipalities()) or app_system();
      end $$;
    `);
    await runner.query(
      policies({
        cityHouses: 'select app_city_houses()',
        ownRegistrations: 'select app_own_registrations()',
        ownRecords: 'select app_own_records()',
        trainings: 'select app_trainings()',
        cityTrainings: 'select app_city_trainings()',
      }),
    );
  }

  public async down(runner: QueryRunner): Promise<void> {
    const ownRecords = 'select s.id from staff_members s where s.account_id = (select app_actor_id())';
    const cities = 't.municipality_id = any ((select app_municipalities())::uuid[])';
    await runner.query(
      policies({
        cityHouses:
          'select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[])',
        ownRegistrations: `select r.id from training_registrations r where r.staff_member_id in (${ownRecords})`,
        ownRecords,
        trainings: 'select t.id from trainings t',
        cityTrainings: `select t.id from trainings t where ${cities} or (select app_system())`,
      }),
    );
    await runner.query(`
      drop function app_city_trainings();
      drop function app_trainings();
      drop function app_own_records();
      drop function app_own_registrations();
    `);
  }
}

/** SQL for the ids that the policies look up. */
interface Looks {
  cityHouses: string;
  ownRegistrations: string;
  ownRecords: string;
  trainings: string;
  cityTrainings: string;
}

function policies({ cityHouses, ownRegistrations, ownRecords, trainings, cityTrainings }: Looks): string {
  const among = (houses: string): string => `institution_id = any ((select ${houses})::uuid[])`;
  const [isLed, isOfCity] = [among('app_lead_houses()'), `institution_id in (${cityHouses})`];
  const [lead, administrator, system] = ['programme_lead', 'administrator', 'system'].map(
    (role) => `(select app_${role}())`,
  );
  const anybody = [among('app_houses()'), isOfCity, lead, administrator, system].join(' or ');
  const counted = [among('app_houses()'), isOfCity, lead, system].join(' or ');
  const looksAfter = among('app_lead_houses() || app_coach_houses()');
  return `
    alter policy activity_weeks_read on activity_weeks using (${counted});
    alter policy activity_years_read on activity_years using (${counted});
    alter policy closing_days_read on closing_days using (${anybody});
    alter policy closing_days_write on closing_days using (${isLed} or ${isOfCity} or ${administrator} or ${system});
    alter policy institution_districts_read on institution_districts using (${anybody});
    alter policy institution_districts_write on institution_districts using (${isOfCity} or ${administrator} or ${system});
    alter policy module_bookings_read on module_bookings using (${counted});
    alter policy module_bookings_write on module_bookings using (${looksAfter} or ${isOfCity} or ${system});
    alter policy coach_contacts_read on coach_contacts using (${looksAfter} or ${isOfCity} or ${lead} or ${system});
    alter policy staff_positions_read on staff_positions using (${anybody});
    alter policy staff_positions_write on staff_positions using (${isLed} or ${isOfCity} or ${system})
      with check ((${isLed} or ${isOfCity} or ${system}) and app_sees_staff(staff_member_id));
    alter policy training_registrations_read on training_registrations using (${isLed} or staff_member_id in (${ownRecords}));
    alter policy training_registrations_write on training_registrations using (${isOfCity} or ${system});
    alter policy training_attendances_read on training_attendances
      using (${isLed} or registration_id in (${ownRegistrations}) or ${lead});
    alter policy training_attendances_write on training_attendances using (${isOfCity} or ${system});
    alter policy training_sessions_read on training_sessions using (training_id in (${trainings}));
    alter policy training_sessions_write on training_sessions using (training_id in (${cityTrainings}));`;
}
