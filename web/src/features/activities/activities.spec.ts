import { describe, expect, it } from '@jest/globals';
import type { Activity } from '../../api/types';
import { detailsOf, emptyValues, isBegun, repeatOf, valuesOf } from './activity-values';
import { byDay, sumOfMinutes } from './by-day';
import { summaryOf } from './summary';

const stored: Activity = {
  id: 'a',
  institutionId: 'house',
  institutionName: 'Kita',
  groupId: 'bears',
  groupName: 'Bärengruppe',
  authorId: 'mira',
  authorName: 'Mira',
  heldOn: '2026-11-20',
  focusArea: 'active_learning',
  minutes: 45,
  childrenPresent: 19,
  adultsPresent: 2,
  place: 'hall',
  moduleId: null,
  moduleTitle: null,
  note: 'Parcours',
  createdAt: '2026-11-20T10:00:00Z',
  deletedAt: null,
  version: 3,
  editable: true,
};

describe('the form of an activity', () => {
  it('holds a record and gives the same details back', () => {
    const { id: _, version, ...details } = valuesOf('a', stored);
    expect(version).toBe(3);
    expect(detailsOf(valuesOf('a', stored), '2026-11-22')).toEqual(details);
  });

  it('means today where no day was chosen, and no note where only blanks were typed', () => {
    const values = { ...emptyValues(), groupId: 'bears', focusArea: 'x', childrenPresent: 20, note: '  ' };
    expect(detailsOf(values, '2026-11-22')).toMatchObject({ heldOn: '2026-11-22', note: null });
  });

  it('repeats everything but the day, the note and the record itself', () => {
    expect(repeatOf(stored)).toMatchObject({
      groupId: 'bears',
      minutes: 45,
      place: 'hall',
      heldOn: null,
      note: '',
    });
    expect(repeatOf(stored)).toMatchObject({ version: null });
  });

  it('is worth keeping once something was chosen', () => {
    expect(isBegun(emptyValues())).toBe(false);
    expect(isBegun({ ...emptyValues(), groupId: 'bears' })).toBe(true);
  });
});

describe('a list of activities', () => {
  it('goes by day, latest first, and sums the minutes', () => {
    const earlier = { ...stored, id: 'b', createdAt: '2026-11-20T08:00:00Z' };
    const before = { ...stored, id: 'c', heldOn: '2026-11-19' };
    const days = byDay([before, earlier, stored]);
    expect(days.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-19']);
    expect(days[0]?.activities.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(sumOfMinutes([before, earlier, stored])).toBe(135);
  });
});

describe('the summary', () => {
  it('is one line in words', () => {
    const words = { groupName: 'Bärengruppe', focusTitle: 'Bewegtes Lernen', minutes: 30 };
    expect(summaryOf({ ...words, heldOn: '2026-11-22' }, '2026-11-22')).toBe(
      'Bärengruppe: 30 Minuten Bewegtes Lernen, heute',
    );
    expect(summaryOf({ ...words, heldOn: '2026-11-20' }, '2026-11-22')).toContain('20.11.2026');
  });
});
