import { describe, expect, test } from '@jest/globals';
import { Problem } from '../api/problem';
import type { AttendanceMark, WantedMark } from '../api/types';
import { marksIn, takeMarks } from './attendance-sender';

type State = WantedMark['state'];

const wanted = (registrationId: string, state: State, version = 0): WantedMark => ({
  ...{ registrationId, sessionId: 's', state, minutes: null, version },
});
/** A list with one session, as strict about versions as the real one: all or none. */
class Server {
  readonly marks = new Map<string, AttendanceMark>();
  readonly requests: number[] = [];

  readonly put = (marks: WantedMark[]): Promise<AttendanceMark[]> => {
    this.requests.push(marks.length);
    const outdated = marks.filter((mark) => !this.takes(mark)).map((mark) => this.at(mark));
    if (outdated.length > 0) {
      const details = { status: 412, code: 'changed_meanwhile', title: 'Geändert' };
      return Promise.reject(new Problem({ ...details, current: { items: outdated } }));
    }
    return Promise.resolve(marks.map((mark) => this.store(mark)));
  };

  states(): Record<string, string | null> {
    return Object.fromEntries([...this.marks].map(([id, { state }]) => [id, state]));
  }

  private takes(mark: WantedMark): boolean {
    const stored = this.at(mark);
    return stored.version === mark.version || stored.state === mark.state;
  }

  private at({ registrationId, sessionId }: WantedMark): AttendanceMark {
    const nothing = { registrationId, sessionId, state: null, minutes: 0, version: 0 };
    return this.marks.get(registrationId) ?? nothing;
  }

  private store(mark: WantedMark): AttendanceMark {
    const before = this.at(mark);
    if (before.state === mark.state) return before;
    const after = { ...before, state: mark.state, minutes: 180, version: before.version + 1 };
    this.marks.set(mark.registrationId, after);
    return after;
  }
}

describe('ticks', () => {
  test('whose answer was lost can be sent twice', async () => {
    const server = new Server();
    const first = await takeMarks(server.put, [wanted('a', 'present')]);
    expect(await takeMarks(server.put, [wanted('a', 'present')])).toEqual(first);
  });

  test('that somebody else has overtaken are not stored, and told; the others are', async () => {
    const server = new Server();
    await server.put([wanted('b', 'excused')]);
    const all = ['a', 'b', 'c'].map((id) => wanted(id, 'present'));
    const refused = await takeMarks(server.put, all).catch((error: unknown) => error);
    expect(server.states()).toEqual({ b: 'excused', a: 'present', c: 'present' });
    expect(marksIn(refused).map(({ registrationId, state }) => [registrationId, state])).toEqual([
      ['b', 'excused'],
    ]);
    expect(server.requests).toEqual([1, 3, 2]);
  });

  test('chosen by a person replace what stood there', async () => {
    const server = new Server();
    await server.put([wanted('b', 'excused')]);
    await takeMarks(server.put, [wanted('b', 'present', 1)]);
    expect(server.states()).toEqual({ b: 'present' });
  });
});
