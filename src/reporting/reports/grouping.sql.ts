import type { Parameters } from '../../institutions/institution-filter.js';
import { housesAlone } from '../overview/houses.sql.js';
import type { Dimension } from './report-query.dto.js';
import type { Question } from './report.js';

/** What a house (`institutions i` with its district `d`) has of each dimension, as text. */
const VALUES: Record<Dimension, string> = {
  municipality: 'i.municipality_id::text',
  district: 'h.district_id::text',
  kind: 'i.kind',
  provider_kind: 'i.provider_kind',
  family_centre: 'i.family_centre::text',
  social_index_group: `case when i.social_index <= 3 then '1-3' when i.social_index <= 6 then '4-6'
    when i.social_index <= 9 then '7-9' end`,
  social_situation: 'coalesce(i.social_situation, d.social_situation)',
};

/** The columns that say to which group a row belongs: `g1`, `g2`, or none. */
function keysOf({ groupBy }: Question): string[] {
  return groupBy.map((_, i) => `g${i + 1}`);
}

/**
 * A common table expression to follow `houses`: `grouped`, the same houses with the keys of their group.
 * @param of the relation of the houses
 */
export function grouped(question: Question, of = 'houses'): string {
  if (question.groupBy.length === 0) return `grouped as (select h.* from ${of} h)`;
  const keys = question.groupBy.map((dimension, i) => `${VALUES[dimension]} as g${i + 1}`);
  return `grouped as (select h.*, ${keys.join(', ')}
    from ${of} h join institutions i on i.id = h.id join districts d on d.id = h.district_id)`;
}

/**
 * `houses` (without what they did) and `grouped`, to follow WITH; which houses count does not hang on the focus area. What is counted of
 * them is read house by house (lateral, with an aggregate or `offset 0`), for then neither other houses nor other cities cost anything.
 */
export function everyHouse(question: Question, parameters: Parameters): string {
  return `${housesAlone(question, parameters)}, ${grouped(question)}`;
}

/** The keys for a select list, each with a comma behind it. @param alias the table that has them */
export function keys(question: Question, alias: string): string {
  return keysOf(question)
    .map((key) => `${alias}.${key}, `)
    .join('');
}

/** `total` and `groups` of a row, for the select list of a statement that ends with `byGroup`. */
export function group(question: Question): string {
  const all = keysOf(question).join(', ');
  return all === ''
    ? `true as total, '{}'::text[] as groups`
    : `grouping(${all}) > 0 as total, case when grouping(${all}) > 0 then '{}' else array[${all}] end as groups`;
}

/** Each group, and all of them: from one statement, so that the total counts once what is in two groups. */
export function byGroup(question: Question): string {
  const all = keysOf(question).join(', ');
  return all === '' ? 'group by ()' : `group by grouping sets ((${all}), ())`;
}
