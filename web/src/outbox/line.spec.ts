import { describe, expect, test } from '@jest/globals';
import { texts } from '../texts/de';
import type { OutboxEntry, OutboxState } from './entry';
import { lineOf } from './line';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const HOUR = 3_600_000;
const NOBODY = { count: 0, oldest: null };

const noted = (hoursAgo: number, state: OutboxState = 'new') =>
  ({ createdAt: NOW - hoursAgo * HOUR, state }) as OutboxEntry;

function said(
  entries: OutboxEntry[],
  foreign: { count: number; oldest: number | null } = NOBODY,
  sending = false,
) {
  const { state, text, age, count } = lineOf({ entries, foreign, sending }, NOW);
  return [state, text + (age ? texts.outbox.oldest(count, age) : '')];
}

describe('the line about the transfer', () => {
  test('says that all has arrived, and how much has not and since when', () => {
    expect(said([])).toEqual(['done', 'Alles übertragen']);
    expect(said([noted(0)])).toEqual(['waiting', '1 Eintrag wartet']);
    expect(said([noted(1)])).toEqual(['waiting', '1 Eintrag wartet seit einer Stunde']);
    const three = [noted(0), noted(2), noted(1)];
    expect(said(three)).toEqual(['waiting', '3 Einträge warten, der älteste seit 2 Stunden']);
    expect(said(three, NOBODY, true)).toEqual(['sending', 'Wird übertragen …']);
  });

  test('names what needs a person first', () => {
    expect(said([noted(30), noted(49, 'needs_help')])).toEqual([
      'help',
      '1 Eintrag braucht Hilfe seit 2 Tagen',
    ]);
  });

  test('tells of others only how many, and nothing absurd where the clock was put back', () => {
    const oldest = NOW - 5 * 60_000;
    expect(said([], { count: 2, oldest })).toEqual([
      'sealed',
      '2 Einträge warten versiegelt auf diesem Gerät, der älteste seit 5 Minuten',
    ]);
    expect(said([noted(-26_280)])).toEqual(['waiting', '1 Eintrag wartet']);
  });
});
