/** Fixed words of the programme; the codes are stored and sent, the German words belong to the screens. */

/** For whom a module is. */
export const AUDIENCES = ['children', 'parents', 'staff'] as const;

export const MODULE_FORMATS = [
  'workshop',
  'training',
  'coaching',
  'talk',
  'project',
  'sports_festival',
  'kick_off',
  'athlete_visit',
  'closing',
] as const;

/** What became of a chosen module, in the order of the board. */
export const BOOKING_STATES = ['wished', 'planned', 'delivered', 'cancelled'] as const;

export const CONTACT_STATES = ['planned', 'held', 'cancelled'] as const;
export const CONTACT_WAYS = ['on_site', 'phone', 'online'] as const;

export type Audience = (typeof AUDIENCES)[number];
export type ModuleFormat = (typeof MODULE_FORMATS)[number];
export type BookingState = (typeof BOOKING_STATES)[number];
export type ContactState = (typeof CONTACT_STATES)[number];
export type ContactWay = (typeof CONTACT_WAYS)[number];
