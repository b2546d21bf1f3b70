import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { SESSION_MINUTES } from '../../training/trainings/session-minutes.sql.js';
import { type City, houses } from '../overview/houses.sql.js';
import type { TrainingLine } from './annual-figures.js';

/** Which trainings did staff of the houses attend in the period, by their first day? The same ones that the figure `trainings_held` counts. */
export async function listTrainings(database: Database, city: City): Promise<TrainingLine[]> {
  const parameters = new Parameters();
  return database.query<TrainingLine>(
    `with ${houses(city, parameters)}
     select t.title, f.title as "focusArea", array_agg(distinct s.held_on::text order by s.held_on::text) as days,
       count(distinct r.staff_member_id)::int as people, sum(least(a.minutes, ${SESSION_MINUTES}))::int as minutes
     from training_attendances a join houses h on h.id = a.institution_id
       join training_registrations r on r.institution_id = a.institution_id and r.id = a.registration_id
       join training_sessions s on s.id = a.session_id
       join trainings t on t.id = r.training_id left join focus_areas f on f.code = t.focus_area
     where a.state = 'present' and s.held_on between ${parameters.add(city.period.from)}::date and ${parameters.add(city.period.asOf)}::date
     group by t.id, t.title, f.title order by min(s.held_on), t.title, t.id`,
    parameters.values,
  );
}
