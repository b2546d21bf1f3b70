import { Random } from '../random.js';
import { item, type System } from '../system.js';
import type { Proof, World } from './world.js';

/** Repairs of what the solver found. */
const LONG_REPAIRS = 300;
/** A change is not taken back within so many steps. */
const TENURE = 12;

/**
 * Walks through whole-number solutions of a system, beginning with the truth: pushes one sum up or down by a child, and repairs what that breaks
 * by moving further children about. Every solution it passes is a world that would look exactly the same from outside, so the least and the
 * greatest value of a sum among them are values that nobody can rule out: a proof that needs no solver.
 */
export class Walk {
  readonly least: Int32Array;
  readonly greatest: Int32Array;
  /** In which world a sum is least or greatest; null: in the true one. */
  readonly leastIn: (World | null)[];
  readonly greatestIn: (World | null)[];
  private readonly x: Int32Array;
  private readonly sums: Int32Array;
  private readonly truths: Int32Array;
  /** Variables in the order in which they were changed since the truth, and by how much. */
  private readonly trail: number[] = [];
  private readonly steps: number[] = [];
  private readonly broken: number[] = [];
  private readonly brokenAt: Int32Array;
  /** What breaking a row costs: more for those that were hard to mend in this search. */
  private readonly weight: Int32Array;
  private readonly weighted: number[] = [];
  /** When on the trail a variable was changed last, and by how much. */
  private readonly movedAt: Int32Array;
  private readonly movedBy: Int32Array;
  private readonly random = new Random(7);

  /** @param floor what a variable cannot fall under; 0 unless somebody knows more */
  constructor(
    private readonly system: System,
    private readonly floor: Int32Array = new Int32Array(system.variables),
  ) {
    this.x = system.truth.slice();
    this.sums = sumsOf(system, system.truth);
    this.truths = this.sums.slice();
    this.least = this.sums.slice();
    this.greatest = this.sums.slice();
    this.leastIn = Array.from(this.sums, () => null);
    this.greatestIn = Array.from(this.sums, () => null);
    this.brokenAt = new Int32Array(this.sums.length).fill(-1);
    this.weight = new Int32Array(this.sums.length).fill(1);
    this.movedAt = new Int32Array(system.variables);
    this.movedBy = new Int32Array(system.variables);
  }

  /** How many values of a sum are proved to be possible, less one. */
  spread(row: number): number {
    return item(this.greatest, row) - item(this.least, row);
  }

  /** What is known to be possible of a sum, and where. */
  proofOf(row: number): Proof {
    return {
      ...{ row, least: item(this.least, row), greatest: item(this.greatest, row) },
      ...{ leastIn: this.leastIn[row] ?? null, greatestIn: this.greatestIn[row] ?? null },
    };
  }

  /** Takes back what was found of a sum since, or says that worlds are none any more. */
  setProof({ row, least, greatest, leastIn, greatestIn }: Proof): void {
    this.least[row] = least;
    this.greatest[row] = greatest;
    this.leastIn[row] = leastIn;
    this.greatestIn[row] = greatestIn;
  }

  /** What a sum is in truth. */
  trueSum(row: number): number {
    return item(this.truths, row);
  }

  /** Back to the truth. */
  reset(): void {
    this.undo(0);
  }

  /** Tries to find a solution with the sum one greater (or one less) than now; stays where it is if there is none. @param repairs at most */
  push(row: number, by: 1 | -1, repairs: number): boolean {
    const mark = this.trail.length;
    return this.aim(row, by, item(this.sums, row) + by, () => this.repair(repairs), mark);
  }

  /**
   * Tries to find a solution near to `x`, which need not be one, with the sum at least (or at most) `goal`; back to where it was if there is none.
   * @param by 1: at least, -1: at most
   */
  settle(x: Float64Array, row: number, by: 1 | -1, goal: number): boolean {
    return this.settleFrom(() => this.jump(x), row, by, goal, LONG_REPAIRS);
  }

  /** `settle` near to a world that is none any more; from the truth. */
  mend({ at, by: changes }: World, row: number, by: 1 | -1, goal: number, repairs: number): boolean {
    this.reset();
    const enter = (): void => at.forEach((variable, i) => this.move(variable, item(changes, i)));
    return this.settleFrom(enter, row, by, goal, repairs);
  }

  private settleFrom(enter: () => void, row: number, by: 1 | -1, goal: number, repairs: number): boolean {
    const mark = this.trail.length;
    const search = (): boolean => {
      enter();
      return this.repair(repairs);
    };
    return this.aim(row, by, goal, search, mark);
  }

  /** Searches while the sum may not fall back behind its goal. */
  private aim(row: number, by: 1 | -1, goal: number, search: () => boolean, mark: number): boolean {
    const { low, high } = this.system;
    const [keptLow, keptHigh] = [item(low, row), item(high, row)];
    if (goal < keptLow || goal > keptHigh) return false;
    if (by > 0) low[row] = goal;
    else high[row] = goal;
    this.judge(row);
    const found = search();
    low[row] = keptLow;
    high[row] = keptHigh;
    if (found) this.noteSince(mark);
    else this.undo(mark);
    for (const heavy of this.weighted.splice(0)) this.weight[heavy] = 1;
    return found;
  }

  private jump(x: Float64Array): void {
    x.forEach((value, variable) => {
      const change = Math.max(Math.round(value), item(this.floor, variable)) - item(this.x, variable);
      if (change !== 0) this.move(variable, change);
    });
  }

  /** Moves children until no row is broken. */
  private repair(steps: number): boolean {
    for (let i = 0; i < steps && this.broken.length > 0; i++) {
      const row = this.broken[this.random.below(this.broken.length)] ?? 0;
      const up = item(this.sums, row) < item(this.system.low, row) ? 1 : -1;
      // Where everything was moved the other way just now, another row may be mended first.
      if (!this.moveOne(row, up)) this.weigh();
    }
    return this.broken.length === 0;
  }

  /** Changes the variable of a row that breaks least elsewhere. */
  private moveOne(row: number, up: 1 | -1): boolean {
    const { start, at, coefficient } = this.system.rows;
    const [from, to] = [item(start, row), item(start, row + 1)];
    const offset = this.random.below(to - from);
    let best = Infinity;
    let chosen = -1;
    for (let i = 0; i < to - from; i++) {
      const entry = from + ((i + offset) % (to - from));
      const harm = this.harmOf(item(at, entry), up * item(coefficient, entry));
      if (harm < best) [best, chosen] = [harm, entry];
    }
    if (chosen < 0) return false;
    if (best >= 0) this.weigh();
    this.move(item(at, chosen), up * item(coefficient, chosen));
    return true;
  }

  /** Infinite for a change that is not possible, or takes back what was just done. */
  private harmOf(variable: number, change: number): number {
    if (item(this.x, variable) + change < item(this.floor, variable)) return Infinity;
    return this.wasMoved(variable, -change) ? Infinity : this.harm(variable, change);
  }

  /** Stuck: what is broken now counts for more. */
  private weigh(): void {
    for (const row of this.broken) {
      this.weight[row] = item(this.weight, row) + 1;
      this.weighted.push(row);
    }
  }

  /** Whether it went the other way only a few steps ago. */
  private wasMoved(variable: number, by: number): boolean {
    return this.movedBy[variable] === by && this.trail.length - item(this.movedAt, variable) < TENURE;
  }

  /** By how much a change would break rows, less what it mends. */
  private harm(variable: number, change: number): number {
    const { columns, low, high } = this.system;
    const end = item(columns.start, variable + 1);
    let harm = 0;
    for (let i = item(columns.start, variable); i < end; i++) {
      const row = item(columns.at, i);
      const sum = item(this.sums, row);
      if (change * item(columns.coefficient, i) > 0) {
        if (sum >= item(high, row)) harm += item(this.weight, row);
        else if (sum < item(low, row)) harm -= item(this.weight, row);
      } else if (sum <= item(low, row)) harm += item(this.weight, row);
      else if (sum > item(high, row)) harm -= item(this.weight, row);
    }
    return harm;
  }

  private move(variable: number, change: number): void {
    this.movedAt[variable] = this.trail.push(variable);
    this.movedBy[variable] = change;
    this.steps.push(change);
    this.apply(variable, change);
  }

  private apply(variable: number, change: number): void {
    const { columns } = this.system;
    this.x[variable] = item(this.x, variable) + change;
    const end = item(columns.start, variable + 1);
    for (let i = item(columns.start, variable); i < end; i++) {
      const row = item(columns.at, i);
      this.sums[row] = item(this.sums, row) + change * item(columns.coefficient, i);
      this.judge(row);
    }
  }

  /** Keeps the list of broken rows. */
  private judge(row: number): void {
    const sum = item(this.sums, row);
    const isBroken = sum < item(this.system.low, row) || sum > item(this.system.high, row);
    const at = this.brokenAt[row] ?? -1;
    if (isBroken && at < 0) {
      this.brokenAt[row] = this.broken.push(row) - 1;
    } else if (!isBroken && at >= 0) {
      const last = this.broken.pop() ?? row;
      if (last !== row) {
        this.broken[at] = last;
        this.brokenAt[last] = at;
      }
      this.brokenAt[row] = -1;
    }
  }

  private undo(mark: number): void {
    while (this.trail.length > mark) {
      const variable = this.trail.pop() ?? 0;
      this.movedBy[variable] = 0;
      this.apply(variable, -(this.steps.pop() ?? 0));
    }
    while (this.broken.length > 0) this.judge(this.broken[this.broken.length - 1] ?? 0);
  }

  private noteSince(mark: number): void {
    const { columns } = this.system;
    const world = this.here();
    for (let i = mark; i < this.trail.length; i++) {
      const variable = this.trail[i] ?? 0;
      const end = item(columns.start, variable + 1);
      for (let j = item(columns.start, variable); j < end; j++) this.note(item(columns.at, j), world);
    }
  }

  private note(row: number, world: World): void {
    const sum = item(this.sums, row);
    if (sum < item(this.least, row)) {
      this.least[row] = sum;
      this.leastIn[row] = world;
    }
    if (sum > item(this.greatest, row)) {
      this.greatest[row] = sum;
      this.greatestIn[row] = world;
    }
  }

  /** Where it is. */
  private here(): World {
    const moved = [...new Set(this.trail)].filter((v) => this.x[v] !== this.system.truth[v]);
    return {
      at: Int32Array.from(moved),
      by: Int32Array.from(moved, (v) => item(this.x, v) - item(this.system.truth, v)),
    };
  }
}

function sumsOf({ rows }: System, x: Int32Array): Int32Array {
  const sums = new Int32Array(rows.start.length - 1);
  for (let row = 0; row < sums.length; row++) {
    let sum = 0;
    for (let i = item(rows.start, row); i < item(rows.start, row + 1); i++) {
      sum += item(x, item(rows.at, i)) * item(rows.coefficient, i);
    }
    sums[row] = sum;
  }
  return sums;
}
