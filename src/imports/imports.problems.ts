import type { ConstraintProblems } from '../database/sqlstate.js';
import { Problem } from '../kernel/problem/problem.js';

/** What the constraints of this feature's tables mean to a person. */
export const IMPORT_CONSTRAINTS: ConstraintProblems = {
  imports_municipality_fk: () =>
    Problem.unknownReference('municipalityId', 'Kommune: Diese Kommune gibt es nicht.'),
};

/** A file that cannot be read; `title` says why and what was expected. */
export function fileProblem(code: string, title: string): Problem {
  return new Problem(422, code, title);
}
