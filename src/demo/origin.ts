import { addDays, daysBetween } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { firstDayOf, schoolYearOf } from '../kernel/calendar/school-year.js';
import type { SchoolYear } from '../kernel/calendar/school-year.js';
import { instantMs, instantText, moment } from './instant.js';
import { nameDealer } from './people-names.js';
import type { Random } from './random.js';

/** What all parts of the city have in common. */
export interface Origin {
  /** The running school year. */
  year: SchoolYear;
  /** The two school years before it, and itself. */
  years: readonly SchoolYear[];
  /** Every day of these years up to today. */
  days: readonly CalendarDate[];
  /** Morning of the first day of these years: milliseconds since 1970 for ids, and as PostgreSQL reads it. */
  founded: number;
  createdAt: string;
  /** A name that nobody in the city bears yet. */
  nextName: () => string;
}

export function originOf(random: Random, today: CalendarDate): Origin {
  const year = schoolYearOf(today);
  const firstDay = firstDayOf(year - 2);
  const beginning = moment(firstDay, 8);
  return {
    year,
    years: [year - 2, year - 1, year],
    days: Array.from({ length: daysBetween(firstDay, today) + 1 }, (_, index) => addDays(firstDay, index)),
    founded: instantMs(beginning),
    createdAt: instantText(beginning),
    nextName: nameDealer(random),
  };
}
