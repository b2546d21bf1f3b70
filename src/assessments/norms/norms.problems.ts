import type { ConstraintProblems } from '../../database/sqlstate.js';
import { Problem } from '../../kernel/problem/problem.js';

/** What the constraints of norms mean to a person. */
export const NORM_CONSTRAINTS: ConstraintProblems = {
  norm_sets_version_uq: () =>
    new Problem(
      409,
      'version_taken',
      'Inzwischen hat jemand anders eine neue Fassung dieser Normtabelle angelegt. Bitte noch einmal versuchen.',
    ),
  battery_norms_current_uq: () =>
    new Problem(
      409,
      'norms_changed',
      'Inzwischen hat jemand anders die Normtabellen dieser Testbatterie geändert. Bitte die Seite neu laden.',
    ),
};
