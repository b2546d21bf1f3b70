import type { ConstraintProblems } from '../database/sqlstate.js';
import { Problem } from '../kernel/problem/problem.js';

/** What the constraints of this room's tables mean to a person. */
export const ACCESS_CONSTRAINTS: ConstraintProblems = {
  invitations_institution_fk: () =>
    Problem.unknownReference('institutionId', 'Einrichtung: Diese Einrichtung gibt es nicht.'),
  invitations_municipality_fk: () =>
    Problem.unknownReference('municipalityId', 'Kommune: Diese Kommune gibt es nicht.'),
};
