import { expect, test } from '@jest/globals';
import { seasonsUntil, usualSeasons } from './periods';

test('windows that have begun, the latest first', () => {
  const [first, second, third] = seasonsUntil('2026-11-23');
  expect([first?.key, second?.key, third?.key]).toEqual(['2026-herbst', '2026-fruehjahr', '2025-herbst']);
  expect(second).toMatchObject({ from: '2026-04-01', to: '2026-06-30' });
  expect(seasonsUntil('2026-08-31')[0]?.key).toBe('2026-fruehjahr');
});

test.each([
  ['2026-11-23', '2025-herbst', '2026-fruehjahr'],
  ['2027-03-31', '2025-herbst', '2026-fruehjahr'],
  ['2027-04-01', '2026-herbst', '2027-fruehjahr'],
])('on %s a year from %s to %s is compared', (today, before, after) => {
  const usual = usualSeasons(seasonsUntil(today));
  expect([usual?.before.key, usual?.after.key]).toEqual([before, after]);
});
