import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { addDays } from '../../kernel/calendar/calendar-date.js';
import { houses } from '../overview/houses.sql.js';
import type { Span } from '../overview/period.js';
import { heldByWeek, mondayOf } from '../sums/held.sql.js';
import { schoolWeeks } from './expected-weeks.sql.js';
import { countRows, inFocus } from './figures.sql.js';
import { grouped } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const FIGURES: Figure[] = [
  {
    code: 'minutes_per_group_week',
    title: 'Bewegungsminuten je aktiver Gruppe und Woche',
    kind: 'ratio',
    unit: 'Minuten',
    numeratorTitle: 'Minuten in gezählten Wochen',
    denominatorTitle: 'Gezählte Wochen der aktiven Gruppen, zusammen',
    definition:
      'Minuten der gezählten Wochen, geteilt durch diese Wochen: Jede Gruppe mit mindestens einer Aktivität zählt so oft, wie ihre Einrichtung gezählte Wochen hatte. Eine Woche zählt ab ihrem Donnerstag und in dem Zeitraum, in dem er liegt; Wochen, in denen von Montag bis Freitag nur Ferien oder Schließtage waren, zählen nicht, und ihre Minuten auch nicht.',
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

/**
 * How many weeks count for each house that did something, and the minutes held in these same weeks: `counted` (institution_id, weeks,
 * minutes). A week has all its days, also those before the first or after the last day of the period, so that each minute is in one
 * period, but none after its day.
 *
 * Weeks and minutes are laid upon each other rather than joined: the planner cannot know how many there are, and would try each with each.
 */
function counted(question: Question, parameters: Parameters): string {
  const { period } = question;
  const held = heldByWeek('h.id', { period: wholeWeeks(period) }, parameters);
  return `
    doing as (select * from grouped where active_groups > 0),
    ${schoolWeeks({ houses: 'doing', period }, parameters)},
    counted as (
      select institution_id, count(*) as weeks, sum(minutes) as minutes from (
        select institution_id, monday, sum(minutes) as minutes from (
          select institution_id, monday, true as counts, 0 as minutes from school_weeks
          union all
          select h.id, ${mondayOf('w.week')}, false, w.minutes
          from doing h cross join lateral (
            select held.week, sum(held.minutes) as minutes from ${held} held
            where ${inFocus('held.focus_area', question, parameters)} group by held.week) w) parts
        group by 1, 2 having bool_or(counts)) weeks
      group by 1)`;
}

/** From the Monday of the first week to the Sunday of the last one that is over; those that have no Thursday inside are none of `school_weeks`. */
function wholeWeeks(period: Span): Span {
  const from = addDays(period.from, -3);
  const sunday = addDays(period.to, 3);
  return period.asOf === period.to ? { ...period, from, to: sunday, asOf: sunday } : { ...period, from };
}

/** How much movement is there, for each group that takes part in it? (Dose.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  return countRows(
    database,
    question,
    {
      with: [houses(question, parameters), grouped(question), counted(question, parameters)],
      from: 'grouped left join counted on counted.institution_id = grouped.id',
      figures: {
        minutes_per_group_week: [
          'coalesce(sum(counted.minutes), 0)',
          'coalesce(sum(active_groups * weeks), 0)',
        ],
        activities: ['coalesce(sum(activities), 0)', null],
        minutes: ['coalesce(sum(grouped.minutes), 0)', null],
      },
    },
    parameters,
  );
}

export const dose: Report = { title: 'Umfang', figures: FIGURES, appliesFocusArea: true, count };
