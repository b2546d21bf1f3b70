/** Days from one reminder of a house to the next at the earliest. */
export const REMINDER_PAUSE_DAYS = 7;
