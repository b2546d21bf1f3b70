import highsLoader, { type Highs, type Model } from 'highs';
import { FREE, item, type System } from '../system.js';

const EPSILON = 1e-6;
/** Between questions only costs change and bounds widen: the last solution stays one, and the primal simplex goes on from it. */
const PRIMAL = 4;
/** For one solution in whole numbers. */
const WHOLE_SECONDS = 20;

/** One end of what a sum may be. */
export interface Bound {
  value: number;
  /** The solution at that end, with the truth for all that the model does not move. */
  at: Float64Array;
  /** Rows of the system without which the end would be further out. */
  binding: number[];
}

let loaded: Promise<Highs> | undefined;

// The types of the package describe its CommonJS form, in which the function is a level deeper.
const load = highsLoader as unknown as typeof highsLoader.default;

/** The solver, as WebAssembly; loaded once. */
export function loadSolver(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}

const isBounded = (low: number, high: number): boolean => low > -FREE || high < FREE;

/**
 * A linear programme over some of the variables of a system; the others stay as they are in truth. Its solutions are solutions of the whole, so what
 * it finds possible is possible. Kept for many questions: only costs and bounds change between them.
 */
export class Submodel {
  private readonly model: Model;
  private readonly columnOf: Int32Array;
  private readonly rowOf = new Map<number, number>();
  private readonly rows: number[];
  /** What the fixed variables add to each row. */
  private readonly fixed: number[];

  /**
   * @param closed only rows that are about nothing else: then every solution of the whole is one of these, and not the other way round
   * @param free rows without bounds, too: they may get some
   */
  constructor(
    private readonly highs: Highs,
    private readonly system: System,
    private readonly variables: readonly number[],
    closed = false,
    free = false,
  ) {
    this.columnOf = new Int32Array(system.variables).fill(-1);
    variables.forEach((variable, column) => (this.columnOf[variable] = column));
    this.rows = this.bindingRows(closed, free);
    this.rows.forEach((row, i) => this.rowOf.set(row, i));
    this.fixed = this.rows.map((row) => this.fixedPart(row));
    this.model = highs.createModel(this.data());
    this.model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: PRIMAL });
  }

  dispose(): void {
    this.model.dispose();
  }

  /** Takes over the bounds of a row of the system. */
  refresh(row: number): void {
    const i = this.rowOf.get(row);
    if (i !== undefined) this.model.changeRowBounds(i, this.low(row, i), this.high(row, i));
  }

  /** The least or the greatest that a row may be; null if there is no end. */
  bound(row: number, sense: 'least' | 'greatest'): Bound | null {
    this.ask(row, sense);
    this.model.run();
    const { modelStatus } = this.highs.constants;
    const status = this.model.getModelStatus();
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return null;
    if (status !== modelStatus.optimal) throw new Error(`The solver ended with status ${status}.`);
    return this.answer(row);
  }

  /**
   * A solution in whole numbers with a row at least (or at most) `goal`; null if there is none, or none is found in time. Branch and cut: far slower than
   * the walk, and finds what the walk does not.
   * @param by 1: at least, -1: at most
   */
  wholeNumbers(row: number, by: 1 | -1, goal: number): Float64Array | null {
    const integer = this.highs.constants.variableType.integer;
    const model = this.highs.createModel({
      ...this.data(),
      integrality: this.variables.map(() => integer),
    });
    try {
      model.options.set({ output_flag: false, time_limit: WHOLE_SECONDS });
      const rest = goal - this.fixedPart(row);
      const [low, high] = by > 0 ? [rest, this.highs.infinity] : [-this.highs.infinity, rest];
      const { indices, values } = this.entries(row);
      model.addRow(low, high, { indices, values });
      model.run();
      if (model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return null;
      return this.expand(model.getSolution().colValue);
    } finally {
      model.dispose();
    }
  }

  private ask(row: number, sense: 'least' | 'greatest'): void {
    const { indices, values } = this.entries(row);
    const cost = new Float64Array(this.variables.length);
    indices.forEach((column, i) => (cost[column] = values[i] ?? 0));
    const { minimize, maximize } = this.highs.constants.objectiveSense;
    this.model.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost);
    this.model.changeObjectiveSense(sense === 'least' ? minimize : maximize);
  }

  private answer(row: number): Bound {
    const { colValue, rowDual } = this.model.getSolution();
    const at = this.expand(colValue);
    const binding = this.rows.filter((_, i) => Math.abs(rowDual[i] ?? 0) > EPSILON);
    return { value: this.sum(row, at), at, binding };
  }

  private expand(columns: ArrayLike<number>): Float64Array {
    const x = Float64Array.from(this.system.truth);
    this.variables.forEach((variable, column) => (x[variable] = columns[column] ?? 0));
    return x;
  }

  private sum(row: number, x: Float64Array): number {
    const { start, at, coefficient } = this.system.rows;
    let sum = 0;
    for (let i = item(start, row); i < item(start, row + 1); i++) {
      sum += (x[item(at, i)] ?? 0) * item(coefficient, i);
    }
    return sum;
  }

  private bindingRows(closed: boolean, free: boolean): number[] {
    const { columns, low, high } = this.system;
    const rows = new Set<number>();
    for (const variable of this.variables) {
      for (let i = item(columns.start, variable); i < item(columns.start, variable + 1); i++) {
        const row = item(columns.at, i);
        if (free || isBounded(item(low, row), item(high, row))) rows.add(row);
      }
    }
    const sorted = [...rows].sort((a, b) => a - b);
    return closed ? sorted.filter((row) => this.isClosed(row)) : sorted;
  }

  private isClosed(row: number): boolean {
    const { start, at } = this.system.rows;
    return at.subarray(start[row], start[row + 1]).every((variable) => (this.columnOf[variable] ?? -1) >= 0);
  }

  private fixedPart(row: number): number {
    const { start, at, coefficient } = this.system.rows;
    let sum = 0;
    for (let i = item(start, row); i < item(start, row + 1); i++) {
      const variable = item(at, i);
      if ((this.columnOf[variable] ?? -1) < 0)
        sum += item(this.system.truth, variable) * item(coefficient, i);
    }
    return sum;
  }

  private low(row: number, i: number): number {
    const low = item(this.system.low, row);
    return low <= -FREE ? -this.highs.infinity : low - (this.fixed[i] ?? 0);
  }

  private high(row: number, i: number): number {
    const high = item(this.system.high, row);
    return high >= FREE ? this.highs.infinity : high - (this.fixed[i] ?? 0);
  }

  /** What a row says of the variables that the model moves. */
  private entries(row: number): { indices: number[]; values: number[] } {
    const { start, at, coefficient } = this.system.rows;
    const indices: number[] = [];
    const values: number[] = [];
    for (let i = item(start, row); i < item(start, row + 1); i++) {
      const column = this.columnOf[item(at, i)] ?? -1;
      if (column < 0) continue;
      indices.push(column);
      values.push(item(coefficient, i));
    }
    return { indices, values };
  }

  private data(): Parameters<Model['passModel']>[0] {
    const starts = [0];
    const all = this.rows.map((row) => this.entries(row));
    for (const { indices } of all) starts.push((starts.at(-1) ?? 0) + indices.length);
    const indices = all.flatMap((each) => each.indices);
    const values = all.flatMap((each) => each.values);
    const [numCols, numRows] = [this.variables.length, this.rows.length];
    return {
      ...{ numCols, numRows, colCost: new Float64Array(numCols), colLower: new Float64Array(numCols) },
      colUpper: new Float64Array(numCols).fill(this.highs.infinity),
      rowLower: Float64Array.from(this.rows, (row, i) => this.low(row, i)),
      rowUpper: Float64Array.from(this.rows, (row, i) => this.high(row, i)),
      matrix: {
        ...{ format: 'csr', numCols, numRows, starts: Int32Array.from(starts) },
        ...{ indices: Int32Array.from(indices), values: Float64Array.from(values) },
      },
    };
  }
}
