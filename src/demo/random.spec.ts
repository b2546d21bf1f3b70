import { describe, expect, it } from '@jest/globals';
import { Random } from './random.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function draws(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.unit());
}

describe('Random', () => {
  it('draws the same numbers for the same seed, on every machine and in every version', () => {
    const random = new Random('seed');
    expect(Array.from({ length: 4 }, () => random.integer(0, 999_999))).toEqual(PINNED);
  });

  it('draws other numbers for another seed', () => {
    expect(draws(new Random('seed'), 4)).not.toEqual(draws(new Random('seeds'), 4));
  });

  it('gives a branch numbers of its own, whatever was drawn before', () => {
    const fresh = new Random('seed');
    const used = new Random('seed');
    draws(used, 100);
    expect(draws(used.branch('a'), 4)).toEqual(draws(fresh.branch('a'), 4));
    expect(draws(fresh.branch('a'), 4)).not.toEqual(draws(fresh.branch('b'), 4));
  });

  it('spreads evenly', () => {
    const counts = new Array<number>(10).fill(0);
    for (const value of draws(new Random('even'), 100_000)) counts[Math.floor(value * 10)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(9_600);
    expect(Math.max(...counts)).toBeLessThan(10_400);
  });

  it('keeps to the ends of a range', () => {
    const random = new Random('range');
    const values = new Set(Array.from({ length: 500 }, () => random.integer(3, 6)));
    expect([...values].sort()).toEqual([3, 4, 5, 6]);
  });

  it('weighs choices', () => {
    const random = new Random('weights');
    const picked = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['often', 9],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(picked).not.toContain('never');
    expect(picked.filter((choice) => choice === 'seldom').length).toBeGreaterThan(850);
    expect(picked.filter((choice) => choice === 'seldom').length).toBeLessThan(1_150);
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = new Random('deck').shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.sort((left, right) => left - right)).toEqual(items);
  });

  it('makes distinct UUIDs of version 7 that sort by their instant', () => {
    const random = new Random('ids');
    const instants = Array.from({ length: 1_000 }, (_, index) => Date.UTC(2024, 7, 1) + index);
    const ids = instants.map((instant) => random.uuid(instant));
    expect(ids.every((id) => UUID.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(1_000);
    expect([...ids].sort()).toEqual(ids);
  });

  it('refuses to pick from nothing', () => {
    expect(() => new Random('none').pick([])).toThrow(RangeError);
    expect(() => new Random('none').weighted([])).toThrow(RangeError);
  });
});

/** Drawn once and kept: a change here would give every demo city other rows. */
const PINNED = [51_868, 193_955, 714_271, 217_384];
