import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { centreOf, heightFor, outlineOf, type Position } from './outline';

const place = fc.record({
  latitude: fc.double({ min: 51.4, max: 51.6, noNaN: true }),
  longitude: fc.double({ min: 7.1, max: 7.3, noNaN: true }),
});

/** Left of every edge of a shape that is walked around counterclockwise. */
function isInside(shape: readonly Position[], { latitude, longitude }: Position): boolean {
  return shape.every((from, i) => {
    const to = shape[(i + 1) % shape.length]!;
    const left = (to.longitude - from.longitude) * (latitude - from.latitude);
    return left - (to.latitude - from.latitude) * (longitude - from.longitude) > -1e-12;
  });
}

describe('the outline of a district', () => {
  it('holds every house, and lets no corner in', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
        const shape = outlineOf(places);
        expect(shape.length).toBeGreaterThanOrEqual(3);
        expect(places.every((one) => isInside(shape, one))).toBe(true);
        expect(shape.every((corner) => isInside(shape, corner))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('is round around a single house, about 350 m away', () => {
    const house = { latitude: 51.5, longitude: 7.2 };
    const shape = outlineOf([house, house]);
    expect(shape).toHaveLength(12);
    const north = Math.max(...shape.map(({ latitude }) => latitude)) - house.latitude;
    const east = Math.max(...shape.map(({ longitude }) => longitude)) - house.longitude;
    expect(north * 111.32).toBeCloseTo(0.35, 5);
    expect(east * 111.32 * Math.cos((51.5 * Math.PI) / 180)).toBeCloseTo(0.35, 5);
  });

  it('is named at the middle of its houses', () => {
    const [west, east] = [
      { latitude: 51.5, longitude: 7.2 },
      { latitude: 51.6, longitude: 7.3 },
    ];
    const centre = centreOf([west, east]);
    expect(centre.latitude).toBeCloseTo(51.55);
    expect(centre.longitude).toBeCloseTo(7.25);
  });
});

describe('the height of a map', () => {
  const places = (high: number, wide: number) => [
    { latitude: 51.5, longitude: 7.1 },
    { latitude: 51.5 + high, longitude: 7.1 + wide },
  ];

  it('follows the shape of the city, within bounds', () => {
    expect(heightFor(places(0.05, 0.1), 480)).toBe(486);
    expect(heightFor(places(0.01, 0.1), 480)).toBe(300);
    expect(heightFor(places(0.1, 0.01), 480)).toBe(560);
  });

  it('is the least where there is nothing to measure', () => {
    expect(heightFor([], 480)).toBe(300);
    expect(heightFor(places(0, 0), 480)).toBe(300);
  });
});
