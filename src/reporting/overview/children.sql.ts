import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { type City, houses } from './houses.sql.js';

export interface ChildFigures {
  groupsTotal: number;
  groupsActive: number;
  reached: number;
  enrolled: number;
}

/**
 * How many children does the programme reach, of those it could? Sizes of the groups with at least one activity, of the sizes of all
 * groups of the participating houses. (Reach, children, and participation inside an institution.)
 */
export async function countChildren(database: Database, city: City): Promise<ChildFigures> {
  const parameters = new Parameters();
  const [row] = await database.query<ChildFigures>(
    `with ${houses(city, parameters)}
     select coalesce(sum(groups), 0)::int as "groupsTotal", coalesce(sum(active_groups), 0)::int as "groupsActive",
       coalesce(sum(reached), 0)::int as reached, coalesce(sum(enrolled), 0)::int as enrolled
     from houses where participating or active`,
    parameters.values,
  );
  return row ?? { groupsTotal: 0, groupsActive: 0, reached: 0, enrolled: 0 };
}
