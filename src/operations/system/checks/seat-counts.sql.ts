import type { IntegrityCheck } from './check.js';

/** Trainings whose kept numbers of confirmed and waiting people are not those of their registrations. */
export const SEAT_COUNTS: IntegrityCheck = {
  code: 'seat_counts',
  found: 'bad',
  sql: `
    select count(*)::int as count from trainings t, lateral (
        select count(*) filter (where r.state = 'confirmed') as confirmed, count(*) filter (where r.state = 'waiting') as waiting
        from training_registrations r where r.training_id = t.id) r
      where (t.confirmed, t.waiting) is distinct from (r.confirmed, r.waiting)`,
};
