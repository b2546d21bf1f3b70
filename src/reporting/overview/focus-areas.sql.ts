import type { Database } from '../../database/database.js';
import { joinDistrict } from '../../institutions/districts/district-history.sql.js';
import { institutionConditions, Parameters } from '../../institutions/institution-filter.js';
import { type City, districtDay, heldIn, inReach } from './houses.sql.js';
import type { FocusAreaFiguresDto } from './overview.dto.js';

/** What are the activities about? Every focus area on offer, in the programme's order, and any other that was used in the period. */
export async function listFocusAreas(database: Database, city: City): Promise<FocusAreaFiguresDto[]> {
  const { filter, period } = city;
  const parameters = new Parameters();
  return database.query<FocusAreaFiguresDto>(
    `with done as (
       select a.focus_area, count(*)::int as activities, sum(a.minutes)::int as minutes
       from activities a join institutions i on i.id = a.institution_id ${joinDistrict(districtDay(city, parameters))}
       where ${heldIn(period, parameters)} and ${institutionConditions(filter, parameters)} and ${inReach('i.municipality_id')}
       group by a.focus_area)
     select f.code, f.title, coalesce(done.activities, 0) as activities, coalesce(done.minutes, 0) as minutes
     from focus_areas f left join done on done.focus_area = f.code
     where f.active or done.activities > 0 order by f.position, f.code`,
    parameters.values,
  );
}
