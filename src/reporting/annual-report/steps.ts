/** What is done one after the other to make a report. */
export const STEPS = [
  ...(['totals', 'reach', 'equity', 'months'] as const),
  ...(['trainings', 'modules', 'motor_skills', 'drawing'] as const),
];
export type Step = (typeof STEPS)[number];

/** `interrupted`: begun again and again without coming to an end; `busy`: the database had no room; `internal`: a mistake of the program. */
export const FAILURES = ['busy', 'interrupted', 'internal'] as const;
export type Failure = (typeof FAILURES)[number];

/** How often a report is tried before it counts as failed. */
export const MOST_TRIES = 3;
