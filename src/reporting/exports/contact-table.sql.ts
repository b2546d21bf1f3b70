import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { contactConditions } from '../../programme/coach-contacts/coach-contact.repository.js';
import { code, type Column, id, type Table, text, typed } from './columns.js';
import type { ExportContactsDto } from './export.dto.js';
import { HOUSE_COLUMNS, joinHouse } from './house-rows.sql.js';
import { Literals } from './literals.js';
import { CONTACT_WORDS, WAY_WORDS } from './words.js';

/** Not by which coach: a file is about the houses. */
const COLUMNS: Column[] = [
  id('id', 'c.id'),
  ...HOUSE_COLUMNS,
  code({ name: 'state', title: 'Stand', sql: 'c.state', width: 15 }, CONTACT_WORDS),
  code({ name: 'way', title: 'Weg', sql: 'c.way', width: 10 }, WAY_WORDS),
  typed('date', 'held_on', 'Datum', 'c.held_on'),
  text('starts_at', 'Uhrzeit', `to_char(c.starts_at, 'HH24:MI')`, 9),
  typed('whole', 'minutes', 'Minuten', 'c.minutes'),
  text('topics', 'Themen', 'c.topics', 60),
  text('next_step', 'Nächster Schritt', 'c.next_step', 40),
  typed('date', 'next_step_due', 'Fällig am', 'c.next_step_due'),
  typed('date', 'next_step_done_on', 'Erledigt am', 'c.next_step_done_on'),
];

/** The talks of the list with the same filter, in its order. */
export function contactTable(query: ExportContactsDto, today: CalendarDate): Table {
  const literals = new Literals();
  return {
    columns: COLUMNS,
    from: `from coach_contacts c ${joinHouse('c.institution_id', query, today, literals)}
      where ${contactConditions(query, literals)} order by c.held_on desc, c.id desc`,
  };
}
