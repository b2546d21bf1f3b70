import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { type CalendarDate, isoWeek } from '../../kernel/calendar/calendar-date.js';
import { heldByWeek, mondayOf } from '../sums/held.sql.js';
import { type City, inQuestion, inReach } from './houses.sql.js';
import type { WeekDto } from './overview.dto.js';
import type { Period } from './period.js';
import { isSchoolHoliday } from './standing.sql.js';

interface WeekRow extends Omit<WeekDto, 'week'> {
  monday: CalendarDate;
}

/**
 * How does the year go? Activities and minutes in each ISO week from the one with 1 August to the one of the period's day; a week without
 * any is there with zeros. `holiday`: Monday to Friday are all school holidays, in the states of all municipalities that are asked for.
 */
export async function listWeeks(database: Database, city: City<Period>): Promise<WeekDto[]> {
  const { filter, period } = city;
  const parameters = new Parameters();
  const [from, asOf] = [parameters.add(period.from), parameters.add(period.asOf)];
  const municipality =
    filter.municipalityId === undefined ? 'true' : `m.id = ${parameters.add(filter.municipalityId)}`;
  const rows = await database.query<WeekRow>(
    `with ${inQuestion(city, parameters)},
     weeks as (
       select monday::date from generate_series(date_trunc('week', ${from}::timestamp), ${asOf}::timestamp, '7 days') monday),
     done as (
       select ${mondayOf('held.week')} as monday, sum(held.activities)::int as activities,
         sum(held.minutes)::int as minutes
       from in_question i cross join lateral (
         select held.week, sum(held.activities) as activities, sum(held.minutes) as minutes
         from ${heldByWeek('i.id', city, parameters)} held group by held.week) held
       group by 1),
     states as (
       select distinct m.state from municipalities m where m.archived_at is null and ${inReach('m.id')} and ${municipality})
     select weeks.monday::text, coalesce(done.activities, 0) as activities, coalesce(done.minutes, 0) as minutes,
       exists (select from states) and not exists (select from states, generate_series(0, 4) n
         where not ${isSchoolHoliday('states.state', 'weeks.monday + n')}) as holiday
     from weeks left join done on done.monday = weeks.monday order by weeks.monday`,
    parameters.values,
  );
  return rows.map((row) => ({ week: isoWeek(row.monday), ...row }));
}
