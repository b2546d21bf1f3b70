import { curveOf } from '../assessments/scoring/score.js';
import { valueOf } from '../assessments/scoring/lms.js';
import { lmsAt, type NormPoint } from '../assessments/scoring/norm-lookup.js';
import type { Trial } from '../assessments/scoring/derive-value.js';
import type { DemoBattery, DemoProtocol } from './test-catalogue.js';
import type { Random } from './random.js';

/** About a standard normal value, by sums alone: the same on every machine. */
export function normal(random: Random): number {
  let sum = -3;
  for (let round = 0; round < 6; round++) sum += random.unit();
  return sum * Math.SQRT2;
}

/** A plausible raw value where there are no norms: at the age of six, per year of age, and how far children differ. */
const WITHOUT_NORM: Readonly<Record<string, { atSix: number; perYear: number; spread: number }>> = {
  EBS: { atSix: 12, perYear: -5, spread: 6 },
  RB: { atSix: 1.5, perYear: -0.5, spread: 5 },
  SU: { atSix: 11, perYear: 2.2, spread: 4 },
  S20: { atSix: 5.2, perYear: -0.22, spread: 0.35 },
  R6: { atSix: 790, perYear: 40, spread: 105 },
};
/** A trial that does not count, for a foot over the line or a noise in the hall. */
const FAILED = 0.03;

interface Tested {
  sex: string;
  age: number;
  /** How good the child is at this task on this day: a z-value, higher is better. */
  performance: number;
}

/** The trials of a child at a task: drawn from the norms at its age and sex, in the steps and limits of the task. */
export function makeTrials(
  random: Random,
  battery: DemoBattery,
  protocol: DemoProtocol,
  tested: Tested,
): Trial[] {
  const values = spread(random, protocol, targetOf(battery, protocol, tested));
  return values.map((value) => {
    const valid = !random.chance(FAILED);
    return { valid, value: valid ? rounded(protocol, value) : null };
  });
}

function targetOf({ norms }: DemoBattery, protocol: DemoProtocol, tested: Tested): number {
  const z = protocol.better === 'lower' ? -tested.performance : tested.performance;
  const norm = norms.get(protocol.itemCode)?.norm;
  // Whoever has no norms is measured all the same, and does about as well as the others.
  const points = norm && (curveOf(norm, tested.sex) ?? curveOf(norm, 'female'));
  return points ? byNorm(points, tested.age, z) : withoutNorm(protocol.itemCode, tested.age, z);
}

/** Before the first and after the last age of the norms: as at that age. */
function byNorm(points: readonly NormPoint[], age: number, z: number): number {
  const [first = age, last = age] = [points[0]?.age, points.at(-1)?.age];
  const lms = lmsAt(points, Math.min(last, Math.max(first, age)));
  return (lms && valueOf(lms, z)) ?? 0;
}

function withoutNorm(itemCode: string, age: number, z: number): number {
  const usual = WITHOUT_NORM[itemCode];
  if (!usual) throw new RangeError(`no norms and no idea of ${itemCode}`);
  return usual.atSix + usual.perYear * (age - 6) + usual.spread * z;
}

/** Raw trials from which the task's rule makes about the target again. */
function spread(random: Random, { rule, better, trials }: DemoProtocol, target: number): number[] {
  if (rule === 'sum') return beams(random, target, trials);
  if (rule === 'mean') {
    const apart = random.integer(0, 2);
    const total = Math.round(target * trials);
    return [Math.ceil(total / 2) + apart, Math.floor(total / 2) - apart];
  }
  const worse = (better === 'lower' ? 1 : -1) * Math.abs(target) * random.between(0.01, 0.12);
  const best = random.integer(0, trials - 1);
  return Array.from({ length: trials }, (_, index) => (index === best ? target : target + worse));
}

/** Steps on three beams, twice each; the narrower, the fewer. */
function beams(random: Random, target: number, trials: number): number[] {
  const steps = new Array<number>(trials).fill(0);
  let left = Math.min(8 * trials, Math.round(target));
  for (let round = 0; left > 0; round++) {
    // Of every six steps three fall on the first beam, two on the second, one on the third.
    const beam = random.weighted([
      [0, 3],
      [1, 2],
      [2, 1],
    ] as const);
    const cell = beam * 2 + (round % 2);
    const free = (steps[cell] ?? 8) < 8 ? cell : steps.findIndex((count) => count < 8);
    if (free < 0) break;
    steps[free] = (steps[free] ?? 0) + 1;
    left -= 1;
  }
  return steps;
}

function rounded({ minValue, maxValue, step }: DemoProtocol, value: number): number {
  const perUnit = Math.round(1 / step);
  const limited = Math.min(maxValue, Math.max(minValue, value));
  return Math.round(limited * perUnit) / perUnit;
}
