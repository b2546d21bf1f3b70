import type { NumberOf } from '../frame.js';
import { meaning } from '../show.js';
import { item, type System } from '../system.js';
import type { Walk } from './walk.js';
import { type Proof, SMALL, SPREAD, type World } from './world.js';

/** Repairs of a world that one more shown number has broken. */
const REPAIRS = 120;

interface Helpers {
  /** Whether worlds are found by walking. */
  isProved: (row: number) => boolean;
  /** Whether its bounds say that it is 5 or more. */
  isLarge: (row: number) => boolean;
  /** The bounds of a number have changed. */
  refresh: (row: number) => void;
}

/**
 * Shows hidden numbers again that no number needs to be hidden any more: those hidden first were often not enough, and what was hidden after them is.
 * What is left is a pattern of which no single number can be shown (Fischetti and Salazar clean up their heuristic solutions likewise).
 */
export class GiveBack {
  /** Numbers that need a proof. */
  private readonly open: Set<number>;

  constructor(
    private readonly system: System,
    private readonly walk: Walk,
    private readonly numbers: readonly NumberOf[],
    /** Numbers whose bounds said that they are 5 or more: more that is shown does not take that away. */
    private readonly large: Set<number>,
    private readonly helpers: Helpers,
  ) {
    const needing = numbers.filter(
      ({ row, shown, hidden }) => (shown === null || hidden !== null) && !large.has(row),
    );
    this.open = new Set(needing.map(({ row }) => row));
  }

  /** @returns how many are shown again */
  run(): number {
    const hidden = this.numbers.filter((number) => number.hidden === 'too_small_nearby').sort(coarsestFirst);
    const given = hidden.filter((number) => this.show(number));
    return given.length;
  }

  private show(number: NumberOf): boolean {
    const { row, shown } = number;
    const { low, high, lowest, highest } = this.system;
    const { low: from, high: to } = meaning(shown);
    this.walk.reset();
    low[row] = Math.max(item(lowest, row), from);
    high[row] = Math.min(item(highest, row), to);
    this.helpers.refresh(row);
    const wasOpen = this.open.has(row);
    if (shown !== null) this.open.delete(row);
    const lost = this.lostProofs(row);
    const seenLarge: number[] = [];
    if (lost.every((proof) => this.isStillProved(proof) || this.isSeenLarge(proof.row, seenLarge))) {
      number.hidden = null;
      for (const large of seenLarge) {
        this.large.add(large);
        this.open.delete(large);
      }
      return true;
    }
    this.walk.reset();
    low[row] = item(lowest, row);
    high[row] = item(highest, row);
    this.helpers.refresh(row);
    if (wasOpen) this.open.add(row);
    for (const proof of lost) this.walk.setProof(proof);
    return false;
  }

  /** Takes back all that was proved by worlds in which the number would be seen to be another. */
  private lostProofs(row: number): Proof[] {
    const isBroken = this.breaks(row);
    return [...this.open].flatMap((open) => {
      const proof = this.walk.proofOf(open);
      const [least, greatest] = [isBroken(proof.leastIn), isBroken(proof.greatestIn)];
      if (!least && !greatest) return [];
      const truth = this.walk.trueSum(open);
      this.walk.setProof({
        row: open,
        ...(least ? { least: truth, leastIn: null } : { least: proof.least, leastIn: proof.leastIn }),
        ...(greatest
          ? { greatest: truth, greatestIn: null }
          : { greatest: proof.greatest, greatestIn: proof.greatestIn }),
      });
      return [proof];
    });
  }

  private breaks(row: number): (world: World | null) => boolean {
    const { rows, low, high } = this.system;
    const coefficients = new Map<number, number>();
    for (let i = item(rows.start, row); i < item(rows.start, row + 1); i++) {
      coefficients.set(item(rows.at, i), item(rows.coefficient, i));
    }
    const known = new Map<World, boolean>();
    const judge = ({ at, by }: World): boolean => {
      const sum = at.reduce(
        (total, variable, i) => total + (coefficients.get(variable) ?? 0) * item(by, i),
        this.walk.trueSum(row),
      );
      return sum < item(low, row) || sum > item(high, row);
    };
    return (world) => {
      if (world === null) return false;
      const found = known.get(world) ?? judge(world);
      known.set(world, found);
      return found;
    };
  }

  /** Mends the worlds that proved it; or finds others. */
  private isStillProved({ row, least, greatest, leastIn, greatestIn }: Proof): boolean {
    const { walk } = this;
    if (leastIn && walk.spread(row) < SPREAD) walk.mend(leastIn, row, -1, least, REPAIRS);
    if (greatestIn && walk.spread(row) < SPREAD) walk.mend(greatestIn, row, 1, greatest, REPAIRS);
    return walk.spread(row) >= SPREAD || this.helpers.isProved(row);
  }

  private isSeenLarge(row: number, found: number[]): boolean {
    // Bounds hold the truth: where that is small, they need not be asked.
    const isLarge = this.walk.trueSum(row) > SMALL && this.helpers.isLarge(row);
    if (isLarge) found.push(row);
    return isLarge;
  }
}

const coarsestFirst = (a: NumberOf, b: NumberOf): number =>
  a.depth - b.depth || b.count - a.count || a.row - b.row;
