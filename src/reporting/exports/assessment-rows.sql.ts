import { firstDayOf, lastDayOf } from '../../kernel/calendar/school-year.js';
import { SEX_WORDS, WAVE_WORDS } from './assessment-words.js';
import { code, type Column, id, text, typed } from './columns.js';
import type { ExportAssessmentsDto } from './export.dto.js';
import type { Literals } from './literals.js';

/** Who was tested, after joins of `institutions i` and `children c`. Policies leave only the houses of the asker. */
export const CHILD_COLUMNS: Column[] = [
  id('institution_id', 'i.id'),
  text('institution', 'Einrichtung', 'i.name', 36),
  id('child_id', 'c.id'),
  text('child', 'Kind', 'c.code', 8),
  code({ name: 'sex', title: 'Geschlecht', sql: 'c.sex', width: 13 }, SEX_WORDS),
  text('birth_month', 'Geburtsmonat', `to_char(c.birth_month, 'YYYY-MM')`, 13),
];

/** With which battery and when, after joins of `test_batteries b`; `wave` and `day` are SQL. */
export function occasionColumns(wave: string, day: string): Column[] {
  return [
    typed('whole', 'school_year', 'Schuljahr ab', schoolYearSql(day)),
    code({ name: 'wave', title: 'Welle', sql: wave, width: 14 }, WAVE_WORDS),
    typed('date', 'tested_on', 'Getestet am', day),
    typed('decimal', 'age_years', 'Alter in Jahren', ageSql(day)),
    text('battery', 'Testbatterie', 'b.code', 14),
    typed('whole', 'battery_version', 'Version der Batterie', 'b.version'),
  ];
}

/** A number as it was measured, without zeros at its end. */
export function plain(sql: string): string {
  return `trim_scale((${sql})::numeric)`;
}

/** A computed number, to four places. */
export function rounded(sql: string): string {
  return `trim_scale(round((${sql})::numeric, 4))`;
}

/** As `schoolYearOf`: a school year begins in August. */
export function schoolYearSql(day: string): string {
  return `extract(year from ${day} - interval '7 months')`;
}

/** As `ageInYears`: exact years since the middle of the month of birth. */
function ageSql(day: string): string {
  const born = `(c.birth_month + 14)`;
  const years = `extract(year from age(${day}, ${born}))`;
  const birthday = (of: string): string => `(${born} + make_interval(years => (${of})::int))::date`;
  const since = `(${day} - ${birthday(years)})::numeric / (${birthday(`${years} + 1`)} - ${birthday(years)})`;
  return rounded(`${years} + ${since}`);
}

/** Which rows; the data package is also asked for one municipality. */
export type AssessmentRows = ExportAssessmentsDto & { municipalityId?: string };

/** The rows that are asked for, after joins of `test_days d`. */
export function assessmentConditions(
  { municipalityId, institutionId, testDayId, schoolYear }: AssessmentRows,
  literals: Literals,
): string {
  const conditions = [
    municipalityId !== undefined &&
      `d.institution_id in (select h.id from institutions h where h.municipality_id = ${literals.add(municipalityId)})`,
    institutionId !== undefined && `d.institution_id = ${literals.add(institutionId)}`,
    testDayId !== undefined && `d.id = ${literals.add(testDayId)}`,
    schoolYear !== undefined &&
      `d.held_on between ${literals.add(firstDayOf(schoolYear))}::date and ${literals.add(lastDayOf(schoolYear))}::date`,
  ];
  return conditions.filter((condition) => condition !== false).join(' and ') || 'true';
}

/** A child's tests with their results and the scores that count. */
export const RESULT_ROWS = `assessments a
  join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
  join results r on r.institution_id = a.institution_id and r.assessment_id = a.id
  left join scores s on s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null`;
