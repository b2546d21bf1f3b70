import type { Database } from '../../database/database.js';
import { districtsOn } from '../../institutions/districts/district-history.sql.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { type City, districtDay, houses } from '../overview/houses.sql.js';
import { standing } from '../overview/standing.sql.js';
import type { MapHouseDto } from './map.dto.js';

/** Where are the institutions, and how do they stand? All that the overview counts, by name; at most `limit`. */
export async function listMapHouses(database: Database, city: City, limit: number): Promise<MapHouseDto[]> {
  const parameters = new Parameters();
  return database.query<MapHouseDto>(
    `with ${houses(city, parameters)}, ${standing(city, parameters)}
     select h.id as "institutionId", h.name, h.kind, h.district_id as "districtId", d.name as "districtName", i.latitude, i.longitude,
       case when h.quiet then 'quiet' when h.active then 'active' when h.participating then 'waiting' else 'absent' end as state,
       h.groups, h.active_groups as "activeGroups", h.reached as "childrenReached", h.activities, h.minutes,
       h.last_activity_on::text as "lastActivityOn", h.days_since as "daysSince"
     from standing h join institutions i on i.id = h.id join ${districtsOn(districtDay(city, parameters))} d on d.id = h.district_id
     where h.counted order by h.name, h.id limit ${parameters.add(limit)}`,
    parameters.values,
  );
}
