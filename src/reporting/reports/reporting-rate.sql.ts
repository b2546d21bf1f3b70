import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { expectedWeeks } from './expected-weeks.sql.js';
import { countRows } from './figures.sql.js';
import { everyHouse, keys } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const FIGURES: Figure[] = [
  {
    code: 'weeks_reported',
    title: 'Meldequote',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Wochen mit mindestens einer Aktivität',
    denominatorTitle: 'Erwartete Wochen',
    definition:
      'Wochen, in denen eine Einrichtung mindestens eine Aktivität eingetragen hat, von allen abgeschlossenen Wochen ihrer Teilnahme; Wochen, in denen von Montag bis Freitag nur Ferien oder Schließtage waren, zählen nicht.',
    decimals: 0,
  },
  {
    code: 'weeks_on_time',
    title: 'Rechtzeitig gemeldet',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Rechtzeitig gemeldete Wochen',
    denominatorTitle: 'Gemeldete Wochen',
    definition:
      'Gemeldete Wochen, von denen mindestens eine Aktivität spätestens sieben Tage nach dem Sonntag der Woche eingetragen war, von allen gemeldeten.',
    decimals: 0,
  },
];

/** How completely do houses report what they do? (Meldequote.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  const { period } = question;
  const { today } = database.context;
  // Of every group, also one without any week: it has its row, with nothing to divide by.
  const facts = `
    facts as (
      select ${keys(question, 'h')} w.thursday, w.reported, w.on_time
      from grouped h left join expected_weeks w on w.institution_id = h.id)`;
  return countRows(
    database,
    question,
    {
      with: [
        everyHouse(question, parameters),
        expectedWeeks({ houses: 'grouped', period, today }, parameters),
        facts,
      ],
      from: 'facts',
      figures: {
        weeks_reported: ['count(*) filter (where reported)', 'count(thursday)'],
        weeks_on_time: ['count(*) filter (where on_time)', 'count(*) filter (where reported)'],
      },
    },
    parameters,
  );
}

export const reportingRate: Report = {
  title: 'Vollständigkeit',
  figures: FIGURES,
  appliesFocusArea: false,
  count,
};
