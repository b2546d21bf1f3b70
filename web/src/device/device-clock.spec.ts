import { expect, test } from '@jest/globals';
import { formatSpan } from '../ui/format';
import { DeviceClock } from './device-clock';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const THREE_YEARS = 3 * 366 * 86_400_000;

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
}

/** The server's `Date` header at an instant. */
const header = (instant: number) => new Date(instant).toUTCString();

test('a clock that goes wrong is told, by how much, and remembered for a start without a network', () => {
  const device = NOON + THREE_YEARS;
  const store = memory();
  const clock = new DeviceClock(store, () => device);
  expect(clock.getAhead()).toBe(0);
  clock.note(header(NOON), device - 200);
  expect(formatSpan(clock.getAhead())).toBe('3 Jahre');
  expect(Math.abs(clock.now() - NOON)).toBeLessThan(1_000);
  expect(Math.abs(new DeviceClock(store, () => device).now() - NOON)).toBeLessThan(1_000);
});

test('a clock that goes slow has a sign of its own', () => {
  const clock = new DeviceClock(null, () => NOON - 2 * 3_600_000);
  clock.note(header(NOON), NOON - 2 * 3_600_000);
  expect(clock.getAhead()).toBeLessThan(0);
  expect(formatSpan(clock.getAhead())).toBe('2 Stunden');
});

test('a minute is nothing to speak of, and answers that took too long or bear no date say nothing', () => {
  const clock = new DeviceClock(null, () => NOON);
  clock.note(header(NOON - 60_000), NOON);
  expect(clock.getAhead()).toBe(0);
  clock.note(header(NOON - THREE_YEARS), NOON - 15_000);
  clock.note(null, NOON);
  clock.note('gestern', NOON);
  expect(clock.getAhead()).toBe(0);
});
