import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { houses } from '../overview/houses.sql.js';
import { schoolWeeks } from './expected-weeks.sql.js';
import { countRows } from './figures.sql.js';
import { grouped } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const FIGURES: Figure[] = [
  {
    code: 'minutes_per_group_week',
    title: 'Bewegungsminuten je aktiver Gruppe und Woche',
    kind: 'ratio',
    unit: 'Minuten',
    numeratorTitle: 'Minuten aller Aktivitäten',
    denominatorTitle: 'Wochen der aktiven Gruppen, zusammen',
    definition:
      'Minuten aller Aktivitäten im Zeitraum, geteilt durch die Wochen ihrer Gruppen: Jede Gruppe mit mindestens einer Aktivität zählt so oft, wie ihre Einrichtung im Zeitraum Wochen ohne Ferien und Schließtage hatte.',
    decimals: 0,
  },
  {
    code: 'activities',
    title: 'Aktivitäten',
    kind: 'count',
    unit: 'Aktivitäten',
    numeratorTitle: 'Aktivitäten',
    denominatorTitle: null,
    definition: 'Aktivitäten, die im Zeitraum stattgefunden haben und eingetragen sind.',
    decimals: 0,
  },
  {
    code: 'minutes',
    title: 'Bewegungsminuten',
    kind: 'count',
    unit: 'Minuten',
    numeratorTitle: 'Minuten aller Aktivitäten',
    denominatorTitle: null,
    definition: 'Minuten aller Aktivitäten, die im Zeitraum stattgefunden haben.',
    decimals: 0,
  },
];

/** How much movement is there, for each group that takes part in it? (Dose.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  const { period } = question;
  const groupWeeks = `
    group_weeks as (
      select h.id as house_id, h.active_groups * count(*) as weeks
      from grouped h join school_weeks w on w.institution_id = h.id group by h.id, h.active_groups)`;
  return countRows(
    database,
    question,
    {
      with: [
        houses(question, parameters),
        grouped(question),
        schoolWeeks({ houses: 'grouped', period }, parameters),
        groupWeeks,
      ],
      from: 'grouped left join group_weeks on group_weeks.house_id = grouped.id',
      figures: {
        minutes_per_group_week: ['coalesce(sum(minutes), 0)', 'coalesce(sum(weeks), 0)'],
        activities: ['coalesce(sum(activities), 0)', null],
        minutes: ['coalesce(sum(minutes), 0)', null],
      },
    },
    parameters,
  );
}

export const dose: Report = { title: 'Umfang', figures: FIGURES, appliesFocusArea: true, count };
