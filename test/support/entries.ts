import { randomUUID } from 'node:crypto';
import { schoolYearOf } from '../../src/kernel/calendar/school-year.js';
import type { CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import type { House } from './city.js';
import { insertRow } from './rows.js';
import type { Stage } from './stage.js';

/** A good entry of the kita's group for today, as the form sends it. */
export function entry({ city }: Stage, more: object = {}): Record<string, unknown> {
  const { id: institutionId, groupId } = city.houses.kita;
  const numbers = { minutes: 30, childrenPresent: 12 };
  return { institutionId, groupId, heldOn: city.today, focusArea: 'active_learning', ...numbers, ...more };
}

/** The house's group of the school year of a day; of the running year or the one before. */
export function groupOn({ city }: Stage, house: House, day: CalendarDate): string {
  return schoolYearOf(day) === city.schoolYear ? house.groupId : house.lastYearGroupId!;
}

/** Stores an entry past all rules; by the kita's educator unless said otherwise. @returns its id */
export async function storeEntry(stage: Stage, more: object = {}): Promise<string> {
  const id = randomUUID();
  const authorId = stage.city.people.educator.id;
  await insertRow(stage.db, 'activities', { id, authorId, ...entry(stage, more) });
  return id;
}

/** Stands still at noon of the city's day or, where days are given, so many days later. */
export function standAtNoon({ app, city }: Stage, later = 0): void {
  const noon = new Date(`${city.today}T11:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + later);
  app.clock.standAt(noon.toISOString());
}
