/** entry: at the beginning of the programme · progress: in between · exit: at its end. */
export const WAVES = ['entry', 'progress', 'exit'] as const;
export type Wave = (typeof WAVES)[number];

/** What a day is in: open for entries, or closed, after which every change is a correction. */
export const DAY_STATES = ['planned', 'closed'] as const;
export type DayState = (typeof DAY_STATES)[number];

/** Why a child did not do a task. */
export const REASONS = ['ill', 'refused', 'injured', 'support_needs', 'time'] as const;
export type Reason = (typeof REASONS)[number];
