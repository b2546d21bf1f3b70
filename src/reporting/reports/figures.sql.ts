import type { Parameters } from '../../institutions/institution-filter.js';
import type { CountedRow, Question } from './report.js';
import type { Database } from '../../database/database.js';
import { byGroup, group } from './grouping.sql.js';

/** Numerator and denominator as SQL; null: a count has none. */
export type FractionSql = [numerator: string, denominator: string | null];

/** How many of the houses take part: what most figures are divided by. */
export const PARTICIPATING = 'count(*) filter (where participating)';

/**
 * Counts each group of the question and all of them together, in one statement.
 * @param sql.with common table expressions
 * @param sql.from one relation that has the keys of `grouped`
 * @param sql.figures aggregates over it, by the code of the figure
 */
export function countRows(
  database: Database,
  question: Question,
  sql: { with: string[]; from: string; figures: Record<string, FractionSql> },
  parameters: Parameters,
): Promise<CountedRow[]> {
  const counts = Object.entries(sql.figures).map(
    ([code, [numerator, denominator]]) =>
      `'${code}', json_build_array(${numerator}, ${denominator ?? 'null'})`,
  );
  return database.query<CountedRow>(
    `with ${sql.with.join(', ')}
     select ${group(question)}, json_build_object(${counts.join(', ')}) as counts
     from ${sql.from} ${byGroup(question)}`,
    parameters.values,
  );
}

/** True for what is about the focus area that is asked for. @param column holds its code */
export function inFocus(column: string, { focusArea }: Question, parameters: Parameters): string {
  return focusArea === undefined ? 'true' : `${column} = ${parameters.add(focusArea)}`;
}

/** The day lies in the period and has come. @param column holds it */
export function inPeriod(column: string, { period }: Question, parameters: Parameters): string {
  return `${column} between ${parameters.add(period.from)}::date and ${parameters.add(period.asOf)}::date`;
}
