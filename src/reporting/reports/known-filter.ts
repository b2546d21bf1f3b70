import type { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { inReach } from '../overview/houses.sql.js';
import type { ReportQueryDto } from './report-query.dto.js';

type Names = Pick<ReportQueryDto, 'municipalityId' | 'districtId' | 'institutionId' | 'focusArea'>;

/** The city (an SQL expression) is the asker's, or has a house of theirs. */
const isTheirs = (city: string): string => `(${inReach(city)} or exists (select from institutions i
  where i.municipality_id = ${city} and i.id = any ((select app_houses())::uuid[])))`;

const FOUND = {
  municipalityId: `select 1 from municipalities m where m.id = $1 and ${isTheirs('m.id')}`,
  districtId: `select 1 from districts d where d.id = $1 and ${isTheirs('d.municipality_id')}`,
  institutionId: `select 1 from institutions i where i.id = $1 and ${isTheirs('i.municipality_id')}`,
  focusArea: 'select 1 from focus_areas f where f.code = $1',
};

const WORDS = {
  municipalityId: 'Kommune: Diese Kommune gibt es hier nicht (mehr).',
  districtId: 'Stadtbezirk: Diesen Stadtbezirk gibt es hier nicht (mehr).',
  institutionId: 'Einrichtung: Diese Einrichtung gibt es hier nicht (mehr).',
};

/**
 * A figure of something that is not there would be zeros that look like an answer. Asked as the person, whoever counts afterwards.
 * @throws Problem 404 for a city, a district or a house that is not there or not theirs to count, 422 for an unknown focus area
 */
export async function assertKnown(database: Database, query: Names): Promise<void> {
  for (const name of ['municipalityId', 'districtId', 'institutionId'] as const) {
    if (!(await isFound(database, name, query))) throw Problem.unknownReference(name, WORDS[name]);
  }
  if (!(await isFound(database, 'focusArea', query))) {
    throw Problem.invalid('focusArea', 'Schwerpunkt: Diesen Schwerpunkt gibt es nicht.');
  }
}

async function isFound(database: Database, name: keyof Names, query: Names): Promise<boolean> {
  const value = query[name];
  return value === undefined || (await database.query(FOUND[name], [value])).length > 0;
}
