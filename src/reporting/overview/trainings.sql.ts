import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { SESSION_MINUTES } from '../../training/trainings/session-minutes.sql.js';
import { type City, housesAlone } from './houses.sql.js';
import type { TrainingFiguresDto } from './programme.dto.js';

/** How many trainings did staff of these houses attend in the period, how many people, for how long? Whoever came twice is one person. */
export async function countTrainings(database: Database, city: City): Promise<TrainingFiguresDto> {
  const parameters = new Parameters();
  const [row] = await database.query<TrainingFiguresDto>(
    `with ${housesAlone(city, parameters)}
     select count(distinct r.training_id)::int as held, count(distinct r.staff_member_id)::int as people,
       coalesce(sum(least(a.minutes, ${SESSION_MINUTES})), 0)::int as minutes
     from training_attendances a join houses h on h.id = a.institution_id
       join training_registrations r on r.institution_id = a.institution_id and r.id = a.registration_id
       join training_sessions s on s.id = a.session_id
     where a.state = 'present' and s.held_on between ${parameters.add(city.period.from)}::date and ${parameters.add(city.period.asOf)}::date`,
    parameters.values,
  );
  return row ?? { held: 0, people: 0, minutes: 0 };
}
