/** Fixed words of staff and trainings; the codes are stored and sent, the German words belong to the screens. */

export const STAFF_FUNCTIONS = ['educator', 'teacher', 'all_day_staff', 'lead', 'other'] as const;
export type StaffFunction = (typeof STAFF_FUNCTIONS)[number];

export const TRAINING_STATES = ['draft', 'open', 'closed', 'completed', 'cancelled'] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

/** `walk_in`: came without being registered; takes no seat. */
export const REGISTRATION_STATES = ['confirmed', 'waiting', 'withdrawn', 'walk_in'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];
