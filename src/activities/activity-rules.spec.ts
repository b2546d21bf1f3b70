import { describe, expect, test } from '@jest/globals';
import { addDays, calendarDate } from '../kernel/calendar/calendar-date.js';
import { type ActivityFacts, type ActivitySurroundings, assertPlausible } from './activity-rules.js';

const TODAY = calendarDate('2026-11-18');
const GOOD: ActivityFacts = { heldOn: TODAY, childrenPresent: 12 };
const HOUSE: ActivitySurroundings = {
  groupName: 'Bären',
  groupSize: 20,
  groupSchoolYear: 2026,
  groupArchived: false,
  institutionArchived: false,
  participates: true,
  everParticipated: true,
};

function refusal(activity: Partial<ActivityFacts>, house: Partial<ActivitySurroundings> = {}): unknown {
  try {
    assertPlausible({ ...GOOD, ...activity }, { ...HOUSE, ...house }, TODAY);
    return null;
  } catch (error) {
    const { status, code, title, extras } = error as {
      status: number;
      code: string;
      title: string;
      extras: { field?: string };
    };
    return [status, code, extras.field, title];
  }
}

describe('the date', () => {
  test('may be today, and 400 days ago', () => {
    expect(refusal({ heldOn: TODAY })).toBeNull();
    expect(refusal({ heldOn: addDays(TODAY, -400) }, { groupSchoolYear: 2025 })).toBeNull();
  });

  test('may not be tomorrow', () => {
    expect(refusal({ heldOn: addDays(TODAY, 1) })).toEqual([
      ...[422, 'invalid', 'heldOn'],
      'Datum: liegt in der Zukunft. Bitte höchstens heute (18.11.2026) angeben.',
    ]);
  });

  test('may not be 401 days ago', () => {
    expect(refusal({ heldOn: addDays(TODAY, -401) }, { groupSchoolYear: 2025 })).toEqual([
      ...[422, 'invalid', 'heldOn'],
      'Datum: liegt zu weit zurück. Eintragen geht ab dem 14.10.2025 (400 Tage).',
    ]);
  });

  test('must be inside the participation', () => {
    expect(refusal({}, { participates: false })).toEqual([
      ...[422, 'invalid', 'heldOn'],
      'Datum: Am 18.11.2026 nahm die Einrichtung nicht am Programm teil.',
    ]);
  });
});

describe('the house', () => {
  test('must take part at all', () => {
    expect(refusal({}, { participates: false, everParticipated: false })).toEqual([
      ...[409, 'not_participating', undefined],
      'Diese Einrichtung nimmt (noch) nicht teil. Bitte wenden Sie sich an die Koordination.',
    ]);
  });

  test('must not be archived', () => {
    expect(refusal({}, { institutionArchived: true })).toEqual([
      ...[409, 'institution_archived', undefined],
      'Diese Einrichtung ist archiviert. Es können keine Aktivitäten mehr eingetragen werden.',
    ]);
  });
});

describe('the group', () => {
  test('must be of the school year of the date', () => {
    expect(refusal({}, { groupSchoolYear: 2025 })).toEqual([
      ...[422, 'invalid', 'groupId'],
      'Gruppe: „Bären“ gehört in das Kita-/Schuljahr 2025/26, das Datum in 2026/27. Bitte eine passende Gruppe wählen.',
    ]);
  });

  test('must not be archived', () => {
    expect(refusal({}, { groupArchived: true })).toEqual([
      ...[422, 'invalid', 'groupId'],
      'Gruppe: „Bären“ ist archiviert. Bitte eine andere Gruppe wählen.',
    ]);
  });

  test.each([0, 20, 30])('of 20 may have %d children there', (childrenPresent) => {
    expect(refusal({ childrenPresent })).toBeNull();
  });

  test('of 20 may not have 31 children there', () => {
    expect(refusal({ childrenPresent: 31 })).toEqual([
      ...[422, 'invalid', 'childrenPresent'],
      'Anzahl der Kinder: höchstens 30 – „Bären“ hat 20 Kinder, 10 mehr sind erlaubt.',
    ]);
  });
});
