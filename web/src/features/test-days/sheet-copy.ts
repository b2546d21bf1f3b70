import { api, unwrap } from '../../api/client';
import type { TestDaySheet } from '../../api/types';
import { deviceClock } from '../../device/device-clock';
import { type Asking, kept } from '../../device/kept';
import { addDays, type DateString } from '../../ui/format';
import { dayIn } from '../session/current-day';

/** A sheet as it is kept: without what the children have done. */
export type SheetOrCopy = TestDaySheet & { withoutResults?: boolean };

/** Under this name the sheet of a test day is kept. */
export const sheetName = (testDayId: string): string => `test-day/${testDayId}`;

/** The sheet of a test day; without a network what was prepared of it. */
export function readSheetOrCopy(asking: Asking, id: string): Promise<SheetOrCopy> {
  return kept.read<SheetOrCopy>(asking, sheetName(id), () => readSheet(id), { keep: forTheHall });
}

/** Fetches the sheet and keeps it, whenever the day is. */
export async function prepareSheet(id: string): Promise<void> {
  await kept.put(sheetName(id), withoutResults(await readSheet(id)));
}

function readSheet(id: string): Promise<TestDaySheet> {
  return unwrap(api.GET('/api/test-days/{id}/sheet', { params: { path: { id } } }));
}

/** Days of today and tomorrow are kept by themselves, others once they were prepared; none that is closed or over. */
async function forTheHall(sheet: TestDaySheet): Promise<SheetOrCopy | null> {
  const { id, heldOn, state } = sheet.testDay;
  const today = dayIn(deviceClock.now());
  if (state !== 'planned' || heldOn < addDays(today, -DAYS_LEFT)) return null;
  return isNear(heldOn, today) || (await kept.keptAt(sheetName(id))) !== null ? withoutResults(sheet) : null;
}

/** A test day that was not finished goes on within so many days. */
const DAYS_LEFT = 7;

/** Is it today or tomorrow? */
export const isNear = (heldOn: DateString, today: DateString): boolean =>
  heldOn === today || heldOn === addDays(today, 1);

/**
 * Codes, groups and tasks, and for each task of a child the limits outside of which a value is asked about; nothing of what a child
 * has done or not done.
 */
export function withoutResults(sheet: TestDaySheet): SheetOrCopy {
  const testDay = { ...sheet.testDay, complete: 0, started: 0 };
  const children = sheet.children.map((child) => ({
    ...child,
    results: child.results.map((result) => ({
      ...result,
      state: 'open',
      reason: null,
      value: null,
      trials: [],
    })),
  }));
  return { ...sheet, testDay, children, withoutResults: true };
}
