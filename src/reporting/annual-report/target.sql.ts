import type { Database } from '../../database/database.js';
import type { YearTarget } from './annual-figures.js';

/** What the municipality wanted to reach in the school year; null: it set no target. */
export async function findTarget(
  database: Database,
  { municipalityId, schoolYear }: { municipalityId: string; schoolYear: number },
): Promise<YearTarget | null> {
  const [row] = await database.query<YearTarget>(
    `select institutions, children, teaching_units as "teachingUnits", consultations,
            weekly_minutes as "weeklyMinutes"
     from targets
     where municipality_id = $1 and school_year = $2`,
    [municipalityId, schoolYear],
  );
  return row ?? null;
}
