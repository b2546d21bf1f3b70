import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { SESSION_MINUTES } from '../../training/trainings/session-minutes.sql.js';
import { code, type Column, id, person, type Table, text, typed } from './columns.js';
import type { ExportAttendanceDto } from './export.dto.js';
import { HOUSE_COLUMNS, houseConditions, joinHouse } from './house-rows.sql.js';
import { Literals } from './literals.js';
import { ATTENDANCE_WORDS, DUTY_WORDS, REGISTRATION_WORDS } from './words.js';

/**
 * The same person has the same number in every file; who may not see the name cannot come from the number to it, for it is a digest of a
 * random id that only those get who see the name.
 */
const PERSON_NUMBER = `'P' || upper(left(encode(sha256(r.staff_member_id::text::bytea), 'hex'), 10))`;

/** Names only where the staff's own policies show them: to the lead of the house and the coordinators. */
const COLUMNS: Column[] = [
  id('registration_id', 'r.id'),
  ...HOUSE_COLUMNS,
  text('person_number', 'Personennummer', PERSON_NUMBER, 16),
  person('person', 'Name', 'p.name', 28),
  code({ name: 'function', title: 'Funktion', sql: 'p.function', width: 14 }, DUTY_WORDS),
  id('training_id', 't.id'),
  text('training', 'Fortbildung', 't.title', 40),
  code({ name: 'registration', title: 'Anmeldung', sql: 'r.state', width: 14 }, REGISTRATION_WORDS),
  typed('date', 'held_on', 'Datum', 's.held_on'),
  typed('whole', 'session_minutes', 'Minuten des Termins', SESSION_MINUTES),
  code({ name: 'attendance', title: 'Anwesenheit', sql: 'a.state', width: 15 }, ATTENDANCE_WORDS),
  typed('whole', 'minutes', 'Minuten besucht', 'a.minutes'),
  typed('decimal', 'teaching_units', 'UE besucht', 'round(a.minutes / 45.0, 1)'),
];

/** Every registration with every session of its training, and what is known about the day. */
export function attendanceTable(query: ExportAttendanceDto, today: CalendarDate): Table {
  const literals = new Literals();
  const { trainingId } = query;
  const ofTraining = trainingId === undefined ? 'true' : `t.id = ${literals.add(trainingId)}`;
  return {
    columns: COLUMNS,
    from: `from training_registrations r ${joinHouse('r.institution_id', query, today, literals)}
        join trainings t on t.id = r.training_id join training_sessions s on s.training_id = r.training_id
        left join training_attendances a on a.institution_id = r.institution_id and a.registration_id = r.id and a.session_id = s.id
        left join staff_members p on p.id = r.staff_member_id
      where ${houseConditions(query, 's.held_on', literals)} and ${ofTraining} order by s.held_on desc, t.id, r.arrival, r.id`,
  };
}
