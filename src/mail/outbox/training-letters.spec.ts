import { expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { compose } from '../letter.js';
import { TRAINING_LETTERS } from './training-letters.de.js';

const facts = {
  name: 'Ada Ämtlich',
  trainingId: 'f1',
  title: 'Bewegte Pause',
  dates: [
    { date: calendarDate('2027-03-04'), startsAt: '09:00', endsAt: '12:30', place: 'Turnhalle Süd' },
    { date: calendarDate('2027-03-28'), startsAt: '14:00', endsAt: '16:00', place: null },
  ],
};
const text = (letter: ReturnType<(typeof TRAINING_LETTERS)['training_confirmed']>): string =>
  compose(letter).text;
const URL = 'https://olympia.example.org';

test('every letter greets, names the training, says its dates and leads to its page', () => {
  const more = { position: 2, reason: 'Die Referentin ist krank.' };
  for (const write of Object.values(TRAINING_LETTERS)) {
    const letter = write({ ...facts, ...more }, URL);
    expect(letter.subject).toContain('Bewegte Pause');
    expect(text(letter)).toContain('Guten Tag Ada Ämtlich,');
    expect(text(letter)).toContain('– Donnerstag, 4. März 2027, 09:00 bis 12:30 Uhr, Turnhalle Süd');
    expect(text(letter)).toContain('– Sonntag, 28. März 2027, 14:00 bis 16:00 Uhr\n');
    expect(text(letter)).toContain('https://olympia.example.org/fortbildungen/f1');
  }
});

test('the waiting list is told honestly, a cancellation with its reason', () => {
  const waiting = TRAINING_LETTERS.training_waiting({ ...facts, position: 2 }, URL);
  expect(waiting.subject).toBe('Warteliste, Platz 2: Bewegte Pause');
  expect(text(waiting)).toContain('Bis dahin ist kein Platz sicher.');
  expect(compose(waiting).html).toContain('Turnhalle Süd<br>– Sonntag');
  const cancelled = TRAINING_LETTERS.training_cancelled(
    { ...facts, reason: 'Die Referentin ist krank.' },
    URL,
  );
  expect(text(cancelled)).toContain('Der Grund: Die Referentin ist krank.\n\nDas war geplant:\n– Donnerstag');
});
