import pg from 'pg';
import type { Parameters } from '../../institutions/institution-filter.js';
import { code, type Table, text, typed } from '../exports/columns.js';
import type { ListTrailDto } from './trail.dto.js';
import { ACTIONS, FIELDS } from './trail-words.js';

/** What the object is called today. Activities have no name, and are not the administrators' to read. */
export const OBJECT_NAME = `case e.object_type
  when 'account' then (select o.name from accounts o where o.id = e.object_id)
  when 'invitation' then (select o.name from invitations o where o.id = e.object_id)
  when 'institution' then (select o.name from institutions o where o.id = e.object_id)
  when 'participation' then (select o.name from institutions o where o.id = e.institution_id)
  when 'group' then (select o.name from groups o where o.institution_id = e.institution_id and o.id = e.object_id)
  when 'municipality' then (select o.name from municipalities o where o.id = e.object_id)
  when 'district' then (select o.name from districts o where o.id = e.object_id)
  when 'focus_area' then (select o.title from focus_areas o where o.id = e.object_id)
  when 'module' then (select o.title from modules o where o.id = e.object_id)
  when 'test_protocol' then (select o.title from test_protocols o where o.id = e.object_id)
  when 'test_battery' then (select o.title from test_batteries o where o.id = e.object_id)
  when 'norm_set' then (select o.title from norm_sets o where o.id = e.object_id)
  when 'training' then (select o.title from trainings o where o.id = e.object_id)
  end`;

const FROM = `from audit_events e left join accounts p on p.id = e.actor_id left join institutions i on i.id = e.institution_id`;

/** Conditions on `audit_events e`, as SQL for a WHERE. */
function conditions(query: Partial<ListTrailDto>, parameters: Parameters): string {
  const all = ['true'];
  const add = (value: string | undefined, condition: (placeholder: string) => string): void => {
    if (value !== undefined) all.push(condition(parameters.add(value)));
  };
  add(query.actorId, (id) => `e.actor_id = ${id}`);
  add(query.action, (word) => `e.action = ${word}`);
  add(query.objectType, (word) => `e.object_type = ${word}`);
  add(query.objectId, (id) => `e.object_id = ${id}`);
  add(query.institutionId, (id) => `e.institution_id = ${id}`);
  add(query.from, (day) => `e.at >= ${day}::date::timestamp at time zone 'Europe/Berlin'`);
  add(query.to, (day) => `e.at < (${day}::date + 1)::timestamp at time zone 'Europe/Berlin'`);
  return all.join(' and ');
}

/** A page of the trail, newest first. @param before chain and number of the last entry shown */
export function trailPage(
  query: Partial<ListTrailDto>,
  before: readonly [string, number] | null,
  limit: number,
  parameters: Parameters,
): string {
  const where = [conditions(query, parameters)];
  if (before) {
    const [chain, seq] = before.map((value) => parameters.add(value));
    where.push(`(e.at, e.chain, e.seq) < (select b.at, b.chain, b.seq from audit_events b
      where b.chain = ${chain}::uuid and b.seq = ${seq}::int)`);
  }
  return `select e.chain, e.seq::int as seq, to_json(e.at) #>> '{}' as at, e.actor_id as "actorId", p.name as "actorName", e.action,
      e.object_type as "objectType", e.object_id as "objectId", ${OBJECT_NAME} as "objectName",
      e.institution_id as "institutionId", i.name as "institutionName", e.fields, e.origin
    ${FROM} where ${where.join(' and ')} order by e.at desc, e.chain desc, e.seq desc limit ${parameters.add(limit)}`;
}

const WORDS = Object.fromEntries(Object.entries(ACTIONS).map(([name, { label }]) => [name, label]));
const FIELD_WORD = `case f ${Object.entries(FIELDS)
  .map(([name, word]) => `when ${pg.escapeLiteral(name)} then ${pg.escapeLiteral(word)}`)
  .join(' ')} else f end`;

/** The same entries as a file. */
export function trailTable(query: Partial<ListTrailDto>, parameters: Parameters): Table {
  return {
    columns: [
      typed('instant', 'at', 'Zeitpunkt', 'e.at'),
      text('person', 'Person', `coalesce(p.name, case when e.actor_id is null then 'System' end)`),
      code({ name: 'action', title: 'Vorgang', sql: 'e.action' }, WORDS),
      text('object', 'Gegenstand', OBJECT_NAME),
      text('institution', 'Einrichtung', 'i.name'),
      text(
        'fields',
        'Felder',
        `(select string_agg(${FIELD_WORD}, ', ' order by n) from unnest(e.fields) with ordinality as x (f, n))`,
      ),
      text('network', 'Netz', 'e.origin'),
    ],
    from: `${FROM} where ${conditions(query, parameters)} order by e.at desc, e.chain desc, e.seq desc`,
  };
}
