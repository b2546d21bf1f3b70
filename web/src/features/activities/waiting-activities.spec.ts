import { describe, expect, test } from '@jest/globals';
import type { Activity } from '../../api/types';
import type { EntryOf, OutboxEntry, OutboxState } from '../../outbox/entry';
import { conflictOf, settledChange } from './activity-conflict';
import { notYetStored, shownOf } from './waiting-activities';

const stored = {
  ...{
    id: 'a',
    version: 3,
    institutionId: 'h',
    groupId: 'g',
    focusArea: 'f',
    heldOn: '2026-11-20',
    minutes: 30,
  },
  ...{ childrenPresent: 12, adultsPresent: null, place: null, moduleId: null, note: null },
} as Activity;
const change = (changes: object, state: OutboxState = 'new'): OutboxEntry =>
  ({
    id: 'a',
    kind: 'activity_change',
    state,
    withdrawn: false,
    body: { id: 'a', version: 3, changes, base: stored },
  }) as unknown as OutboxEntry;
const removal = { id: 'a', kind: 'activity', state: 'new', withdrawn: true } as OutboxEntry;

describe('a list with what waits on this device', () => {
  test('shows changes in their order, but none that was refused', () => {
    const entries = [
      change({ minutes: 45 }),
      change({ note: 'Im Garten' }),
      change({ minutes: 5 }, 'needs_help'),
    ];
    expect(shownOf([stored], entries)).toMatchObject([
      { waiting: true, gone: false, activity: { minutes: 45, note: 'Im Garten' } },
    ]);
  });

  test('shows what is to be deleted, and what is to stay after all', () => {
    expect(shownOf([stored], [removal])).toMatchObject([{ gone: true }]);
    expect(shownOf([stored], [removal, change({})])).toMatchObject([{ gone: false }]);
  });

  test('names new ones until the server has them', () => {
    const fresh = { ...removal, id: 'b', withdrawn: false } as OutboxEntry;
    expect(notYetStored([stored], [removal, fresh]).map(({ id }) => id)).toEqual(['b']);
    expect(notYetStored([{ ...stored, id: 'b' }], [fresh])).toEqual([]);
  });
});

test('a choice between two versions is sent with the own fields only, and says what was chosen', () => {
  const theirs = { ...stored, version: 4, minutes: 60, note: 'Draußen' };
  const entry = change({ minutes: 45, note: 'Im Garten' }) as EntryOf<'activity_change'>;
  const conflict = conflictOf(entry, theirs);
  expect(conflict.fields).toEqual(['minutes', 'note']);
  expect(settledChange(conflict, ['minutes'], '2026-11-23')).toEqual({
    version: 4,
    changes: {
      note: 'Im Garten',
      conflict: {
        version: 3,
        kept: [
          { field: 'minutes', chosen: 'stored' },
          { field: 'note', chosen: 'own' },
        ],
      },
    },
  });
});
