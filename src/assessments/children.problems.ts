import type { ConstraintProblems } from '../database/sqlstate.js';
import { Problem } from '../kernel/problem/problem.js';

/** What the constraints of children and consents mean to a person. */
export const CHILD_CONSTRAINTS: ConstraintProblems = {
  children_group_fk: () =>
    Problem.unknownReference('groupId', 'Gruppe: Diese Gruppe gibt es in der Einrichtung nicht.'),
  children_code_uq: () => Problem.busy(1),
  consents_open_uq: () =>
    new Problem(409, 'consent_given', 'Für dieses Kind ist inzwischen eine Einwilligung eingetragen.'),
};
