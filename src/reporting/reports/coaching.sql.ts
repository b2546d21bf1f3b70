import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { countRows, inPeriod, PARTICIPATING } from './figures.sql.js';
import { everyHouse } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const FIGURES: Figure[] = [
  {
    code: 'contacts_per_institution',
    title: 'Beratungen je Einrichtung',
    kind: 'ratio',
    unit: 'Beratungen je Einrichtung',
    numeratorTitle: 'Beratungen',
    denominatorTitle: 'Teilnehmende Einrichtungen',
    definition:
      'Gespräche der Coaches mit Einrichtungen, die im Zeitraum stattgefunden haben, geteilt durch die teilnehmenden Einrichtungen.',
    decimals: 1,
  },
  {
    code: 'hours_per_institution',
    title: 'Beratungsstunden je Einrichtung',
    kind: 'ratio',
    unit: 'Stunden je Einrichtung',
    numeratorTitle: 'Stunden Beratung',
    denominatorTitle: 'Teilnehmende Einrichtungen',
    definition: 'Dauer dieser Gespräche in Stunden, geteilt durch die teilnehmenden Einrichtungen.',
    decimals: 1,
  },
  {
    code: 'days_since_contact',
    title: 'Tage seit der letzten Beratung',
    kind: 'ratio',
    unit: 'Tage',
    numeratorTitle: 'Tage seit der letzten Beratung, zusammen',
    denominatorTitle: 'Teilnehmende Einrichtungen, die schon einmal beraten wurden',
    definition:
      'Kalendertage von der letzten Beratung, gleich in welchem Jahr, bis zum Stichtag, im Mittel der teilnehmenden Einrichtungen, die schon eine hatten.',
    decimals: 0,
  },
  {
    code: 'institutions_without_contact',
    title: 'Einrichtungen ohne Beratung',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Teilnehmende Einrichtungen ohne Beratung im Zeitraum',
    denominatorTitle: 'Teilnehmende Einrichtungen',
    definition: 'Teilnehmende Einrichtungen ohne eine Beratung im Zeitraum, von allen teilnehmenden.',
    decimals: 0,
  },
];

/** How closely are houses advised? Talks that took place, and how long ago the last one was. (Coaching density.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  const asOf = `${parameters.add(question.period.asOf)}::date`;
  const isNow = inPeriod('c.held_on', question, parameters);
  const talks = `
    talks as (
      select h.id as institution_id, c.*
      from grouped h cross join lateral (
        select count(*) filter (where ${isNow}) as contacts, sum(c.minutes) filter (where ${isNow}) as minutes,
          ${asOf} - max(c.held_on) as days
        from coach_contacts c where c.institution_id = h.id and c.state = 'held' and c.held_on <= ${asOf}) c)`;
  return countRows(
    database,
    question,
    {
      with: [everyHouse(question, parameters), talks],
      from: 'grouped left join talks on talks.institution_id = grouped.id',
      figures: {
        contacts_per_institution: ['coalesce(sum(contacts), 0)', PARTICIPATING],
        hours_per_institution: ['coalesce(sum(talks.minutes), 0) / 60.0', PARTICIPATING],
        days_since_contact: [
          'coalesce(sum(days) filter (where participating), 0)',
          'count(days) filter (where participating)',
        ],
        institutions_without_contact: [
          'count(*) filter (where participating and coalesce(contacts, 0) = 0)',
          PARTICIPATING,
        ],
      },
    },
    parameters,
  );
}

export const coaching: Report = { title: 'Beratung', figures: FIGURES, appliesFocusArea: false, count };
