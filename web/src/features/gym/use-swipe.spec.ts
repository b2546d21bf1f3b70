import { expect, test } from '@jest/globals';
import { directionOf } from './use-swipe';

test.each([
  [-120, 10, -1],
  [120, -40, 1],
  [-40, 0, 0],
  [-120, 90, 0],
  [0, -300, 0],
])('a finger that went %p sideways and %p down means %p', (dx, dy, direction) => {
  expect(directionOf(dx, dy)).toBe(direction);
});
