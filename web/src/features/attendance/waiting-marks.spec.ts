import { describe, expect, test } from '@jest/globals';
import type { AttendanceSheet } from '../../api/types';
import type { EntryOf, OutboxEntry } from '../../outbox/entry';
import { markOf } from './queries';
import { bodyOf, conflictsIn, entriesFor, refusedIn, type Tick, withWaiting } from './waiting-marks';

const mark = (registrationId: string, state: string, version: number) => ({
  ...{ registrationId, sessionId: 's', state, minutes: 90, version },
});
const sheet = {
  trainingId: 't',
  sessions: [{ id: 's', minutes: 90 }],
  people: [
    { id: 'a', name: 'Aylin', marks: [], attendedMinutes: 0 },
    { id: 'b', name: 'Björn', marks: [mark('b', 'excused', 3)], attendedMinutes: 0 },
  ],
} as unknown as AttendanceSheet;
const tick = (registrationId: string, state: Tick['state']): Tick => ({
  ...{ registrationId, sessionId: 's', state, minutes: null },
});
const entry = (id: string, ticks: Tick[], rest: Partial<EntryOf<'attendance'>> = {}): OutboxEntry =>
  ({
    ...{ id, rowId: id, kind: 'attendance', state: 'new', withdrawn: false, refusal: null },
    body: bodyOf(ticks, sheet),
    ...rest,
  }) as OutboxEntry;
const statesOf = (shown: AttendanceSheet) => shown.people.map((person) => markOf(person, 's')?.state ?? null);

describe('the list while ticks are on their way', () => {
  test('shows them in the order in which they were made, and those of no other list', () => {
    const elsewhere = entry('x', [tick('a', 'absent')]);
    const all = [entry('1', [tick('a', 'present'), tick('b', 'present')]), entry('2', [tick('b', null)])];
    const other = { ...elsewhere, body: { trainingId: 'other', marks: [] } } as OutboxEntry;
    expect(statesOf(withWaiting(sheet, entriesFor('t', [...all, other])))).toEqual(['present', null]);
  });

  test('sends the stored version', () => {
    expect(bodyOf([tick('a', 'present'), tick('b', null)], sheet)).toMatchObject({
      marks: [
        { state: 'present', version: 0 },
        { state: null, version: 3 },
      ],
    });
  });

  test('asks where another device was quicker, and shows its mark until somebody has chosen', () => {
    const refusal = {
      code: 'changed_meanwhile',
      title: '',
      errors: [],
      current: { items: [mark('b', 'absent', 4)] },
    };
    const stuck = entry('1', [tick('a', 'present'), tick('b', 'present')], { state: 'needs_help', refusal });
    const entries = entriesFor('t', [stuck]);
    expect(statesOf(withWaiting(sheet, entries))).toEqual([null, 'excused']);
    expect(conflictsIn(entries)).toMatchObject([
      { mine: { state: 'present' }, theirs: { state: 'absent', version: 4 } },
    ]);
    expect(refusedIn(entries)).toEqual([]);
  });
});
