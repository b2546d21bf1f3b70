import {
  assessmentConditions,
  type AssessmentRows,
  CHILD_COLUMNS,
  occasionColumns,
  plain,
  RESULT_ROWS,
  rounded,
} from './assessment-rows.sql.js';
import { ORIGIN_WORDS, REASON_WORDS, RESULT_WORDS, UNIT_WORDS } from './assessment-words.js';
import { code, type Column, id, type Table, text, typed } from './columns.js';
import { Literals } from './literals.js';

const COLUMNS: Column[] = [
  ...CHILD_COLUMNS,
  text('group', 'Gruppe', 'g.name'),
  id('test_day_id', 'd.id'),
  ...occasionColumns('d.wave', 'a.tested_on'),
  code({ name: 'origin', title: 'Herkunft', sql: 'd.origin', width: 14 }, ORIGIN_WORDS),
  id('result_id', 'r.id'),
  text('item', 'Aufgabe', 'r.item_code', 10),
  text('item_title', 'Name der Aufgabe', 't.title', 30),
  typed('whole', 'protocol_version', 'Version der Aufgabe', 'p.version'),
  code({ name: 'unit', title: 'Einheit', sql: 'p.unit', width: 14 }, UNIT_WORDS),
  typed('whole', 'trial', 'Versuch', 'v.number'),
  text('trial_label', 'Bezeichnung des Versuchs', 'p.trial_labels[v.number]', 24),
  typed('decimal', 'trial_value', 'Wert des Versuchs', plain('v.value')),
  typed('flag', 'trial_valid', 'Versuch gültig', 'v.valid'),
  typed('instant', 'recorded_at', 'Eingetragen am', 'v.recorded_at'),
  code({ name: 'state', title: 'Stand', sql: 'r.state', width: 18 }, RESULT_WORDS),
  code({ name: 'reason', title: 'Grund', sql: 'r.reason', width: 14 }, REASON_WORDS),
  typed('decimal', 'value', 'Ergebnis', plain('r.value')),
  text('norm_set', 'Normtabelle', `n.code || ' ' || n.version`, 14),
  typed('decimal', 'z', 'z-Wert', rounded('s.z')),
  typed('decimal', 'percentile', 'Prozentrang des Rohwerts', rounded('s.percentile')),
  typed('decimal', 'performance_percentile', 'Prozentrang der Leistung', rounded('s.performance_percentile')),
  typed('whole', 'class', 'Klasse (1–5)', 's.class'),
];

/** A row for each trial; a task that was not done has one row without a trial. Newest day first. */
export function assessmentLongTable(query: AssessmentRows): Table {
  return {
    columns: COLUMNS,
    from: `from ${RESULT_ROWS}
        join institutions i on i.id = a.institution_id
        join children c on c.institution_id = a.institution_id and c.id = a.child_id
        join groups g on g.institution_id = a.institution_id and g.id = a.group_id
        join test_batteries b on b.id = d.battery_id
        join test_protocols p on p.id = r.protocol_id join test_items t on t.code = r.item_code
        left join trials v on v.institution_id = r.institution_id and v.result_id = r.id
        left join norm_sets n on n.id = s.norm_set_id
      where ${assessmentConditions(query, new Literals())} order by d.held_on desc, d.id, c.code, t.position, v.number`,
  };
}
