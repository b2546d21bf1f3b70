import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { BOOKING_DAY, bookingConditions } from '../../programme/bookings/module-booking.repository.js';
import { code, type Column, id, type Table, text, typed } from './columns.js';
import type { ExportBookingsDto } from './export.dto.js';
import { HOUSE_COLUMNS, joinHouse } from './house-rows.sql.js';
import { Literals } from './literals.js';
import { AUDIENCE_WORDS, BOOKING_WORDS, FORMAT_WORDS } from './words.js';

const COLUMNS: Column[] = [
  id('id', 'b.id'),
  ...HOUSE_COLUMNS,
  id('module_id', 'b.module_id'),
  text('module', 'Modul', 'c.title', 36),
  { ...text('focus_area', 'Schwerpunkt', 'c.focus_area', 26), spoken: 'f.title' },
  code({ name: 'audience', title: 'Für wen', sql: 'c.audience', width: 12 }, AUDIENCE_WORDS),
  code({ name: 'format', title: 'Format', sql: 'c.format', width: 20 }, FORMAT_WORDS),
  code({ name: 'state', title: 'Stand', sql: 'b.state', width: 14 }, BOOKING_WORDS),
  typed('date', 'wished_from', 'Gewünscht ab', 'b.wished_from'),
  typed('date', 'wished_to', 'Gewünscht bis', 'b.wished_to'),
  typed('date', 'planned_on', 'Geplant am', 'b.planned_on'),
  text('planned_start', 'Uhrzeit', `to_char(b.planned_start, 'HH24:MI')`, 9),
  typed('date', 'delivered_on', 'Durchgeführt am', 'b.delivered_on'),
  typed('whole', 'minutes', 'Minuten', 'b.minutes'),
  typed('whole', 'children', 'Kinder', 'b.children'),
  typed('whole', 'parents', 'Eltern', 'b.parents'),
  typed('whole', 'staff', 'Fachkräfte', 'b.staff'),
  text('remarks', 'Anmerkungen', 'b.remarks', 60),
  typed('date', 'cancelled_on', 'Ausgefallen am', 'b.cancelled_on'),
  text('cancel_reason', 'Grund', 'b.cancel_reason', 40),
];

/** The bookings of the list with the same filter, in its order. */
export function bookingTable(query: ExportBookingsDto, today: CalendarDate): Table {
  const literals = new Literals();
  const direction = query.sort === 'day' ? 'asc' : 'desc';
  return {
    columns: COLUMNS,
    from: `from module_bookings b ${joinHouse('b.institution_id', query, today, literals)}
        join modules c on c.id = b.module_id join focus_areas f on f.code = c.focus_area
      where ${bookingConditions(query, literals)} order by ${BOOKING_DAY} ${direction}, b.id ${direction}`,
  };
}
