import { likePattern } from '../database/like-pattern.js';
import type { InstitutionFilterDto, ListInstitutionsDto } from './institution-query.dto.js';
import type { SocialIndexGroup } from './vocabulary.js';

const INDEX_RANGE: Record<SocialIndexGroup, [number, number]> = {
  '1-3': [1, 3],
  '4-6': [4, 6],
  '7-9': [7, 9],
};

/** Collects the parameters of a statement while its text is put together. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and answers its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The filter of lists and figures; figures can be asked of a single house, too. */
export type InstitutionConditions = Partial<InstitutionFilterDto> & { institutionId?: string };

/**
 * Conditions on `institutions i` joined with `districts d`, as SQL for a WHERE.
 * @returns at least `true`, so that it can be joined with `and`
 */
export function institutionConditions(filter: InstitutionConditions, parameters: Parameters): string {
  const conditions = ['true'];
  const equals = (column: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${column} = ${parameters.add(value)}`);
  };
  equals('i.id', filter.institutionId);
  equals('i.municipality_id', filter.municipalityId);
  equals('d.id', filter.districtId);
  equals('i.kind', filter.kind);
  equals('i.provider_kind', filter.providerKind);
  equals('i.family_centre', filter.familyCentre);
  equals('coalesce(i.social_situation, d.social_situation)', filter.socialSituation);
  if (filter.socialIndexGroup) {
    const [low, high] = INDEX_RANGE[filter.socialIndexGroup];
    conditions.push(`i.social_index between ${low} and ${high}`);
  }
  if (filter.q !== undefined) conditions.push(searchCondition(parameters.add(likePattern(filter.q))));
  return conditions.join(' and ');
}

/**
 * Institutions taking part at some time from `from` to `to` (placeholders of dates); `requested` is not yet taking part. House by house:
 * without `offset 0` the planner may read the participations of all cities to hash them.
 */
export function participatesBetween(from: string, to: string): string {
  return `exists (select from participations p where p.institution_id = i.id and p.status <> 'requested'
    and p.started_on <= ${to}::date and (p.ended_on is null or p.ended_on >= ${from}::date) offset 0)`;
}

/** The participation a house (`institutions i`) is known by: the open one, else the one that ended last. */
export const KNOWN_PARTICIPATION = `select p.* from participations p where p.institution_id = i.id
  order by p.ended_on is null desc, coalesce(p.ended_on, p.started_on) desc nulls last, p.id desc limit 1`;

/** What the list of institutions asks beyond the filter, as SQL on `institutions i`: archived or not, and how it takes part today. */
export function listConditions(query: Partial<ListInstitutionsDto>, parameters: Parameters): string {
  const archived = `i.archived_at is ${query.archived ? 'not null' : 'null'}`;
  return `${archived} and ${participationCondition(query, parameters)}`;
}

function participationCondition(
  { participation }: Partial<ListInstitutionsDto>,
  parameters: Parameters,
): string {
  if (participation === undefined) return 'true';
  const today = participatesBetween('app_today()', 'app_today()');
  if (participation === 'yes') return today;
  if (participation === 'no') return `not ${today}`;
  return `(select known.status from (${KNOWN_PARTICIPATION}) known) = ${parameters.add(participation)}`;
}

function searchCondition(pattern: string): string {
  return `search_text(concat_ws(' ', i.name, i.short_code, i.street, i.city, i.provider_name)) like '%' || fold(${pattern}) || '%'`;
}
