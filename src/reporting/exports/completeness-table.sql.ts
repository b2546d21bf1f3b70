import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { schoolYearName, type SchoolYear } from '../../kernel/calendar/school-year.js';
import { completeness, orderOf } from '../completeness/completeness.sql.js';
import { cityOf } from '../overview/houses.sql.js';
import { code, type Column, id, type Table, text, typed } from './columns.js';
import type { ExportCompletenessDto } from './export.dto.js';
import { Literals } from './literals.js';
import { KIND_WORDS } from './words.js';

const MONTHS = [
  ...['August', 'September', 'Oktober', 'November', 'Dezember', 'Januar'],
  ...['Februar', 'März', 'April', 'Mai', 'Juni', 'Juli'],
];
const AUGUST = 8;
const MONTHS_A_YEAR = 12;

/** What is known of a month: the end of the column's name, its title, the sum over the year, the key in `months`, and its meaning. */
const COUNTS = [
  ['expected', 'erwartet', 'c.expected', 'expected', 'Wochen, in denen etwas eingetragen werden konnte'],
  ['reported', 'gemeldet', 'c.reported', 'reported', 'Davon Wochen mit mindestens einer Aktivität'],
  [
    'on_time',
    'rechtzeitig',
    'c.on_time',
    'onTime',
    'Davon Wochen, die spätestens sieben Tage danach eingetragen waren',
  ],
] as const;

/** The page's heat map: a row for each participating house, three columns for each month; those to come are empty. */
export function completenessTable(query: ExportCompletenessDto, today: CalendarDate): Table {
  const literals = new Literals();
  const city = cityOf(query, today);
  const { by, direction } = orderOf(query.sort);
  const { schoolYear } = city.period;
  return {
    with: completeness({ city, today }, literals),
    columns: [
      id('institution_id', 'c.id'),
      text('institution', 'Einrichtung', 'c.name', 36),
      code({ name: 'kind', title: 'Art', sql: 'c.kind', width: 9 }, KIND_WORDS),
      text('district', 'Stadtbezirk', 'c.district_name'),
      {
        ...text('school_year', 'Kita-/Schuljahr', `${literals.add(schoolYear)}::int`),
        spoken: literals.add(schoolYearName(schoolYear)),
      },
      ...COUNTS.map(([name, title, sum]) => typed('whole', `weeks_${name}`, `Wochen ${title}`, sum)),
      typed('decimal', 'reporting_rate', 'Meldequote in %', 'round(c.rate / 10000.0, 1)'),
      ...MONTHS.flatMap((month, index) => monthColumns(month, index, schoolYear, literals)),
    ],
    from: `from completeness c order by ${by.map((column) => `${column} ${direction}`).join(', ')}`,
  };
}

function monthColumns(month: string, index: number, schoolYear: SchoolYear, literals: Literals): Column[] {
  const number = String(((AUGUST - 1 + index) % MONTHS_A_YEAR) + 1).padStart(2, '0');
  const year = index <= MONTHS_A_YEAR - AUGUST ? schoolYear : schoolYear + 1;
  const of = literals.add(`${year}-${number}`);
  return COUNTS.map(([name, title, , key, meaning]) => ({
    ...typed(
      'whole',
      `month_${number}_${name}`,
      `${month} ${title}`,
      `(select (m ->> '${key}')::int from jsonb_array_elements(c.months) m where m ->> 'month' = ${of})`,
    ),
    ...{ meaning: `${meaning}, ${month}`, unit: 'Wochen' },
  }));
}
