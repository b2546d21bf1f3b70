import type { ConstraintProblems } from '../../database/sqlstate.js';
import { Problem } from '../../kernel/problem/problem.js';

const takenMeanwhile = (): Problem =>
  new Problem(
    409,
    'version_taken',
    'Inzwischen hat jemand anders eine neue Fassung angelegt. Bitte die Liste neu laden und noch einmal versuchen.',
  );

/** What the constraints of batteries and their versions mean to a person. */
export const BATTERY_CONSTRAINTS: ConstraintProblems = {
  test_batteries_version_uq: takenMeanwhile,
  test_protocols_version_uq: takenMeanwhile,
  test_items_pk: takenMeanwhile,
  test_items_position_uq: takenMeanwhile,
};
