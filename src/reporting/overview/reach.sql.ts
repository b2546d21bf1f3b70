import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { INSTITUTION_KINDS } from '../../institutions/vocabulary.js';
import { type City, houses } from './houses.sql.js';
import type { KindFiguresDto, OverviewDto } from './overview.dto.js';

interface KindRow extends KindFiguresDto {
  groups: number;
  activeGroups: number;
  enrolled: number;
  reached: number;
}

const NONE = { total: 0, participating: 0, active: 0, groups: 0, activeGroups: 0, enrolled: 0, reached: 0 };

/** What of the overview comes from one look at its houses. */
type Reached = OverviewDto['institutions'] & Pick<OverviewDto, 'groups' | 'children'>;

/**
 * How many institutions does the programme reach? Participating of all, and active, each kind for itself: those that do not take part
 * are the denominator. (Reach, institutions, of the RE-AIM figures.)
 *
 * And how many children, of those it could? Sizes of the groups with at least one activity, of the sizes of all groups of the
 * participating houses. (Reach, children, and participation inside an institution.)
 */
export async function countInstitutions(database: Database, city: City): Promise<Reached> {
  const parameters = new Parameters();
  const sum = (column: string): string =>
    `coalesce(sum(${column}) filter (where participating or active), 0)::int`;
  const rows = await database.query<KindRow>(
    `with ${houses(city, parameters)}
     select kind, count(*)::int as total, (count(*) filter (where participating))::int as participating,
       (count(*) filter (where active))::int as active, ${sum('groups')} as groups, ${sum('active_groups')} as "activeGroups",
       ${sum('enrolled')} as enrolled, ${sum('reached')} as reached
     from houses group by kind`,
    parameters.values,
  );
  const kinds = INSTITUTION_KINDS.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, ...NONE });
  const all = (figure: keyof typeof NONE): number => kinds.reduce((total, row) => total + row[figure], 0);
  const byKind = kinds.map(({ kind, total, participating, active }) => ({
    ...{ kind, total, participating, active },
  }));
  return {
    ...{ total: all('total'), participating: all('participating'), active: all('active'), byKind },
    groups: { total: all('groups'), active: all('activeGroups') },
    children: { reached: all('reached'), enrolled: all('enrolled') },
  };
}
