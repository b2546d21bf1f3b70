import pg from 'pg';
import {
  assessmentConditions,
  CHILD_COLUMNS,
  occasionColumns,
  plain,
  RESULT_ROWS,
  rounded,
  schoolYearSql,
} from './assessment-rows.sql.js';
import { RESULT_WORDS } from './assessment-words.js';
import { code, type Column, type Table, text, typed } from './columns.js';
import type { ExportAssessmentsDto } from './export.dto.js';
import { Literals } from './literals.js';

/** A task as the wide file has columns for it. */
export interface ItemColumns {
  code: string;
  title: string;
  /** Whether there can be scores. */
  scored: boolean;
}

/**
 * A row for each child, school year, wave and battery, with columns for each task. A child who was tested twice in the same wave has the
 * newest result that was done.
 */
export function assessmentWideTable(query: ExportAssessmentsDto, items: readonly ItemColumns[]): Table {
  const year = schoolYearSql('a.tested_on');
  return {
    columns: [
      ...CHILD_COLUMNS,
      text('group', 'Gruppe', '(array_agg(g.name order by x.tested_on desc))[1]'),
      ...occasionColumns('x.wave', 'max(x.tested_on)'),
      ...items.flatMap(columnsOf),
    ],
    with: `cells as (
      select a.institution_id, a.child_id, a.group_id, a.tested_on, ${year} as year, d.battery_id, d.wave, r.item_code, r.state, r.value,
        s.z, s.performance_percentile, s.class,
        row_number() over (partition by a.institution_id, a.child_id, ${year}, d.wave, d.battery_id, r.item_code
          order by (r.state = 'done') desc, a.tested_on desc, r.id) as place
      from ${RESULT_ROWS} where ${assessmentConditions(query, new Literals())})`,
    from: `from cells x
        join institutions i on i.id = x.institution_id
        join children c on c.institution_id = x.institution_id and c.id = x.child_id
        join groups g on g.institution_id = x.institution_id and g.id = x.group_id
        join test_batteries b on b.id = x.battery_id
      where x.place = 1 group by i.id, c.institution_id, c.id, b.id, x.year, x.wave
      order by i.name, c.code, x.year, max(x.tested_on), b.id`,
  };
}

function columnsOf({ code: item, title, scored }: ItemColumns): Column[] {
  const name = item.toLowerCase().replaceAll('-', '_');
  const of = (column: string): string =>
    `max(x.${column}) filter (where x.item_code = ${pg.escapeLiteral(item)})`;
  const meant = (column: Column, what: string, unit?: string): Column => ({
    ...{ ...column, meaning: `${title}: ${what}` },
    ...(unit !== undefined && { unit }),
  });
  const state = { name: `${name}_state`, title: `${item} Stand`, sql: of('state'), width: 18 };
  const raw = [
    meant(code(state, RESULT_WORDS), 'Stand'),
    meant(
      typed('decimal', `${name}_value`, `${item} Ergebnis`, plain(of('value'))),
      'Ergebnis',
      'Einheit der Aufgabe',
    ),
  ];
  if (!scored) return raw;
  const percentile = rounded(of('performance_percentile'));
  return [
    ...raw,
    meant(
      typed('decimal', `${name}_z`, `${item} z`, rounded(of('z'))),
      'z-Wert des Rohwerts',
      'Standardabweichungen',
    ),
    meant(
      typed('decimal', `${name}_percentile`, `${item} Prozentrang`, percentile),
      'Prozentrang der Leistung',
      'Prozent',
    ),
    meant(typed('whole', `${name}_class`, `${item} Klasse`, of('class')), 'Klasse 1 bis 5', 'Stufe'),
  ];
}
