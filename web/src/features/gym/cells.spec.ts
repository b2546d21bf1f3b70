import { describe, expect, test } from '@jest/globals';
import type { OutboxEntry } from '../../outbox/entry';
import { Arrivals, withArrival } from './arrivals';
import { cellsOf, childrenOf, nextAfter, notDoneReason, taskOf } from './cells';
import type { DaySheet, Protocol, SheetChild, StoredTrial } from './sheet';

const jump = { id: 'jump', trials: 2, trialLabels: null, unit: 'cm' } as unknown as Protocol;
const trial = (number: number, value: number | null, id = `t${number}`): StoredTrial => ({
  ...{ id, number, value, valid: value !== null, confirmed: false, version: 1 },
});

function child(code: string, trials: StoredTrial[] = [], more: Partial<SheetChild> = {}): SheetChild {
  const result = {
    protocolId: 'jump',
    state: 'open' as const,
    reason: null,
    trials,
    likely: null,
  };
  const results = trials.length > 0 ? [result] : [];
  return { childId: code, code, groupId: 'bears', hasConsent: true, left: false, results, ...more };
}

function entry(change: object, body: object = {}): OutboxEntry {
  const place = { testDayId: 'day', childId: 'K7', protocolId: 'jump', number: 1 };
  const value = { value: 90, valid: true, confirmed: false, version: null };
  const of = { accountId: 'mira', summary: '', attempts: 0, notBefore: 0, createdAt: 0, refusal: null };
  const made = { ...of, id: 'e', kind: 'trial', state: 'new', withdrawn: false, ...change };
  return { ...made, body: { ...place, ...value, ...body } } as OutboxEntry;
}

const sheetOf = (...children: SheetChild[]): DaySheet =>
  ({
    id: 'day',
    groups: [{ id: 'bears' }, { id: 'ants' }],
    protocols: [jump],
    children,
  }) as unknown as DaySheet;

describe('tries as this device sees them', () => {
  test('are what the server has, unless something else is on its way', () => {
    const kim = child('K7', [trial(1, 80), trial(2, 85)]);
    const shown = (...entries: OutboxEntry[]) => cellsOf(kim, jump, entries).map((cell) => cell.shown?.value);
    expect(shown()).toEqual([80, 85]);
    expect(shown(entry({}))).toEqual([90, 85]);
    expect(shown(entry({ withdrawn: true, state: 'sent' }))).toEqual([undefined, 85]);
    expect(shown(entry({}, { childId: 'other' }))).toEqual([80, 85]);
  });

  test('are called by their number, or by the protocol', () => {
    const beams = { ...jump, trialLabels: ['6 cm – 1. Versuch', '6 cm – 2. Versuch'] };
    expect(cellsOf(child('K7'), jump, []).map(({ label }) => label)).toEqual(['Versuch 1', 'Versuch 2']);
    expect(cellsOf(child('K7'), beams, [])[1]?.label).toBe('6 cm – 2. Versuch');
  });
});

describe('how far a child is', () => {
  const state = (one: SheetChild, ...entries: OutboxEntry[]) => taskOf(one, jump, entries).state;
  const notDone = (reason: string | null, change: object = {}) =>
    entry({ kind: 'not_done', ...change }, { protocolIds: ['jump'], reason });

  test('follows from the tries, a failed one among them', () => {
    expect(state(child('K7'))).toBe('open');
    expect(state(child('K7'), entry({}))).toBe('partly');
    expect(state(child('K7', [trial(1, 80), trial(2, null)]))).toBe('done');
    expect(state(child('K7', [], { hasConsent: false }))).toBe('no_consent');
  });

  test('is invalid if the server says that no result follows from the tries', () => {
    const kim = child('K7', [trial(1, 80), trial(2, null)]);
    const results = kim.results.map((result) => ({ ...result, state: 'invalid' as const }));
    expect(state({ ...kim, results })).toBe('invalid');
  });

  test('is trouble if a value was refused, however many are there', () => {
    expect(state(child('K7', [trial(1, 80), trial(2, 85)]), entry({ state: 'needs_help' }))).toBe('trouble');
  });

  test('is "not done" with the reason said last, here or on the server', () => {
    expect(state(child('K7'), notDone('ill'))).toBe('not_done');
    expect(notDoneReason(child('K7'), 'jump', [notDone('ill'), notDone('time')])).toBe('time');
    expect(state(child('K7'), notDone('ill'), notDone(null))).toBe('open');
    expect(state(child('K7'), notDone('ill', { state: 'needs_help' }))).toBe('open');
  });
});

describe('what has just arrived', () => {
  const late = { entry: entry({ id: 't1' }), trial: trial(1, 90) };
  const first = (sheet: DaySheet) => sheet.children[0]!.results[0]?.trials.map(({ value }) => value);

  test('stands in the sheet, once', () => {
    expect(first(withArrival(sheetOf(child('K7')), late))).toEqual([90]);
    expect(first(withArrival(sheetOf(child('K7', [trial(1, 80)])), late))).toEqual([90]);
    expect(first(withArrival(sheetOf(child('K7', [trial(1, 80)])), { ...late, trial: null }))).toEqual([]);
  });

  test('is not lost to an answer that was on its way before', () => {
    const arrivals = new Arrivals();
    arrivals.note(late, 100);
    expect(first(arrivals.complete(sheetOf(child('K7', [trial(1, 80)])), 50))).toEqual([90]);
    expect(first(arrivals.complete(sheetOf(child('K7', [trial(1, 80)])), 150))).toEqual([80]);
  });

  test('may be a reason, and a try ends it', () => {
    const said = withArrival(sheetOf(child('K7')), {
      entry: entry({ kind: 'not_done' }, { protocolIds: ['jump'], reason: 'ill' }),
      trial: null,
    });
    expect(taskOf(said.children[0]!, jump, []).state).toBe('not_done');
    expect(taskOf(withArrival(said, late).children[0]!, jump, []).state).toBe('partly');
  });
});

describe('the children of a day', () => {
  test('stand in the order of groups and codes, without those who left untested', () => {
    const sheet = sheetOf(
      child('C1', [], { groupId: 'ants' }),
      child('B1'),
      child('A0', [], { hasConsent: false }),
      child('A1', [], { left: true }),
      child('A2', [trial(1, 5)], { left: true }),
    );
    expect(childrenOf(sheet, null).map(({ code }) => code)).toEqual(['A2', 'B1', 'C1', 'A0']);
    expect(childrenOf(sheet, 'ants').map(({ code }) => code)).toEqual(['C1']);
  });

  test('come one after the other, round the end', () => {
    const isOdd = (n: number) => n % 2 === 1;
    expect(nextAfter([1, 2, 3, 4], 0, isOdd)).toBe(3);
    expect(nextAfter([1, 2, 3, 4], 2, isOdd)).toBe(1);
    expect(nextAfter([1, 2], 0, isOdd)).toBeUndefined();
    expect(nextAfter([], -1, isOdd)).toBeUndefined();
  });
});
