import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { code, type Column, id, type Table, text, typed } from './columns.js';
import type { ExportProgrammeDto } from './export.dto.js';
import { HOUSE_COLUMNS, houseConditions, joinHouse } from './house-rows.sql.js';
import { Literals } from './literals.js';
import { CONTACT_WORDS, WAY_WORDS } from './words.js';

/** Not by which coach: a file is about the houses. */
const COLUMNS: Column[] = [
  id('id', 'k.id'),
  ...HOUSE_COLUMNS,
  code({ name: 'state', title: 'Stand', sql: 'k.state', width: 15 }, CONTACT_WORDS),
  code({ name: 'way', title: 'Weg', sql: 'k.way', width: 10 }, WAY_WORDS),
  typed('date', 'held_on', 'Datum', 'k.held_on'),
  text('starts_at', 'Uhrzeit', `to_char(k.starts_at, 'HH24:MI')`, 9),
  typed('whole', 'minutes', 'Minuten', 'k.minutes'),
  text('topics', 'Themen', 'k.topics', 60),
  text('next_step', 'Nächster Schritt', 'k.next_step', 40),
  typed('date', 'next_step_due', 'Fällig am', 'k.next_step_due'),
  typed('date', 'next_step_done_on', 'Erledigt am', 'k.next_step_done_on'),
];

/** Talks of coaches with houses, newest first. */
export function contactTable(query: ExportProgrammeDto, today: CalendarDate): Table {
  const literals = new Literals();
  return {
    columns: COLUMNS,
    from: `from coach_contacts k ${joinHouse('k.institution_id', query, today, literals)}
      where ${houseConditions(query, 'k.held_on', literals)} order by k.held_on desc, k.id`,
  };
}
