import { expect, test } from '@jest/globals';
import { progressOf } from '../overview/goal';
import { changeOf, type Figure, formatFigure } from './report';

const counts = (numerator: number, denominator: number | null) => {
  const share = denominator === null ? numerator : numerator / denominator;
  return { numerator, denominator, value: denominator === 0 ? null : share };
};

const figure = (
  kind: Figure['about']['kind'],
  now: readonly [number, number | null],
  before?: readonly [number, number | null],
  decimals = 0,
): Figure => ({
  ...{ code: 'x', ...counts(...now), previous: before ? counts(...before) : null },
  about: {
    ...{ code: 'x', title: 'X', kind, unit: '', numeratorTitle: '', denominatorTitle: null },
    ...{ definition: '', decimals },
  },
});

test('a figure reads as its kind says, and a share of nothing is none', () => {
  const say = (...given: Parameters<typeof figure>) => formatFigure(figure(...given).about, figure(...given));
  expect(say('share', [31, 50])).toBe('62\u00a0%');
  expect(say('share', [0, 0])).toBe('–');
  expect(say('ratio', [9, 2], undefined, 1)).toBe('4,5');
  expect(say('count', [1234, null])).toBe('1.234');
});

test.each([
  [figure('count', [48, null], [43, null]), 'more', '5 mehr als im Vorjahr (43)'],
  [figure('count', [40, null], [43, null]), 'less', '3 weniger als im Vorjahr (43)'],
  [figure('count', [43, null], [43, null]), 'same', 'wie im Vorjahr (43)'],
  [figure('ratio', [45, 10], [40, 10], 1), 'more', '0,5 mehr als im Vorjahr (4)'],
  [figure('share', [62, 100], [57, 100]), 'more', '5 Prozentpunkte mehr als im Vorjahr (57\u00a0%)'],
  [figure('share', [56, 100], [57, 100]), 'less', '1 Prozentpunkt weniger als im Vorjahr (57\u00a0%)'],
  [figure('share', [574, 1000], [572, 1000]), 'more', '0,2 Prozentpunkte mehr als im Vorjahr (57,2\u00a0%)'],
  [figure('share', [5721, 10_000], [57, 100]), 'same', 'wie im Vorjahr (57\u00a0%)'],
] as const)('%# stands against the year before', (given, way, words) => {
  expect(changeOf(given)).toEqual({ way, words });
});

test('without a year before, or without a value in it, nothing is compared', () => {
  expect(changeOf(figure('count', [4, null]))).toBeNull();
  expect(changeOf(figure('share', [4, 8], [0, 0]))).toBeNull();
  expect(changeOf(figure('share', [0, 0], [4, 8]))).toBeNull();
});

test('a goal is told with how far it is reached, and full when it is', () => {
  const goal = (wanted: number | null, reached: number) => ({ wanted, reached, unit: 'Einrichtungen' });
  expect(progressOf(goal(80, 48))).toEqual({
    ...{ share: 0.6, words: 'Ziel 80 Einrichtungen: zu 60\u00a0% erreicht' },
  });
  expect(progressOf(goal(80, 90))).toEqual({ share: 1, words: 'Ziel 80 Einrichtungen: erreicht' });
  expect(progressOf(goal(null, 90))).toBeNull();
});
