import type { BookingState, ModuleBooking, ModuleBookingChange } from '../../api/types';
import { texts } from '../../texts/de';
import type { DateString } from '../../ui/format';
import type { Versioned } from '../forms/conflict';

const words = texts.bookings;

/** What can be said about a booking; which of it belongs to a state is in `FIELDS_OF`. */
export interface BookingValues extends Versioned {
  wishedFrom: string;
  wishedTo: string;
  plannedOn: string;
  plannedStart: string;
  deliveredOn: string;
  minutes: number | null;
  children: number | null;
  parents: number | null;
  staff: number | null;
  remarks: string;
  cancelReason: string;
}

export type BookingField = Exclude<keyof BookingValues, 'version'>;

export const FIELDS_OF: Record<BookingState, readonly BookingField[]> = {
  wished: ['wishedFrom', 'wishedTo', 'remarks'],
  planned: ['plannedOn', 'plannedStart', 'remarks'],
  delivered: ['deliveredOn', 'minutes', 'children', 'parents', 'staff', 'remarks'],
  cancelled: ['cancelReason', 'remarks'],
};

/** Where a card may go from a state; the server has the same rule. */
export const MOVES: Record<BookingState, readonly BookingState[]> = {
  wished: ['planned', 'delivered', 'cancelled'],
  planned: ['delivered', 'wished', 'cancelled'],
  delivered: ['planned', 'cancelled'],
  cancelled: ['wished', 'planned'],
};

export function stateOf({ state }: Pick<ModuleBooking, 'state'>): BookingState {
  const known = Object.keys(MOVES) as BookingState[];
  return known.find((one) => one === state) ?? 'wished';
}

export const audienceOf = ({ audience }: Pick<ModuleBooking, 'audience'>) =>
  (['children', 'parents', 'staff'] as const).find((one) => one === audience) ?? 'children';

export function valuesOf(booking: ModuleBooking): BookingValues {
  const { version, minutes, children, parents, staff } = booking;
  return {
    ...{ version, minutes, children, parents, staff },
    wishedFrom: booking.wishedFrom ?? '',
    wishedTo: booking.wishedTo ?? '',
    plannedOn: booking.plannedOn ?? '',
    plannedStart: booking.plannedStart ?? '',
    deliveredOn: booking.deliveredOn ?? '',
    remarks: booking.remarks ?? '',
    cancelReason: booking.cancelReason ?? '',
  };
}

/** What is likely once the card gets to the state: it took place on the day and for the time that were meant. */
export function startOf(booking: ModuleBooking, to: BookingState, today: DateString): BookingValues {
  const values = valuesOf(booking);
  if (to !== 'delivered' || booking.state === 'delivered') return values;
  const { plannedOn } = values;
  const deliveredOn = plannedOn !== '' && plannedOn <= today ? plannedOn : today;
  return { ...values, deliveredOn, minutes: values.minutes ?? booking.usualMinutes };
}

/** The first thing that is missing for the state, by field. */
export function missing(booking: ModuleBooking, to: BookingState, values: BookingValues) {
  const heads = audienceOf(booking);
  const needed: Partial<Record<BookingField, string>> = {
    ...(to === 'planned' && { plannedOn: words.plannedOnMissing }),
    ...(to === 'delivered' && {
      deliveredOn: words.deliveredOnMissing,
      minutes: words.minutesMissing,
      [heads]: words.headsMissing(texts.programme.audience[heads]),
    }),
    ...(to === 'cancelled' && { cancelReason: words.cancelReasonMissing }),
  };
  const isEmpty = (value: string | number | null): boolean => value === null || String(value).trim() === '';
  return Object.fromEntries(
    Object.entries(needed).filter(([field]) => isEmpty(values[field as BookingField])),
  );
}

/** What is sent: the changed fields that belong to the state, null for what was emptied. */
export function changeOf(changes: Partial<BookingValues>, to: BookingState): ModuleBookingChange {
  const sent = FIELDS_OF[to].filter((field) => changes[field] !== undefined);
  return Object.fromEntries(sent.map((field) => [field, changes[field] === '' ? null : changes[field]]));
}
