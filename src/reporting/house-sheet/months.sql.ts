import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { type City, housesAlone } from '../overview/houses.sql.js';
import { expectedWeeks } from '../reports/expected-weeks.sql.js';
import type { SheetMonthDto } from './house-sheet.dto.js';

/** How complete are the entries of a house, month by month of the period? (Meldequote, as counted everywhere.) */
export async function listMonths(
  database: Database,
  city: City,
  today: CalendarDate,
): Promise<SheetMonthDto[]> {
  const parameters = new Parameters();
  const { period } = city;
  return database.query<SheetMonthDto>(
    `with ${housesAlone(city, parameters)}, ${expectedWeeks({ houses: 'houses', period, today }, parameters)}
     select to_char(w.thursday, 'YYYY-MM') as month, count(*)::int as expected, (count(*) filter (where w.reported))::int as reported,
       (count(*) filter (where w.on_time))::int as "onTime"
     from expected_weeks w group by 1 order by 1`,
    parameters.values,
  );
}

/** The day of the house's last activity, in whatever school year. */
export async function findLastActivity(database: Database, institutionId: string): Promise<string | null> {
  const [row] = await database.query<{ day: string | null }>(
    'select max(a.held_on)::text as day from activities a where a.institution_id = $1 and a.deleted_at is null',
    [institutionId],
  );
  return row?.day ?? null;
}
