import { joinDistrictOfYear } from '../../institutions/districts/district-history.sql.js';
import { institutionConditions } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { firstDayOf, lastDayOf } from '../../kernel/calendar/school-year.js';
import { code, type Column, id, text } from './columns.js';
import type { ExportProgrammeDto } from './export.dto.js';
import type { Literals } from './literals.js';
import { KIND_WORDS } from './words.js';

/** Where a row of a house belongs, after `joinHouse`. */
export const HOUSE_COLUMNS: Column[] = [
  text('municipality', 'Kommune', 'm.name'),
  text('district', 'Stadtbezirk', 'd.name'),
  id('institution_id', 'i.id'),
  text('institution', 'Einrichtung', 'i.name', 36),
  code({ name: 'kind', title: 'Art', sql: 'i.kind', width: 9 }, KIND_WORDS),
];

/** Joins `institutions i`, `districts d` as they were at the end of the year (today, while it runs) and `municipalities m`. */
export function joinHouse(
  column: string,
  { schoolYear }: Pick<ExportProgrammeDto, 'schoolYear'>,
  today: CalendarDate,
  literals: Literals,
): string {
  return `join institutions i on i.id = ${column} ${joinDistrictOfYear(schoolYear, today, literals)}
    join municipalities m on m.id = i.municipality_id`;
}

/** Rows of the filter's houses whose day (an SQL expression) lies in the school year. */
export function houseConditions(query: ExportProgrammeDto, day: string, literals: Literals): string {
  const only = query.institutionId === undefined ? 'true' : `i.id = ${literals.add(query.institutionId)}`;
  return `${institutionConditions(query, literals)} and ${only} and ${inYear(query, day, literals)}`;
}

/** The day lies in the school year, if one is asked for. */
export function inYear(
  { schoolYear }: Pick<ExportProgrammeDto, 'schoolYear'>,
  day: string,
  literals: Literals,
): string {
  if (schoolYear === undefined) return 'true';
  return `${day} between ${literals.add(firstDayOf(schoolYear))}::date and ${literals.add(lastDayOf(schoolYear))}::date`;
}
