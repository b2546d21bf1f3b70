import { calendarDate } from '../kernel/calendar/calendar-date.js';
import { makeDemoCity } from './demo-city.js';
import type { DemoCity, ParticipationRow } from './demo-rows.js';
import type { SchoolHoliday } from './rhythm.js';

/** From the holiday regulation of North Rhine-Westphalia (BASS 12-65 Nr. 1). */
export const HOLIDAYS: SchoolHoliday[] = (
  [
    ['Sommerferien', '2024-07-08', '2024-08-20'],
    ['Herbstferien', '2024-10-14', '2024-10-26'],
    ['Weihnachtsferien', '2024-12-23', '2025-01-06'],
    ['Osterferien', '2025-04-14', '2025-04-26'],
    ['Pfingstferien', '2025-06-10', '2025-06-10'],
    ['Sommerferien', '2025-07-14', '2025-08-26'],
    ['Herbstferien', '2025-10-13', '2025-10-25'],
    ['Weihnachtsferien', '2025-12-22', '2026-01-06'],
    ['Osterferien', '2026-03-30', '2026-04-11'],
    ['Pfingstferien', '2026-05-26', '2026-05-26'],
    ['Sommerferien', '2026-07-20', '2026-09-01'],
    ['Herbstferien', '2026-10-17', '2026-10-31'],
    ['Weihnachtsferien', '2026-12-23', '2027-01-06'],
    ['Osterferien', '2027-03-22', '2027-04-03'],
    ['Pfingstferien', '2027-05-18', '2027-05-18'],
    ['Sommerferien', '2027-07-19', '2027-08-31'],
  ] as const
).map(([name, firstDay, lastDay]) => ({
  name,
  firstDay: calendarDate(firstDay),
  lastDay: calendarDate(lastDay),
}));

export const SUNDAY_IN_AUTUMN = '2026-11-22';

export function cityOn(today: string, seed = 'spec'): DemoCity {
  return makeDemoCity({ seed, today: calendarDate(today), holidays: HOLIDAYS });
}

export function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}

export function participating(city: DemoCity): Set<string> {
  const open = city.participations.filter((row) => row.status !== 'requested' && row.ended_on === null);
  return new Set(open.map((row) => row.institution_id));
}

/** The run of each house that counts: an earlier one stands before it. */
export function latestRuns(city: DemoCity): Map<string, ParticipationRow> {
  return new Map(city.participations.map((row) => [row.institution_id, row]));
}
