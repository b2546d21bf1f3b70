import type { ConstraintProblems } from '../../database/sqlstate.js';
import { Problem } from '../../kernel/problem/problem.js';

export const unknownMunicipality = (): Problem =>
  Problem.unknownReference('municipalityId', 'Kommune: Diese Kommune gibt es nicht.');

/** What the constraints of this feature's table mean to a person. */
export const ANNUAL_REPORT_CONSTRAINTS: ConstraintProblems = {
  annual_reports_municipality_fk: unknownMunicipality,
  annual_reports_under_way_uq: () =>
    new Problem(
      409,
      'report_under_way',
      'Dieser Jahresbericht wird gerade schon erstellt. Bitte warten Sie, bis er fertig ist.',
    ),
};
