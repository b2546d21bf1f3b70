import { SESSION_MINUTES } from '../trainings/session-minutes.sql.js';

/**
 * Joins `now`: what `training_registrations r` has attended as of now, in the very form in which certificates keep it, so that the two can be
 * compared.
 */
export const JOIN_ATTENDED = `
  cross join lateral (
    select coalesce(sum(least(a.minutes, ${SESSION_MINUTES})), 0)::int as minutes,
      coalesce(jsonb_agg(jsonb_build_object('date', s.held_on::text, 'startsAt', to_char(s.starts_at, 'HH24:MI'),
        'endsAt', to_char(s.ends_at, 'HH24:MI'), 'minutes', least(a.minutes, ${SESSION_MINUTES})) order by s.held_on, s.starts_at, s.id), '[]') as sessions
    from training_attendances a join training_sessions s on s.id = a.session_id
    where a.institution_id = r.institution_id and a.registration_id = r.id and a.state = 'present'
  ) now
  cross join lateral (
    select coalesce(sum(${SESSION_MINUTES}), 0)::int as minutes from training_sessions s where s.training_id = r.training_id
  ) total`;

/** Whether `certificates c` says something else than what was attended, by today's list. */
export const IS_OUTDATED = `(c.facts -> 'sessions' <> now.sessions or (c.facts ->> 'attendedMinutes')::int <> now.minutes
  or (c.facts ->> 'totalMinutes')::int <> total.minutes)`;
