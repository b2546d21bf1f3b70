import type { ConstraintProblems } from '../database/sqlstate.js';
import { Problem } from '../kernel/problem/problem.js';

/** What the constraints of this feature's tables mean to a person. */
export const PROGRAMME_CONSTRAINTS: ConstraintProblems = {
  modules_focus_area_fk: () => Problem.invalid('focusArea', 'Schwerpunkt: Diesen Schwerpunkt gibt es nicht.'),
  module_items_item_fk: () =>
    Problem.invalid('itemCodes', 'Passt zu diesen Aufgaben: Eine davon gibt es nicht.'),
  modules_title_uq: () => {
    const message = 'Titel: Ein Modul mit diesem Titel gibt es im Katalog schon.';
    return new Problem(409, 'module_title_taken', message, {
      field: 'title',
      errors: [{ field: 'title', message }],
    });
  },
};
