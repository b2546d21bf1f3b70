import type { ConstraintProblems } from '../database/sqlstate.js';
import { Problem } from '../kernel/problem/problem.js';

/** What the constraints of this feature's tables mean to a person. */
export const TRAINING_CONSTRAINTS: ConstraintProblems = {
  staff_members_account_uq: () =>
    new Problem(409, 'account_taken', 'Konto: Es gehört schon zu einer anderen Fachkraft.', {
      field: 'accountId',
    }),
  staff_members_id_uq: () => Problem.idReused(),
  staff_positions_open_uq: () =>
    new Problem(409, 'position_taken', 'Diese Fachkraft arbeitet schon in der Einrichtung.'),
  training_registrations_member_fk: () =>
    new Problem(
      409,
      'staff_member_in_use',
      'Diese Fachkraft war schon zu einer Fortbildung angemeldet. Der Eintrag bleibt, ihre Tätigkeit lässt sich beenden.',
    ),
  training_modules_module_fk: () =>
    Problem.unknownReference('moduleIds', 'Module: Eines davon gibt es nicht.'),
  trainings_municipality_fk: () =>
    Problem.unknownReference('municipalityId', 'Kommune: Diese Kommune gibt es nicht.'),
  trainings_focus_area_fk: () =>
    Problem.invalid('focusArea', 'Schwerpunkt: Diesen Schwerpunkt gibt es nicht.'),
};
