import { describe, expect, it } from '@jest/globals';
import type { House } from './publication-types.js';
import { mergeRegions } from './regions.js';
import { meaning, show } from './show.js';
import { shareOf } from './shares.js';

const houses = (district: number, kitas: number, schools: number): House[] =>
  [...Array<House['kind']>(kitas).fill('kita'), ...Array<House['kind']>(schools).fill('school')].map(
    (kind, i) => ({
      ...{
        house: district * 100 + i,
        districtId: `d${district}`,
        districtTitle: `Bezirk ${district}`,
        position: district,
      },
      ...{ kind, situation: null, index: null },
    }),
  );

describe('Regions', () => {
  it('are districts as long as each has three houses of every kind', () => {
    const regions = mergeRegions([...houses(1, 5, 3), ...houses(2, 3, 4)]);
    expect(regions.map(({ key, merged }) => [key, merged])).toEqual([
      ['d1', false],
      ['d2', false],
    ]);
  });

  it('are put together until they have', () => {
    const regions = mergeRegions([
      ...houses(1, 9, 3),
      ...houses(2, 4, 1),
      ...houses(3, 2, 2),
      ...houses(4, 8, 4),
    ]);
    expect(regions).toMatchObject([
      { key: 'd1', merged: false },
      { key: 'd2+d3', title: 'Bezirk 2 und Bezirk 3', houses: 9, merged: true },
      { key: 'd4', merged: false },
    ]);
  });

  it('do not heed a kind of which the whole city has fewer', () => {
    expect(mergeRegions([...houses(1, 3, 2), ...houses(2, 3, 0)])).toHaveLength(2);
  });
});

describe('A number as it is shown', () => {
  it('means what it may be, and nothing else', () => {
    for (let count = 0; count < 200; count++) {
      const { low, high } = meaning(show(count));
      expect(count).toBeGreaterThanOrEqual(low);
      expect(count).toBeLessThanOrEqual(high);
      expect(high - low).toBeGreaterThanOrEqual(4);
    }
    expect([0, 7, 8, 12, 13].map(show)).toEqual([null, null, 10, 10, 15]);
  });

  it('has a share of rounded numbers from 10 on', () => {
    expect(shareOf(10, 30)).toBe(33);
    expect(shareOf(null, 30)).toBeNull();
    expect(shareOf(5, null)).toBeNull();
  });
});
