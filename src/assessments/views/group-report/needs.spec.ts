import { describe, expect, test } from '@jest/globals';
import { belowAverage, rankNeeds } from './needs.js';

const item = (itemCode: string, classes: number[]) => ({
  itemCode,
  classes,
  scored: classes.reduce((sum, count) => sum + count, 0),
});

describe('The share below average', () => {
  test('is that of the two lower classes', () => {
    expect(belowAverage(item('SWS', [1, 2, 3, 0, 4]))).toBe(0.3);
  });

  test('does not exist where nobody was scored', () => {
    expect(belowAverage(item('RB', [0, 0, 0, 0, 0]))).toBeNull();
  });
});

describe('Needs', () => {
  test('are the tasks above what the norm expects, the hardest first', () => {
    const ranked = rankNeeds([
      item('A', [1, 1, 1, 1, 1]),
      item('B', [2, 1, 1, 0, 0]),
      item('C', [4, 0, 0, 0, 0]),
      item('D', [0, 0, 0, 0, 0]),
    ]);
    expect(ranked.map(({ itemCode, belowAverage: share }) => [itemCode, share])).toEqual([
      ['C', 1],
      ['B', 0.75],
    ]);
  });

  test('equally hard ones keep their order', () => {
    const ranked = rankNeeds([item('B', [1, 0, 0, 0, 0]), item('A', [3, 0, 0, 0, 0])]);
    expect(ranked.map(({ itemCode }) => itemCode)).toEqual(['B', 'A']);
  });
});
