import { ACTIVITY_CONSTRAINTS } from './activities/activities.problems.js';
import type { ConstraintProblems } from './database/sqlstate.js';
import { INSTITUTION_CONSTRAINTS } from './institutions/institutions.problems.js';

/** Every table's entity; the schema test holds them against the migrations. */
export const ENTITIES: (new () => object)[] = [];

/** What each violated constraint means to a person. */
export const CONSTRAINTS: ConstraintProblems = { ...INSTITUTION_CONSTRAINTS, ...ACTIVITY_CONSTRAINTS };
