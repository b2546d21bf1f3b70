import type { EventAttributes } from 'ics';
import { addDays, type CalendarDate } from '../../kernel/calendar/calendar-date.js';

/** A date in somebody's calendar; no names of people in it. */
export interface FeedEvent {
  /** The same for as long as the date exists. */
  uid: string;
  /** Grows with each change. */
  sequence: number;
  kind: 'booking' | 'contact' | 'training';
  /** Of the module or training; null for a talk. */
  title: string | null;
  place: string | null;
  day: CalendarDate;
  /** Milliseconds since 1970; null: the whole day. */
  startsAt: number | null;
  minutes: number;
  /** `waiting`: on the waiting list. */
  status: 'sure' | 'waiting' | 'cancelled';
  /** Its page in the application. */
  path: string;
}

const KIND = { booking: 'Modul', contact: 'Beratung', training: 'Fortbildung' };
const STATUS = { sure: 'CONFIRMED', waiting: 'TENTATIVE', cancelled: 'CANCELLED' } as const;
const PREFIX = { sure: '', waiting: 'Warteliste: ', cancelled: 'Fällt aus: ' };
const HEADER = { productId: '-//Olympia ruft//Termine//DE', calName: 'Olympia ruft' };
const MINUTE_MS = 60_000;

/**
 * The dates as iCalendar (RFC 5545). Times are written in UTC: a calendar shows them in its own zone, and no table of summer times can
 * be wrong.
 */
export async function calendarText(events: FeedEvent[], publicUrl: string): Promise<string> {
  // With the first feed that is asked for: few servers have one.
  const { createEvents } = await import('ics');
  const { hostname } = new URL(publicUrl);
  const { error, value } = createEvents(
    events.map((event) => ({
      ...HEADER,
      ...attributesOf(event, publicUrl),
      uid: `${event.uid}@${hostname}`,
    })),
    HEADER,
  );
  if (error || value === null) throw error ?? new Error('no calendar');
  return value;
}

function attributesOf(event: FeedEvent, publicUrl: string): EventAttributes {
  const { kind, title, place, status, sequence, path } = event;
  const what = title === null ? KIND[kind] : `${KIND[kind]}: ${title}`;
  return {
    ...spanOf(event),
    title: PREFIX[status] + what,
    description: `${publicUrl}${path}`,
    ...(place !== null && { location: place }),
    status: STATUS[status],
    busyStatus: status === 'cancelled' ? 'FREE' : status === 'waiting' ? 'TENTATIVE' : 'BUSY',
    sequence,
  };
}

type Span = Pick<EventAttributes, 'start'> & { end: NonNullable<EventAttributes['start']> };

function spanOf({ startsAt, minutes, day }: FeedEvent): Span {
  if (startsAt === null) return { start: partsOf(day), end: partsOf(addDays(day, 1)) };
  return { start: startsAt, end: startsAt + minutes * MINUTE_MS };
}

function partsOf(day: CalendarDate): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
