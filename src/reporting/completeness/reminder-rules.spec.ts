import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { type HouseToRemind, reminderState } from './reminder-rules.js';

const TODAY = calendarDate('2026-11-23');
const HOUSE: HouseToRemind = {
  archived: false,
  weeks: { expected: 10, reported: 4 },
  remindedOn: null,
  recipients: [{ name: 'Lena Leitung', address: 'lena@example.org' }],
};

describe('a house is reminded', () => {
  test('when something lacks and somebody can be written to', () => {
    expect(reminderState(HOUSE, TODAY)).toBe('ready');
  });

  test('at most once in seven days', () => {
    expect(reminderState({ ...HOUSE, remindedOn: calendarDate('2026-11-17') }, TODAY)).toBe('recent');
    expect(reminderState({ ...HOUSE, remindedOn: calendarDate('2026-11-16') }, TODAY)).toBe('ready');
  });

  test.each([
    ['complete', { weeks: { expected: 10, reported: 10 } }],
    ['complete', { weeks: { expected: 0, reported: 0 } }],
    ['not_participating', { weeks: null }],
    ['archived', { archived: true }],
    ['no_address', { recipients: [] }],
  ] as const)('not when it is %s', (state, other) => {
    expect(reminderState({ ...HOUSE, ...other }, TODAY)).toBe(state);
  });
});
