import { expect, test } from '@jest/globals';
import type { HeldEntry } from '../../api/types';
import { linesOf, standingLinesOf } from './described';
import { changesOf, fieldsOf, valuesOf } from './putting-right';

const ENTRY: HeldEntry = {
  ...{
    id: '1',
    institutionId: '2',
    institutionName: 'Kita',
    kind: 'activity',
    recordId: '3',
    withdrawn: false,
  },
  ...{ authorId: '4', authorName: 'Ada', reason: 'clock', problem: null, current: null, outcome: null },
  ...{
    notedAt: '2029-11-20T10:00:00Z',
    notedAtCorrected: null,
    arrivedAt: '2026-11-20T10:00:00Z',
    settledAt: null,
  },
  body: { heldOn: '2029-11-20', groupId: 'g', focusArea: 'active_learning', minutes: 30, note: 'Ball' },
  names: { g: 'Bären', active_learning: 'Bewegtes Lernen' },
  proposed: { heldOn: '2026-11-20' },
};
const CHANGE: HeldEntry = {
  ...{ ...ENTRY, kind: 'activity_change', reason: 'refused', proposed: null },
  body: { id: '3', version: 1, changes: { minutes: 50 } },
  current: { version: 4, minutes: 40, heldOn: '2026-11-19', groupId: 'g', note: 'x' },
  problem: { code: 'changed_meanwhile', title: '…', field: null },
};
const TRIAL: HeldEntry = {
  ...{ ...ENTRY, kind: 'trial', reason: 'refused', proposed: null },
  body: {
    childId: 'c',
    protocolId: 'p',
    number: 1,
    value: 95.5,
    valid: true,
    confirmed: true,
    version: null,
  },
  names: { c: 'KNRYK', p: 'Standweitsprung' },
};

const said = (lines: { term: string; value: string }[]): string[] =>
  lines.map(({ term, value }) => `${term}: ${value}`);

test('an entry is told in the words of people', () => {
  expect(said(linesOf(ENTRY))).toEqual([
    'Datum: 20.11.2029',
    'Gruppe: Bären',
    'Schwerpunkt: Bewegtes Lernen',
    'Minuten: 30',
    'Notiz: Ball',
  ]);
  expect(said(linesOf(TRIAL))).toEqual([
    'Kind: KNRYK',
    'Aufgabe: Standweitsprung',
    'Versuch: 1',
    'Wert: 95,5',
    'Gültig: ja',
  ]);
  expect([said(linesOf(CHANGE)), said(standingLinesOf(CHANGE))]).toEqual([
    ['Minuten: 50'],
    ['Datum: 19.11.2026', 'Gruppe: Bären', 'Minuten: 40'],
  ]);
});

test('what is proposed is there to be sent, and only what differs is', () => {
  expect(fieldsOf(ENTRY)).toEqual(['heldOn', 'minutes']);
  expect(changesOf(ENTRY, valuesOf(ENTRY))).toEqual({ heldOn: '2026-11-20' });
  expect(changesOf(ENTRY, { ...valuesOf(ENTRY), heldOn: '2029-11-20' })).toEqual({});
  expect(changesOf(TRIAL, { ...valuesOf(TRIAL), number: 2 })).toEqual({ number: 2 });
});

test('what replaces somebody else\u2019s words names the version that was seen', () => {
  expect(changesOf(CHANGE, valuesOf(CHANGE))).toEqual({ version: 4 });
  expect(changesOf(CHANGE, { ...valuesOf(CHANGE), minutes: 45 })).toEqual({
    version: 4,
    changes: { minutes: 45 },
  });
});
