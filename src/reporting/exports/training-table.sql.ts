import { SESSION_MINUTES } from '../../training/trainings/session-minutes.sql.js';
import { DATED_TRAININGS, trainingConditions } from '../../training/trainings/training.repository.js';
import { code, type Column, id, person, type Table, text, typed } from './columns.js';
import type { ExportTrainingsDto } from './export.dto.js';
import { inYear } from './house-rows.sql.js';
import { Literals } from './literals.js';
import { TRAINING_WORDS } from './words.js';

const COLUMNS: Column[] = [
  id('id', 't.id'),
  text('municipality', 'Kommune', 'm.name'),
  text('title', 'Titel', 't.title', 40),
  { ...text('focus_area', 'Schwerpunkt', 't.focus_area', 26), spoken: 'f.title' },
  code({ name: 'state', title: 'Stand', sql: 't.state', width: 14 }, TRAINING_WORDS),
  typed('date', 'first_day', 'Erster Termin', 's.first_day'),
  typed('date', 'last_day', 'Letzter Termin', 's.last_day'),
  typed('whole', 'sessions', 'Termine', 's.sessions'),
  typed('whole', 'minutes', 'Minuten', 's.minutes'),
  typed('decimal', 'teaching_units', 'UE', 'round(s.minutes / 45.0, 1)'),
  text('place', 'Ort', 't.place', 36),
  person('trainer', 'Leitung der Fortbildung', 't.trainer_name', 30),
  typed('whole', 'capacity', 'Plätze', 't.capacity'),
  typed('whole', 'confirmed', 'Bestätigt', 't.confirmed'),
  typed('whole', 'waiting', 'Warteliste', 't.waiting'),
  text('cancel_reason', 'Grund der Absage', 't.cancel_reason', 40),
];

/** The trainings of the list with the same filter, in its order; with a school year, those with a session in it. */
export function trainingTable(query: Partial<ExportTrainingsDto>): Table {
  const literals = new Literals();
  const { schoolYear } = query;
  const inSchoolYear =
    schoolYear === undefined
      ? 'true'
      : `exists (select from training_sessions x where x.training_id = t.id and ${inYear(query, 'x.held_on', literals)})`;
  const direction = query.when === 'past' ? 'desc' : 'asc';
  return {
    columns: COLUMNS,
    from: `${DATED_TRAININGS} join municipalities m on m.id = t.municipality_id join focus_areas f on f.code = t.focus_area
        cross join lateral (select min(s.held_on) as first_day, max(s.held_on) as last_day, count(*) as sessions,
          sum(${SESSION_MINUTES}) as minutes from training_sessions s where s.training_id = t.id) s
      where ${trainingConditions(query, literals).join(' and ')} and ${inSchoolYear}
      order by d.first_day ${direction}, t.id ${direction}`,
  };
}
