import { describe, expect, test } from '@jest/globals';
import { addDays, calendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Problem } from '../../kernel/problem/problem.js';
import { assertContact, type ContactFacts } from './contact-rules.js';

const TODAY = calendarDate('2026-11-22');
const HELD: ContactFacts = {
  ...{ state: 'held', heldOn: TODAY, startsAt: '09:30', minutes: 45 },
  ...{ nextStep: 'Material bestellen', nextStepDue: addDays(TODAY, 14), nextStepDoneOn: null },
};
const PLANNED: ContactFacts = { ...HELD, state: 'planned', minutes: null };

function refusal(after: ContactFacts, before: ContactFacts | null = null): string | null {
  try {
    assertContact(before, after, TODAY);
    return null;
  } catch (error) {
    const { extras, title } = error as Problem;
    return `${extras.field} ${title}`;
  }
}

describe('a contact', () => {
  test('was held, or is planned', () => {
    expect(refusal(HELD)).toBeNull();
    expect(refusal(PLANNED)).toBeNull();
    expect(refusal({ ...PLANNED, heldOn: addDays(TODAY, 10) })).toBeNull();
    expect(refusal({ ...HELD, heldOn: addDays(TODAY, -10), nextStepDoneOn: TODAY })).toBeNull();
  });

  test.each<[string, Partial<ContactFacts>, string]>([
    ['held tomorrow', { heldOn: addDays(TODAY, 1) }, 'heldOn Datum: liegt in der Zukunft'],
    [
      'planned for yesterday',
      { state: 'planned', heldOn: addDays(TODAY, -1) },
      'heldOn Datum: liegt in der Verg',
    ],
    ['held without minutes', { minutes: null }, 'minutes Minuten fehlt'],
    ['due without a step', { nextStep: null }, 'nextStep Nächster Schritt fehlt'],
    ['due before it', { nextStepDue: addDays(TODAY, -1) }, 'nextStepDue'],
    [
      'done tomorrow',
      { nextStepDoneOn: addDays(TODAY, 1) },
      'nextStepDoneOn Erledigt am: liegt in der Zukunft',
    ],
    ['done before it', { nextStepDoneOn: addDays(TODAY, -1) }, 'nextStepDoneOn Erledigt am: liegt vor'],
    [
      'at a time that there is not',
      { state: 'planned', heldOn: calendarDate('2027-03-28'), startsAt: '02:30', nextStepDue: null },
      'startsAt',
    ],
  ])('is refused: %s', (_, more, expected) => {
    expect(refusal({ ...HELD, ...more })).toContain(expected);
  });

  test('planned for a day that has passed may be put off or told about, not planned for the past anew', () => {
    const missed = { ...PLANNED, heldOn: addDays(TODAY, -3) };
    expect(refusal({ ...missed, nextStep: 'Anderes' }, missed)).toBeNull();
    expect(refusal({ ...missed, heldOn: addDays(TODAY, 3) }, missed)).toBeNull();
    expect(refusal({ ...missed, state: 'held', minutes: 20 }, missed)).toBeNull();
    expect(refusal({ ...missed, heldOn: addDays(TODAY, -2) }, missed)).toContain('heldOn');
  });
});
