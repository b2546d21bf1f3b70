import type { ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate, formatMinutes, formatWeekdayShort } from '../../ui/format';

const words = texts.bookings;

/** "Workshop für Kinder" */
export function kindOf({ format, audience }: Pick<ModuleBooking, 'format' | 'audience'>): string {
  return `${wordFor(texts.programme.format, format)} · ${wordFor(texts.programme.forAudience, audience)}`;
}

/** When it is wished, planned, or was. */
export function whenOf(booking: ModuleBooking): string {
  if (booking.state === 'wished') return wishOf(booking);
  const day = booking.deliveredOn ?? booking.cancelledOn ?? booking.plannedOn;
  if (day === null) return wishOf(booking);
  const time = booking.state === 'planned' ? booking.plannedStart : null;
  return words.planned(formatWeekdayShort(day), formatDate(day), time);
}

function wishOf({ wishedFrom: from, wishedTo: to }: ModuleBooking): string {
  if (from !== null && to !== null) return words.wishedBetween(formatDate(from), formatDate(to));
  if (from !== null) return words.wishedFrom(formatDate(from));
  return to === null ? words.wishedAnyTime : words.wishedTo(formatDate(to));
}

/** "90 Min. · 18 Kinder · 2 Fachkräfte"; '' before it took place. */
export function outcomeOf({ state, minutes, children, parents, staff }: ModuleBooking): string {
  if (state !== 'delivered') return '';
  return [
    formatMinutes(minutes ?? 0),
    ...(children ? [words.people.children(children)] : []),
    ...(parents ? [words.people.parents(parents)] : []),
    ...(staff ? [words.people.staff(staff)] : []),
  ].join(' · ');
}

/** Planned for a day that has passed, and nobody has said what became of it. */
export function isOverdue({ state, plannedOn }: ModuleBooking, today: string): boolean {
  return state === 'planned' && plannedOn !== null && plannedOn < today;
}
