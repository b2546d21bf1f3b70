import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { countRows, inFocus, inPeriod } from './figures.sql.js';
import { everyHouse, keys } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const FIGURES: Figure[] = [
  {
    code: 'modules_delivered',
    title: 'Durchgeführte Module',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Durchgeführte Module',
    denominatorTitle: 'Geplante Module',
    definition:
      'Durchgeführte von allen Modulen, deren geplanter Tag im Zeitraum liegt und schon da war; ausgefallene zählen als geplant.',
    decimals: 0,
  },
];

/** Do the modules that were planned take place? (Fidelity.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  const planned = `
    planned as (
      select ${keys(question, 'h')} b.state
      from grouped h cross join lateral (
        select b.state from module_bookings b join modules m on m.id = b.module_id
        where b.institution_id = h.id and b.state <> 'wished' and ${inPeriod('b.planned_on', question, parameters)}
          and ${inFocus('m.focus_area', question, parameters)} offset 0) b
      union all select ${keys(question, 'h')} null from grouped h)`;
  return countRows(
    database,
    question,
    {
      with: [everyHouse(question, parameters), planned],
      from: 'planned',
      figures: { modules_delivered: [`count(*) filter (where state = 'delivered')`, 'count(state)'] },
    },
    parameters,
  );
}

export const fidelity: Report = { title: 'Umsetzung', figures: FIGURES, appliesFocusArea: true, count };
