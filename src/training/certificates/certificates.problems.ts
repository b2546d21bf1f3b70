import type { ConstraintProblems } from '../../database/sqlstate.js';
import { Problem } from '../../kernel/problem/problem.js';

/** What the constraints of attendance and certificates mean to a person. */
export const CERTIFICATE_CONSTRAINTS: ConstraintProblems = {
  training_attendances_session_fk: () =>
    new Problem(
      409,
      'session_attended',
      'Zu diesem Termin ist schon Anwesenheit eingetragen. Er lässt sich nicht mehr löschen.',
    ),
  // Two who issue at once: the other one was quicker, and asking again finds nothing to do.
  certificates_good_uq: () => Problem.busy(1),
};
