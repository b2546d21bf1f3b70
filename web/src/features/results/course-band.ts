import type { CoursePoint } from './course';

/** What children of an age reach, by percentile of the raw value. */
export interface CurvePoint {
  age: number;
  p3: number | null;
  p20: number | null;
  p50: number | null;
  p80: number | null;
  p97: number | null;
}

/** A place on the chart: the norm's band, the child's value, or both. */
export interface BandPoint {
  age: number;
  wide?: [number, number];
  middle?: [number, number];
  median?: number;
  value?: number;
}

/** How far the band reaches beyond the first and the last test, in years. */
const AROUND = 0.5;

/** The band around a child's ages, and the child's values in it, by age. */
export function bandOf(curve: readonly CurvePoint[], points: readonly CoursePoint[]): BandPoint[] {
  const tested = points.flatMap(({ ageYears, value }) =>
    ageYears === null ? [] : [{ age: ageYears, value }],
  );
  const ages = tested.map(({ age }) => age);
  const [from, to] = [Math.min(...ages) - AROUND, Math.max(...ages) + AROUND];
  const band = curve.filter(({ age }) => age >= from && age <= to).map(placeOf);
  const own = tested.map(({ age, value }) => ({ ...placeOf(curveAt(curve, age)), age, value }));
  return [...band, ...own].sort((a, b) => a.age - b.age);
}

function placeOf({ age, p3, p20, p50, p80, p97 }: CurvePoint): BandPoint {
  return {
    age,
    ...(p3 !== null && p97 !== null && { wide: [p3, p97] as [number, number] }),
    ...(p20 !== null && p80 !== null && { middle: [p20, p80] as [number, number] }),
    ...(p50 !== null && { median: p50 }),
  };
}

const NOTHING = { p3: null, p20: null, p50: null, p80: null, p97: null };

/** The curve between its points; nothing before the first and after the last. */
function curveAt(curve: readonly CurvePoint[], age: number): CurvePoint {
  const next = curve.findIndex((point) => point.age >= age);
  const [before, after] = [curve[Math.max(0, next - 1)], curve[next]];
  if (!before || !after || before.age > age) return { age, ...NOTHING };
  const share = after.age === before.age ? 0 : (age - before.age) / (after.age - before.age);
  const between = (a: number | null, b: number | null) =>
    a === null || b === null ? null : a + (b - a) * share;
  return {
    age,
    p3: between(before.p3, after.p3),
    p20: between(before.p20, after.p20),
    p50: between(before.p50, after.p50),
    p80: between(before.p80, after.p80),
    p97: between(before.p97, after.p97),
  };
}
