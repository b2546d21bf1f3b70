import type { ConstraintProblems } from '../database/sqlstate.js';
import { Problem } from '../kernel/problem/problem.js';

/** What the constraints of this feature's tables mean to a person. */
export const ACTIVITY_CONSTRAINTS: ConstraintProblems = {
  activities_focus_area_fk: () =>
    Problem.invalid('focusArea', 'Schwerpunkt: Diesen Schwerpunkt gibt es nicht.'),
  activities_module_fk: () => Problem.unknownReference('moduleId', 'Modul: Dieses Modul gibt es nicht.'),
  activities_group_fk: () =>
    Problem.unknownReference('groupId', 'Gruppe: Diese Gruppe gibt es in der Einrichtung nicht.'),
};
