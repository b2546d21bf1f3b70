import type { Database } from '../../database/database.js';
import { districtsOn, existedOn } from '../../institutions/districts/district-history.sql.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { type City, districtDay, houses, inReach } from './houses.sql.js';
import type { DistrictFiguresDto } from './overview.dto.js';

/**
 * Where in the city does the programme arrive? Every district of the municipalities asked for, also one without any institution, in the
 * city's own order. An archived district is left out unless it still has institutions that count.
 */
export async function listDistricts(database: Database, city: City): Promise<DistrictFiguresDto[]> {
  const parameters = new Parameters();
  const { municipalityId, districtId } = city.filter;
  const day = districtDay(city, parameters);
  const where = (column: string, value: string | undefined): string =>
    value === undefined ? 'true' : `${column} = ${parameters.add(value)}`;
  return database.query<DistrictFiguresDto>(
    `with ${houses(city, parameters)}
     select d.id as "districtId", d.name, m.id as "municipalityId", m.name as "municipalityName",
       count(h.id)::int as total, (count(*) filter (where h.participating))::int as participating,
       (count(*) filter (where h.active))::int as active, coalesce(sum(h.activities), 0)::int as activities,
       coalesce(sum(h.minutes), 0)::int as minutes, coalesce(sum(h.reached), 0)::int as "childrenReached"
     from ${districtsOn(day)} d join municipalities m on m.id = d.municipality_id left join houses h on h.district_id = d.id
     where ${inReach('m.id')} and ${where('m.id', municipalityId)} and ${where('d.id', districtId)}
       and ((d.archived_at is null and ${existedOn(day)}) or h.id is not null)
     group by d.id, d.name, d.position, m.id order by m.name, d.position, d.name, d.id`,
    parameters.values,
  );
}
