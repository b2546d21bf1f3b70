import type { InstitutionFilterDto } from './institution-query.dto.js';
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

/**
 * Conditions on `institutions i` joined with `districts d`, as SQL for a WHERE.
 * @returns at least `true`, so that it can be joined with `and`
 */
export function institutionConditions(filter: Partial<InstitutionFilterDto>, parameters: Parameters): string {
  const conditions = ['true'];
  const equals = (column: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${column} = ${parameters.add(value)}`);
  };
  equals('i.municipality_id', filter.municipalityId);
  equals('i.district_id', filter.districtId);
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

/** Institutions taking part at some time from `from` to `to` (placeholders of dates); `requested` is not yet taking part. */
export function participatesBetween(from: string, to: string): string {
  return `exists (select from participations p where p.institution_id = i.id and p.status <> 'requested'
    and p.started_on <= ${to}::date and (p.ended_on is null or p.ended_on >= ${from}::date))`;
}

function searchCondition(pattern: string): string {
  return `search_text(concat_ws(' ', i.name, i.short_code, i.street, i.city, i.provider_name)) like '%' || fold(${pattern}) || '%'`;
}

// `%` and `_` are letters to a person who searches.
function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
