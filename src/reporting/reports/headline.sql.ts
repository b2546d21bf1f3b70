import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { houses } from '../overview/houses.sql.js';
import { countRows, inPeriod } from './figures.sql.js';
import { grouped, keys } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';
import { attended } from './training.sql.js';

const counted = (code: string, title: string, definition: string): Figure => ({
  ...{ code, title, definition, kind: 'count', unit: title },
  ...{ numeratorTitle: title, denominatorTitle: null, decimals: 0 },
});

/** The row by which symbioun reports, in its order. */
const FIGURES: Figure[] = [
  counted('consultations', 'Beratungen', 'Gespräche der Coaches mit Einrichtungen, die stattgefunden haben.'),
  counted('trainings', 'Fortbildungen', 'Fortbildungen, die jemand aus diesen Einrichtungen besucht hat.'),
  counted('talks', 'Vorträge und Elternabende', 'Durchgeführte Module vom Format Vortrag oder Elternabend.'),
  counted('workshops', 'Workshops', 'Durchgeführte Module vom Format Workshop.'),
  counted(
    'events',
    'Veranstaltungen',
    'Durchgeführte Module: Auftakt, Projekttage und -wochen, Sportfeste, Besuche von Athletinnen und Athleten, Abschluss.',
  ),
  counted(
    'institutions',
    'Einrichtungen',
    'Einrichtungen, die an mindestens einem Tag des Zeitraums teilgenommen haben.',
  ),
  counted(
    'children',
    'Kinder',
    'Summe der Größen aller Gruppen und Klassen mit mindestens einer Aktivität; nie die Summe der Anwesenheiten.',
  ),
  counted(
    'staff',
    'Fachkräfte',
    'Fachkräfte, die eine Fortbildung besucht haben; wer mehrere besucht hat, zählt einmal.',
  ),
  counted('parents', 'Eltern', 'Besuche von Eltern bei Modulen; wer zweimal kam, zählt zweimal.'),
];

/** What each format of a module counts as; the formats that are missing are no part of the row. */
const FORMATS: Record<string, string> = {
  talk: 'talks',
  workshop: 'workshops',
  project: 'events',
  sports_festival: 'events',
  kick_off: 'events',
  athlete_visit: 'events',
  closing: 'events',
};

const AS_FIGURE = `case m.format ${Object.entries(FORMATS)
  .map(([format, figure]) => `when '${format}' then '${figure}'`)
  .join(' ')} end`;

/** Everything that is counted, in rows to be added up: `figure` and `n`, or a person who came to a training. */
function facts(question: Question, parameters: Parameters): string {
  return `
    facts as (
      select ${keys(question, 'h')} 'institutions' as figure, h.participating::int as n, null::uuid as person, null::uuid as training
      from grouped h
      union all
      select ${keys(question, 'h')} 'children', h.reached, null, null from grouped h
      union all
      select ${keys(question, 'h')} 'consultations', 1, null, null
      from grouped h cross join lateral (select from coach_contacts c
        where c.institution_id = h.id and c.state = 'held' and ${inPeriod('c.held_on', question, parameters)} offset 0) c
      union all
      select ${keys(question, 'h')} kind.figure, kind.n, null, null
      from grouped h cross join lateral (
        select kind.* from module_bookings b join modules m on m.id = b.module_id
          cross join lateral (values (${AS_FIGURE}, 1), ('parents', b.parents)) kind (figure, n)
        where b.institution_id = h.id and b.state = 'delivered' and ${inPeriod('b.delivered_on', question, parameters)}
        offset 0) kind
      union all
      select ${keys(question, 'a')} 'attended', null, a.staff_member_id, a.training_id from attended a)`;
}

/** How much was there, and for how many? */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  const sum = (figure: string): [string, null] => [
    `coalesce(sum(n) filter (where figure = '${figure}'), 0)`,
    null,
  ];
  const sums = FIGURES.map(({ code }): [string, [string, null]] => [code, sum(code)]);
  return countRows(
    database,
    question,
    {
      with: [
        houses(question, parameters),
        grouped(question),
        attended(question, parameters),
        facts(question, parameters),
      ],
      from: 'facts',
      figures: {
        ...Object.fromEntries(sums),
        trainings: ['count(distinct training)', null],
        staff: ['count(distinct person)', null],
      },
    },
    parameters,
  );
}

// Talks with a coach are about no focus area, so that the row as a whole is about none.
export const headline: Report = {
  title: 'Auf einen Blick',
  figures: FIGURES,
  appliesFocusArea: false,
  count,
};
