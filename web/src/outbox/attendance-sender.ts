import { type Api, unwrap } from '../api/client';
import { Problem } from '../api/problem';
import type { AttendanceMark, WantedMark } from '../api/types';
import type { Attendance, AttendanceBody } from './entry';

type Place = Pick<WantedMark, 'registrationId' | 'sessionId'>;
type Put = (marks: WantedMark[]) => Promise<AttendanceMark[]>;

export const isAt = (a: Place, b: Place): boolean =>
  a.registrationId === b.registrationId && a.sessionId === b.sessionId;

/**
 * Ticks on the list of a training; the same twice is no harm. Of many those are stored that nobody else has overtaken.
 * @throws Problem 412 with the marks of others, for a person to choose
 */
export async function takeAttendance(
  api: Api,
  id: string,
  { trainingId, marks }: AttendanceBody,
): Promise<Attendance> {
  return { id, marks: await takeMarks(putTo(api, trainingId), marks) };
}

/** The server takes all or none: what others have overtaken is left out, and told. */
export async function takeMarks(put: Put, marks: WantedMark[]): Promise<AttendanceMark[]> {
  try {
    return await put(marks);
  } catch (error) {
    const theirs = marksIn(error);
    if (theirs.length > 0) await put(marks.filter((mark) => !theirs.some((other) => isAt(other, mark))));
    throw error;
  }
}

/** Takes ticks back, as far as the list still says what they said. */
export async function takeAttendanceBack(
  api: Api,
  _id: string,
  { trainingId, marks }: AttendanceBody,
): Promise<void> {
  const params = { path: { id: trainingId } };
  const { people } = await unwrap(api.GET('/api/trainings/{id}/attendance', { params }));
  const stored = people.flatMap((person) => person.marks);
  const taken = marks.flatMap((mark): WantedMark[] => {
    const found = stored.find((other) => isAt(other, mark));
    return found?.state === mark.state
      ? [{ ...mark, state: null, minutes: null, version: found.version }]
      : [];
  });
  await putTo(api, trainingId)(taken);
}

/** The marks that stand there instead, as a refusal names them. */
export function marksIn(refused: unknown): AttendanceMark[] {
  const current = refused instanceof Problem ? refused.current : refused;
  if (typeof current !== 'object' || current === null || !('items' in current)) return [];
  return Array.isArray(current.items) ? (current.items as AttendanceMark[]) : [];
}

const putTo =
  (api: Api, trainingId: string): Put =>
  async (marks) => {
    if (marks.length === 0) return [];
    const params = { path: { id: trainingId } };
    const { items } = await unwrap(api.PUT('/api/trainings/{id}/attendance', { params, body: { marks } }));
    return items;
  };
