import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { countRows, inFocus, PARTICIPATING } from './figures.sql.js';
import { everyHouse } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const withModule = (code: string, forWhom: string): Figure => ({
  code: `with_${code}_module`,
  title: `Einrichtungen mit einem Modul für ${forWhom}`,
  kind: 'share',
  unit: '%',
  numeratorTitle: `Teilnehmende Einrichtungen mit mindestens einem Modul für ${forWhom}`,
  denominatorTitle: 'Teilnehmende Einrichtungen',
  definition: `Teilnehmende Einrichtungen, die für den Zeitraum mindestens ein Modul für ${forWhom} gewählt haben, von allen teilnehmenden; ausgefallene Module zählen nicht.`,
  decimals: 0,
});

const FIGURES: Figure[] = [
  {
    code: 'modules_per_institution',
    title: 'Gewählte Module je Einrichtung',
    kind: 'ratio',
    unit: 'Module je Einrichtung',
    numeratorTitle: 'Gewählte Module',
    denominatorTitle: 'Teilnehmende Einrichtungen',
    definition:
      'Module, die für den Zeitraum gewünscht, geplant oder durchgeführt sind, geteilt durch die teilnehmenden Einrichtungen; ausgefallene zählen nicht.',
    decimals: 1,
  },
  withModule('children', 'Kinder'),
  withModule('parents', 'Eltern'),
  withModule('staff', 'Fachkräfte'),
];

const CHOSEN_ON = `(b.created_at at time zone 'Europe/Berlin')::date`;
// The day a module took place or is planned for, or the house would like it; without any, the day it was chosen.
const DAY = `coalesce(b.delivered_on, b.planned_on, b.wished_from, b.wished_to, ${CHOSEN_ON})`;

/** Do houses choose modules, and for whom? What was chosen by the day the figures stand at, also where its own day is still to come. (Adoption.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  const [from, to, asOf] = [question.period.from, question.period.to, question.period.asOf].map(
    (day) => `${parameters.add(day)}::date`,
  );
  const chosen = `
    chosen as (
      select h.id as institution_id, b.*
      from grouped h cross join lateral (
        select count(*) as modules, bool_or(m.audience = 'children') as for_children,
          bool_or(m.audience = 'parents') as for_parents, bool_or(m.audience = 'staff') as for_staff
        from module_bookings b join modules m on m.id = b.module_id
        where b.institution_id = h.id and b.state <> 'cancelled' and ${DAY} between ${from} and ${to}
          and least(${DAY}, ${CHOSEN_ON}) <= ${asOf} and ${inFocus('m.focus_area', question, parameters)}) b)`;
  const share = (column: string): [string, string] => [
    `count(*) filter (where participating and ${column})`,
    PARTICIPATING,
  ];
  return countRows(
    database,
    question,
    {
      with: [everyHouse(question, parameters), chosen],
      from: 'grouped left join chosen on chosen.institution_id = grouped.id',
      figures: {
        modules_per_institution: ['coalesce(sum(modules), 0)', PARTICIPATING],
        with_children_module: share('for_children'),
        with_parents_module: share('for_parents'),
        with_staff_module: share('for_staff'),
      },
    },
    parameters,
  );
}

export const adoption: Report = { title: 'Modulwahl', figures: FIGURES, appliesFocusArea: true, count };
