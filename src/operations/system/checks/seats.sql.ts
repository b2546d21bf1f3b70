import type { IntegrityCheck } from './check.js';

/** Trainings with more confirmed people than seats. */
export const SEATS: IntegrityCheck = {
  code: 'seats',
  found: 'bad',
  sql: `
    select count(*)::int as count from trainings t
      where t.capacity < (select count(*) from training_registrations r where r.training_id = t.id and r.state = 'confirmed')`,
};
