import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { INSTITUTION_KINDS } from '../../institutions/vocabulary.js';
import { type City, houses } from './houses.sql.js';
import type { InstitutionFiguresDto, KindFiguresDto } from './overview.dto.js';

/**
 * How many institutions does the programme reach? Participating of all, and active, each kind for itself: those that do not take part
 * are the denominator. (Reach, institutions, of the RE-AIM figures.)
 */
export async function countInstitutions(database: Database, city: City): Promise<InstitutionFiguresDto> {
  const parameters = new Parameters();
  const rows = await database.query<KindFiguresDto>(
    `with ${houses(city, parameters)}
     select kind, count(*)::int as total, (count(*) filter (where participating))::int as participating,
       (count(*) filter (where active))::int as active
     from houses group by kind`,
    parameters.values,
  );
  const byKind = INSTITUTION_KINDS.map(
    (kind) => rows.find((row) => row.kind === kind) ?? { kind, total: 0, participating: 0, active: 0 },
  );
  const sum = (figure: 'total' | 'participating' | 'active'): number =>
    byKind.reduce((total, row) => total + row[figure], 0);
  return { total: sum('total'), participating: sum('participating'), active: sum('active'), byKind };
}
