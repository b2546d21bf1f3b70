import { describe, expect, test } from '@jest/globals';
import type { OutboxEntry, OutboxKind, Refusal } from '../../outbox/entry';
import { machineFile, readableFile, sealedFile } from './entry-files';
import { helpOf, sentencesOf, stateWords } from './entry-words';

const NOW = Date.parse('2026-11-23T12:00:00Z');

const entry = (kind: OutboxKind, rest: object = {}): OutboxEntry =>
  ({
    ...{
      id: 'i',
      rowId: 'r',
      kind,
      body: { heldOn: '2029-11-23', note: 'Im Garten' },
      accountId: 'a',
      summary: 'Bären: 30 Minuten',
    },
    ...{
      state: 'new',
      withdrawn: false,
      sealed: true,
      attempts: 0,
      notBefore: 0,
      createdAt: NOW - 7_200_000,
      refusal: null,
    },
    ...rest,
  }) as OutboxEntry;
const refused = (kind: OutboxKind, refusal: Partial<Refusal>): OutboxEntry =>
  entry(kind, {
    state: 'needs_help',
    refusal: { code: '', title: 'Nein.', errors: [], current: undefined, ...refusal },
  });

describe('what helps against a refusal', () => {
  const stored = { heldOn: '2026-11-23', version: 2 };
  const date = [{ field: 'heldOn', message: 'Datum: liegt in der Zukunft.' }];

  test.each([
    ['compare', refused('activity_change', { code: 'changed_meanwhile', current: stored }), false],
    ['choose_there', refused('attendance', { code: 'changed_meanwhile' }), false],
    [
      'choose_there',
      refused('trial', { code: 'trial_taken', current: { id: 't', version: 1, valid: true } }),
      false,
    ],
    ['gone', refused('activity_change', { code: 'not_found' }), false],
    ['correct', refused('activity', { code: 'invalid', errors: date }), false],
    ['clock', refused('activity', { code: 'invalid', errors: date }), true],
    ['correct', refused('trial', { code: 'implausible' }), true],
  ])('is to %s', (help, stuck, isDayDoubtful) => {
    expect(helpOf(stuck, isDayDoubtful)).toBe(help);
  });

  test('begins with the server’s own sentences', () => {
    expect(sentencesOf(refused('activity', { errors: date }))).toEqual(['Datum: liegt in der Zukunft.']);
    expect(sentencesOf(refused('activity', {}))).toEqual(['Nein.']);
  });
});

test('an entry on its way says when it is tried again', () => {
  expect(stateWords(entry('activity'), NOW)).toBe('Wartet auf das Netz.');
  const later = { attempts: 4, notBefore: NOW + 170_000, state: 'sent' };
  expect(stateWords(entry('activity', later), NOW)).toContain('Nächster Versuch in 3 Minuten');
});

describe('files of what waits', () => {
  test('are readable for the author, with the server’s sentence', () => {
    const text = readableFile(
      [entry('activity'), refused('trial', { title: 'Kein Einverständnis.' })],
      'Mira',
      NOW,
    );
    for (const part of [
      'von Mira',
      'Aktivität: Bären: 30 Minuten',
      'vor 2 Stunden',
      'Im Garten',
      'Kein Einverständnis.',
    ])
      expect(text).toContain(part);
    expect(JSON.parse(machineFile([entry('activity')], 'a', NOW))).toMatchObject({
      format: 'olympia-outbox',
      entries: [
        { id: 'i', kind: 'activity', notedAt: '2026-11-23T10:00:00.000Z', body: { note: 'Im Garten' } },
      ],
    });
  });

  test('bear what is sealed as it is', () => {
    const rows = [{ id: 'r', envelope: 'a.b.c.d.e', createdAt: NOW }];
    expect(JSON.parse(sealedFile(rows, NOW))).toMatchObject({
      entries: [{ id: 'r', envelope: 'a.b.c.d.e', notedAt: '2026-11-23T12:00:00.000Z' }],
    });
  });
});
