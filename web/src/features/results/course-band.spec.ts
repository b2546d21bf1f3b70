import { expect, test } from '@jest/globals';
import type { CoursePoint } from './course';
import { bandOf, type CurvePoint } from './course-band';

const curve: CurvePoint[] = [4, 5, 6, 7].map((age) => ({
  ...{ age, p3: age, p20: age * 2, p50: age * 3, p80: age * 4, p97: age * 5 },
}));
const point = (ageYears: number | null, value: number): CoursePoint => ({
  ...{ key: String(value), testedOn: '2026-01-01', wave: 'entry', ageYears, value, unit: 'cm' },
  ...{ atCeiling: false, score: null },
});

test("the child's values lie in the band of their age, half a year around", () => {
  expect(bandOf(curve, [point(5.25, 10), point(5.75, 20)])).toEqual([
    { age: 5, wide: [5, 25], middle: [10, 20], median: 15 },
    { age: 5.25, wide: [5.25, 26.25], middle: [10.5, 21], median: 15.75, value: 10 },
    { age: 5.75, wide: [5.75, 28.75], middle: [11.5, 23], median: 17.25, value: 20 },
    { age: 6, wide: [6, 30], middle: [12, 24], median: 18 },
  ]);
});

test('outside of the norm there is no band, and the value stands alone', () => {
  expect(bandOf(curve, [point(3.5, 10)]).at(0)).toEqual({ age: 3.5, value: 10 });
  expect(bandOf(curve, [point(8, 10)]).at(-1)).toEqual({ age: 8, value: 10 });
  expect(bandOf([], [point(8, 10), point(null, 11)])).toEqual([{ age: 8, value: 10 }]);
});
