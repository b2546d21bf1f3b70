import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { SESSION_MINUTES } from '../../training/trainings/session-minutes.sql.js';
import { sessionAbout, team } from '../overview/trained-staff.sql.js';
import { countRows, inPeriod, PARTICIPATING } from './figures.sql.js';
import { everyHouse, keys } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const FIGURES: Figure[] = [
  {
    code: 'staff_trained',
    title: 'Fortgebildete Fachkräfte',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Fachkräfte mit mindestens 4 besuchten UE',
    denominatorTitle: 'Fachkräfte in teilnehmenden Einrichtungen',
    definition:
      'Fachkräfte, die bis zum Stichtag mindestens 4 UE (180 Minuten) Fortbildung besucht haben, gleich in welchem Jahr, von allen, die am Stichtag in einer teilnehmenden Einrichtung arbeiten; jeder Mensch zählt einmal.',
    decimals: 0,
  },
  {
    code: 'institutions_two_trained',
    title: 'Einrichtungen mit mindestens zwei Fortgebildeten',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Teilnehmende Einrichtungen mit mindestens zwei Fortgebildeten',
    denominatorTitle: 'Teilnehmende Einrichtungen',
    definition:
      'Teilnehmende Einrichtungen, in denen am Stichtag mindestens zwei Fortgebildete arbeiten, von allen teilnehmenden.',
    decimals: 0,
  },
  {
    code: 'teaching_units',
    title: 'Besuchte Unterrichtseinheiten',
    kind: 'count',
    unit: 'UE',
    numeratorTitle: 'Besuchte UE',
    denominatorTitle: null,
    definition: 'Minuten, die Fachkräfte im Zeitraum in Fortbildungen anwesend waren, geteilt durch 45.',
    decimals: 1,
  },
  {
    code: 'people_attended',
    title: 'Fachkräfte in Fortbildungen',
    kind: 'count',
    unit: 'Fachkräfte',
    numeratorTitle: 'Fachkräfte',
    denominatorTitle: null,
    definition:
      'Fachkräfte, die im Zeitraum bei mindestens einem Termin einer Fortbildung anwesend waren; wer mehrere besucht hat, zählt einmal.',
    decimals: 0,
  },
  {
    code: 'trainings_held',
    title: 'Fortbildungen',
    kind: 'count',
    unit: 'Fortbildungen',
    numeratorTitle: 'Fortbildungen',
    denominatorTitle: null,
    definition: 'Fortbildungen, die im Zeitraum jemand aus diesen Einrichtungen besucht hat.',
    decimals: 0,
  },
];

/**
 * Who came to a training in the period, and for how long: common table expressions that follow `grouped`. One row per person and session,
 * with the keys of the house that the person came from.
 */
export function attended(question: Question, parameters: Parameters): string {
  return `
    attended as (
      select ${keys(question, 'h')} came.*
      from grouped h cross join lateral (
        select r.staff_member_id, r.training_id, least(a.minutes, ${SESSION_MINUTES}) as minutes
        from (select a.* from training_attendances a where a.institution_id = h.id and a.state = 'present' offset 0) a
          cross join lateral (select s.* from training_sessions s where s.id = a.session_id offset 0) s
          cross join lateral (select r.* from training_registrations r
            where r.institution_id = a.institution_id and r.id = a.registration_id offset 0) r
        where ${inPeriod('s.held_on', question, parameters)} and ${sessionAbout(question.focusArea, parameters)} offset 0) came)`;
}

/** Is the staff trained, and how many came? People with two houses are in the groups of both, and in the total once. (Trained staff.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  const facts = `
    two as (select institution_id from team where trained group by institution_id having count(*) >= 2),
    facts as (
      select ${keys(question, 'h')} h.participating, two.institution_id is not null as two_trained, null::uuid as worker,
        null::boolean as trained, null::uuid as attendee, null::uuid as training, null::integer as minutes
      from grouped h left join two on two.institution_id = h.id
      union all
      select ${keys(question, 'h')} null, null, t.staff_member_id, t.trained, null, null, null
      from grouped h join team t on t.institution_id = h.id
      union all
      select ${keys(question, 'a')} null, null, null, null, a.staff_member_id, a.training_id, a.minutes from attended a)`;
  return countRows(
    database,
    question,
    {
      with: [
        everyHouse(question, parameters),
        team(question, parameters, question.focusArea),
        attended(question, parameters),
        facts,
      ],
      from: 'facts',
      figures: {
        staff_trained: ['count(distinct worker) filter (where trained)', 'count(distinct worker)'],
        institutions_two_trained: ['count(*) filter (where participating and two_trained)', PARTICIPATING],
        teaching_units: ['round(coalesce(sum(minutes), 0) / 45.0, 1)', null],
        people_attended: ['count(distinct attendee)', null],
        trainings_held: ['count(distinct training)', null],
      },
    },
    parameters,
  );
}

export const training: Report = { title: 'Fortbildung', figures: FIGURES, appliesFocusArea: true, count };
