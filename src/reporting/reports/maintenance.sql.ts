import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { addYears } from '../../kernel/calendar/calendar-date.js';
import { houses } from '../overview/houses.sql.js';
import type { Span } from '../overview/period.js';
import { heldByGroup } from '../sums/held.sql.js';
import { countRows, inFocus } from './figures.sql.js';
import { grouped } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const FIGURES: Figure[] = [
  {
    code: 'institutions_maintained',
    title: 'Weiter aktive Einrichtungen',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'In beiden Jahren aktive Einrichtungen',
    denominatorTitle: 'Im Jahr davor aktive Einrichtungen',
    definition:
      'Einrichtungen mit mindestens einer Aktivität im Zeitraum und im ganzen Zeitraum ein Jahr davor, von allen mit mindestens einer Aktivität ein Jahr davor, auch wenn sie inzwischen geschlossen sind.',
    decimals: 0,
  },
];

/** The same days a year before, all of them: also of a year that still runs. */
function wholeYearBefore({ schoolYear, from, to }: Span): Span {
  const last = addYears(to, -1);
  return {
    ...{ schoolYear: schoolYear === null ? null : schoolYear - 1, from: addYears(from, -1) },
    ...{ to: last, asOf: last },
  };
}

/** Who was active the year before, and still is? (Maintenance.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  const before = { period: wholeYearBefore(question.period), districtsOn: question.period.from };
  const both = `
    both_years as (
      select h.*, coalesce(b.activities > 0, false) as was_active
      from all_houses h cross join lateral (
        select sum(held.activities) as activities from ${heldByGroup('h.id', before, parameters)} held
        where ${inFocus('held.focus_area', question, parameters)}) b
      where h.counted or b.activities > 0)`;
  return countRows(
    database,
    question,
    {
      with: [houses(question, parameters), both, grouped(question, 'both_years')],
      from: 'grouped',
      figures: {
        institutions_maintained: [
          'count(*) filter (where was_active and active)',
          'count(*) filter (where was_active)',
        ],
      },
    },
    parameters,
  );
}

export const maintenance: Report = {
  title: 'Fortführung',
  figures: FIGURES,
  appliesFocusArea: true,
  count,
};
