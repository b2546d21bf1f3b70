import type { Database } from '../../database/database.js';
import { districtsOn } from '../../institutions/districts/district-history.sql.js';
import { Parameters } from '../../institutions/institution-filter.js';
import {
  INSTITUTION_KINDS,
  PROVIDER_KINDS,
  SOCIAL_INDEX_GROUPS,
  SOCIAL_SITUATIONS,
} from '../../institutions/vocabulary.js';
import { KIND_WORDS, PROVIDER_WORDS, SITUATION_WORDS } from '../exports/words.js';
import { districtDay, inReach } from '../overview/houses.sql.js';
import type { Dimension } from './report-query.dto.js';
import type { Question } from './report.js';

/** The values of a dimension in the order of the rows, each with its German title. */
export type Titles = Map<string | null, string>;

const NONE = 'ohne Angabe';

export const DIMENSION_TITLES: Record<Dimension, string> = {
  municipality: 'Kommune',
  district: 'Stadtbezirk',
  kind: 'Art',
  provider_kind: 'Träger',
  family_centre: 'Familienzentrum',
  social_index_group: 'Schulsozialindex',
  social_situation: 'Soziale Lage',
};

/** The words of the codes, in the order of the rows. */
const words = <T extends string>(codes: readonly T[], of: Record<T, string>): Record<string, string> =>
  Object.fromEntries(codes.map((code) => [code, of[code]]));

const INDEX_WORDS = { '1-3': '1 bis 3', '4-6': '4 bis 6', '7-9': '7 bis 9' };

/** Codes of the dimensions that are the same in every city. */
export const FIXED_TITLES: Record<Exclude<Dimension, 'municipality' | 'district'>, Record<string, string>> = {
  kind: words(INSTITUTION_KINDS, KIND_WORDS),
  provider_kind: words(PROVIDER_KINDS, PROVIDER_WORDS),
  family_centre: words(['true', 'false'], { true: 'Familienzentrum', false: 'kein Familienzentrum' }),
  social_index_group: words(SOCIAL_INDEX_GROUPS, INDEX_WORDS),
  social_situation: words(SOCIAL_SITUATIONS, SITUATION_WORDS),
};

/** The titles of a dimension's values; districts in the city's order, under the names of the period, and with their town where two bear one name. */
export async function titlesOf(
  database: Database,
  dimension: Dimension,
  question: Question,
): Promise<Titles> {
  if (dimension === 'municipality') return listMunicipalities(database);
  if (dimension === 'district') return listDistricts(database, question);
  return new Map<string | null, string>([...Object.entries(FIXED_TITLES[dimension]), [null, NONE]]);
}

async function listMunicipalities(database: Database): Promise<Titles> {
  const rows = await database.query<{ id: string; title: string }>(
    'select id, name as title from municipalities order by name, id',
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

async function listDistricts(database: Database, question: Question): Promise<Titles> {
  const parameters = new Parameters();
  const { municipalityId } = question.filter;
  const here = municipalityId === undefined ? 'true' : `m.id = ${parameters.add(municipalityId)}`;
  const rows = await database.query<{ id: string; title: string }>(
    `select d.id, case when count(*) over (partition by d.name) > 1 then d.name || ' (' || m.name || ')' else d.name end as title
     from ${districtsOn(districtDay(question, parameters))} d join municipalities m on m.id = d.municipality_id
     where ${inReach('m.id')} and ${here} order by m.name, d.position, d.name, d.id`,
    parameters.values,
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}
