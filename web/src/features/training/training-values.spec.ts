import { describe, expect, it } from '@jest/globals';
import {
  changesOf,
  EMPTY,
  minutesOf,
  newTrainingOf,
  nextSession,
  readSessions,
  tidied,
  writeSessions,
} from './training-values';

const session = { heldOn: '2026-12-01', startsAt: '09:00', endsAt: '16:00', breakMinutes: 60, place: '' };

describe('the form of a training', () => {
  it('sends only what it was given, lists as lists, and an emptied date as null', () => {
    expect(changesOf({ districtIds: 'a,b', registerUntil: '' })).toEqual({
      districtIds: ['a', 'b'],
      registerUntil: null,
    });
    expect(changesOf({ districtIds: '', confirm: false })).toEqual({ districtIds: [] });
    expect(changesOf({ sessions: writeSessions([{ ...session, breakMinutes: null }]) }).sessions).toEqual([
      { ...session, breakMinutes: 0, place: null },
    ]);
  });

  it('leaves blank sessions out', () => {
    const values = tidied({ ...EMPTY, sessions: writeSessions([session, nextSession([])]) });
    expect(readSessions(values.sessions)).toEqual([session]);
    expect(newTrainingOf('1', '2', { ...values, capacity: 12 })).toMatchObject({
      id: '1',
      capacity: 12,
      kinds: ['kita', 'school'],
    });
  });

  it('offers the next date at the same time, on another day', () => {
    expect(nextSession([{ ...session, id: 'x' }])).toEqual({ ...session, heldOn: '' });
  });

  it('counts minutes without breaks', () => {
    expect(minutesOf(session)).toBe(360);
    expect(minutesOf({ ...session, endsAt: '' })).toBe(0);
    expect(minutesOf({ ...session, endsAt: '08:00' })).toBe(0);
  });
});
