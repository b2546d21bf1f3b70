import { code, type Column, id, type Table, text, typed } from '../exports/columns.js';
import { Literals } from '../exports/literals.js';
import { DIMENSION_TITLES, FIXED_TITLES } from './group-titles.js';
import type { Dimension } from './report-query.dto.js';
import type { FractionDto, ReportDto, ReportRowDto } from './report.dto.js';
import { REPORTS } from './reports.js';

/** One number of a report in a line of its own, as JSON; the names of its fields are the columns of `LINE`. */
interface Line extends Record<string, string | number | boolean | null> {
  place: number;
}

const LINE = `(place integer, "row" text, value_1 text, title_1 text, value_2 text, title_2 text, figure text, figure_title text, kind text,
  unit text, decimals integer, numerator numeric, numerator_title text, denominator numeric, denominator_title text, value numeric,
  previous_numerator numeric, previous_denominator numeric, previous_value numeric, definition text)`;

const ROW_WORDS = { total: 'Gesamt', group: 'Gruppe' };
const KIND_OF_FIGURE = { share: 'Anteil', ratio: 'Verhältnis', count: 'Anzahl' };

const FIGURE_WORDS = Object.fromEntries(
  Object.values(REPORTS).flatMap(({ figures }) => figures.map(({ code: figure, title }) => [figure, title])),
);

/** A count is whole or has few decimals; what people read of a share is its percentage. */
const amount = (name: string, title: string): Column => ({
  ...typed('decimal', name, title, `r.${name}`),
  spoken: `trim_scale(round(r.${name}, 2))`,
});
const result = (name: string, title: string): Column => ({
  ...typed('decimal', name, title, `r.${name}`),
  spoken: `round(r.${name} * case r.kind when 'share' then 100 else 1 end, r.decimals)`,
});

/** The columns of a report's file: its groups, then one number in each line. */
export function reportColumns(groupBy: readonly Dimension[], period: ReportDto['period']): Column[] {
  const literals = new Literals();
  const day = (value: string): string => `${literals.add(value)}::date`;
  return [
    code({ name: 'row', title: 'Zeile', sql: 'r."row"', width: 10 }, ROW_WORDS),
    ...groupBy.flatMap((dimension, i) => groupColumns(dimension, i + 1)),
    { ...text('figure', 'Kennzahl', 'r.figure', 44), spoken: 'r.figure_title', words: FIGURE_WORDS },
    code({ name: 'kind_of_figure', title: 'Art der Zahl', sql: 'r.kind', width: 12 }, KIND_OF_FIGURE),
    {
      ...text('unit', 'Einheit', `case r.kind when 'share' then 'Anteil von 0 bis 1' else r.unit end`, 22),
      spoken: 'r.unit',
    },
    amount('numerator', 'Zähler'),
    text('numerator_title', 'Was gezählt ist', 'r.numerator_title', 44),
    amount('denominator', 'Nenner'),
    text('denominator_title', 'Wovon', 'r.denominator_title', 40),
    result('value', 'Wert'),
    amount('previous_numerator', 'Zähler im Vorjahr'),
    amount('previous_denominator', 'Nenner im Vorjahr'),
    result('previous_value', 'Wert im Vorjahr'),
    typed('date', 'first_day', 'Von', day(period.from)),
    typed('date', 'last_day', 'Bis', day(period.to)),
    typed('date', 'as_of', 'Stichtag', day(period.asOf)),
    text('definition', 'Definition', 'r.definition', 80),
  ];
}

// A city and its districts have ids, which programs join by; everything else has codes.
function groupColumns(dimension: Dimension, place: number): Column[] {
  const [value, title] = [`r.value_${place}`, `r.title_${place}`];
  if (dimension === 'municipality' || dimension === 'district') {
    return [id(`${dimension}_id`, value), text(dimension, DIMENSION_TITLES[dimension], title, 20)];
  }
  return [
    {
      ...text(dimension, DIMENSION_TITLES[dimension], value, 20),
      spoken: title,
      words: FIXED_TITLES[dimension],
    },
  ];
}

/**
 * The report as a table of a file: a line for each number, the total first. Made from the answer itself, so that the file cannot say
 * anything else than the page.
 */
export function reportTable(report: ReportDto, groupBy: readonly Dimension[]): Table {
  const lines = [report.total, ...report.rows].flatMap((row, i) => linesOf(report, row, i === 0));
  const json = new Literals().add(JSON.stringify(lines.map((line, place) => ({ place, ...line }))));
  return {
    columns: reportColumns(groupBy, report.period),
    from: `from jsonb_to_recordset(${json}::jsonb) as r ${LINE} order by r.place`,
  };
}

function linesOf(
  { figures }: ReportDto,
  { group, values }: ReportRowDto,
  isTotal: boolean,
): Omit<Line, 'place'>[] {
  const groups = Object.fromEntries(
    group.flatMap(({ value, title }, i) => [
      [`value_${i + 1}`, value],
      [`title_${i + 1}`, title],
    ]),
  );
  return figures.map(({ code: figure, title, ...meaning }, i) => ({
    ...{ row: isTotal ? 'total' : 'group', ...groups, figure, figure_title: title },
    ...{ kind: meaning.kind, unit: meaning.unit, decimals: meaning.decimals, definition: meaning.definition },
    ...{ numerator_title: meaning.numeratorTitle, denominator_title: meaning.denominatorTitle },
    ...fractionOf('', values[i]),
    ...fractionOf('previous_', values[i]?.previous),
  }));
}

function fractionOf(prefix: string, fraction: FractionDto | null | undefined): Record<string, number | null> {
  return {
    [`${prefix}numerator`]: fraction?.numerator ?? null,
    [`${prefix}denominator`]: fraction?.denominator ?? null,
    [`${prefix}value`]: fraction?.value ?? null,
  };
}
