import { joinDistrict } from '../../institutions/districts/district-history.sql.js';
import { institutionConditions, type Parameters } from '../../institutions/institution-filter.js';
import { inReach } from '../overview/houses.sql.js';
import type { AttentionQueryDto } from './attention.dto.js';

/** How many of each kind are named; the others are a number with a way to their list. */
export const NAMED = 10;

/** The columns that say whose matter it is and how the house is reached; `i` and `d` of `housesAsked`. */
export const HOUSE_COLUMNS = `i.id as "institutionId", i.name as "institutionName", d.name as "districtName",
  i.contact_name as "contactName", i.phone, i.email`;

/** The open houses that the filter lets through, as `join …` on the column; to follow a FROM. An archived house has nothing left to do. */
export function housesAsked(column: string, filter: AttentionQueryDto, parameters: Parameters): string {
  return `join institutions i on i.id = ${column} and i.archived_at is null and i.merged_into is null
      and ${inReach('i.municipality_id')}
    ${joinDistrict(null)} and ${institutionConditions(filter, parameters)}`;
}

/** Rows of which each bears the number of all, without that number. */
export function counted<T extends { count: number }>(
  rows: readonly T[],
): { count: number; items: Omit<T, 'count'>[] } {
  return { count: rows[0]?.count ?? 0, items: rows.map(({ count: _, ...item }) => item) };
}
