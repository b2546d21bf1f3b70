/** Fixed words of batteries; the codes are stored and sent, the German words belong to the screens. */

export const UNITS = ['jumps', 'cm', 'steps', 'count', 's', 'm', 'contacts', 'yes_no'] as const;
/** Which raw value is the better performance. */
export const DIRECTIONS = ['higher', 'lower'] as const;
/** How trials become a value: the best, their mean, their sum, the only one; `done`: took part, no value to compare. */
export const RULES = ['best', 'mean', 'sum', 'single', 'done'] as const;
export const TIMERS = ['none', 'stopwatch', 'countdown', 'laps'] as const;

export type Unit = (typeof UNITS)[number];
export type Direction = (typeof DIRECTIONS)[number];
export type Rule = (typeof RULES)[number];
export type Timer = (typeof TIMERS)[number];
