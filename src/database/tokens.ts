export const SETTINGS = Symbol('settings');
export const CONSTRAINT_PROBLEMS = Symbol('constraint problems');
