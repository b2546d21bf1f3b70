/** Minutes of `training_sessions s` without its breaks. Both clock times are of one day, and no session runs through the night of a change of the clocks. */
export const SESSION_MINUTES =
  'greatest((extract(epoch from s.ends_at - s.starts_at) / 60)::int - s.break_minutes, 0)';
