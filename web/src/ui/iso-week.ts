import { addDays, type DateString, daysBetween } from './format';

/** ISO 8601 week, as it stands in the address: "2026-W47". */
export type IsoWeek = string;

/** The Monday of the week a date lies in. */
export function mondayOf(date: DateString): DateString {
  const weekdayFromMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekdayFromMonday);
}

/** The ISO week of a date; the week belongs to the year its Thursday lies in. */
export function weekOf(date: DateString): IsoWeek {
  const year = addDays(mondayOf(date), 3).slice(0, 4);
  const number = daysBetween(mondayOf(`${year}-01-04`), mondayOf(date)) / 7 + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of an ISO week, or null if the text is no such week (it comes from the address). */
export function mondayOfWeek(week: IsoWeek): DateString | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return null;
  const monday = addDays(mondayOf(`${match[1]}-01-04`), (Number(match[2]) - 1) * 7);
  return weekOf(monday) === week ? monday : null;
}

/** "2026-W47" → 47 */
export const weekNumber = (week: IsoWeek): number => Number(week.slice(6));
