import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { heldByGroup } from '../sums/held.sql.js';
import { type City, inQuestion } from './houses.sql.js';
import type { FocusAreaFiguresDto } from './overview.dto.js';

/** What are the activities about? Every focus area on offer, in the programme's order, and any other that was used in the period. */
export async function listFocusAreas(database: Database, city: City): Promise<FocusAreaFiguresDto[]> {
  const parameters = new Parameters();
  return database.query<FocusAreaFiguresDto>(
    `with ${inQuestion(city, parameters)},
     done as (
       select held.focus_area, sum(held.activities)::int as activities, sum(held.minutes)::int as minutes
       from in_question i cross join lateral (
         select held.focus_area, sum(held.activities) as activities, sum(held.minutes) as minutes
         from ${heldByGroup('i.id', city, parameters)} held group by held.focus_area) held
       group by held.focus_area)
     select f.code, f.title, coalesce(done.activities, 0) as activities, coalesce(done.minutes, 0) as minutes
     from focus_areas f left join done on done.focus_area = f.code
     where f.active or done.activities > 0 order by f.position, f.code`,
    parameters.values,
  );
}
