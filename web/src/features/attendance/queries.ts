import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { deviceClock } from '../../device/device-clock';
import { kept } from '../../device/kept';
import { dayIn } from '../session/current-day';
import { isNear } from '../test-days/sheet-copy';
import type { AttendanceMark, AttendanceSheet, SheetPerson, WantedMark } from '../../api/types';

/** Who is on the list of a training, with all marks. */
export function sheetQuery(trainingId: string) {
  return queryOptions({
    queryKey: ['attendance', trainingId],
    queryFn: (asking) =>
      kept.read(asking, listName(trainingId), () => readList(trainingId), { keep: forTheDoor }),
  });
}

/** Under this name the list of a training is kept. */
export const listName = (trainingId: string): string => `${LISTS}${trainingId}`;

const LISTS = 'attendance/';

/** The lists that are prepared on this device. */
export const preparedLists = (): Promise<AttendanceSheet[]> => kept.all(LISTS);

/** Fetches the list and keeps it, whenever the training is. */
export async function prepareList(trainingId: string): Promise<void> {
  await kept.put(listName(trainingId), await readList(trainingId));
}

function readList(trainingId: string): Promise<AttendanceSheet> {
  return unwrap(api.GET('/api/trainings/{id}/attendance', { params: { path: { id: trainingId } } }));
}

/** Lists of today and tomorrow are kept by themselves, others once they were prepared. */
async function forTheDoor(sheet: AttendanceSheet): Promise<AttendanceSheet | null> {
  const today = dayIn(deviceClock.now());
  const isSoon = sheet.sessions.some(({ heldOn }) => isNear(heldOn, today));
  return isSoon || (await kept.keptAt(listName(sheet.trainingId))) !== null ? sheet : null;
}

export async function sendMarks(trainingId: string, marks: WantedMark[]): Promise<AttendanceMark[]> {
  const params = { path: { id: trainingId } };
  const { items } = await unwrap(api.PUT('/api/trainings/{id}/attendance', { params, body: { marks } }));
  return items;
}

export function addWalkIn(
  trainingId: string,
  body: components['schemas']['WalkInDto'],
): Promise<SheetPerson> {
  return unwrap(api.POST('/api/trainings/{id}/walk-ins', { params: { path: { id: trainingId } }, body }));
}

const isAt = (a: Pick<AttendanceMark, 'registrationId' | 'sessionId'>, b: typeof a): boolean =>
  a.registrationId === b.registrationId && a.sessionId === b.sessionId;

/** The person's mark at a session; undefined while nothing is said. */
export function markOf(person: SheetPerson, sessionId: string): AttendanceMark | undefined {
  return person.marks.find((mark) => mark.sessionId === sessionId && mark.state !== null);
}

/** The list with other marks in the places of those it had. */
export function withMarks(sheet: AttendanceSheet, marks: readonly AttendanceMark[]): AttendanceSheet {
  const people = sheet.people.map((person) => {
    const own = marks.filter(({ registrationId }) => registrationId === person.id);
    if (own.length === 0) return person;
    const others = person.marks.filter((mark) => !own.some((other) => isAt(other, mark)));
    const all = [...others, ...own];
    const attendedMinutes = all.reduce((total, { minutes }) => total + minutes, 0);
    return { ...person, marks: all, attendedMinutes };
  });
  return { ...sheet, people };
}
