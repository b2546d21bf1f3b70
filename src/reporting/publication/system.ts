/** No bound. Small enough to be added to without overflow. */
export const FREE = 1 << 28;

/** An element that is there. */
export const item = (list: Int32Array, index: number): number => list[index] ?? 0;

/** Lines of a sparse matrix: the entries of line i are `at` and `coefficient` from `start[i]` to `start[i + 1]`. */
export interface Lines {
  start: Int32Array;
  at: Int32Array;
  coefficient: Int32Array;
}

/**
 * What is known of numbers of children: whole numbers x ≥ 0 with low ≤ A x ≤ high. Rows are the cells of the tables, and what anybody knows about
 * how tables hang together.
 */
export interface System {
  variables: number;
  rows: Lines;
  columns: Lines;
  /** The true numbers: one of the solutions. */
  truth: Int32Array;
  low: Int32Array;
  high: Int32Array;
  /** What no hiding takes back: structure, and what was published before. */
  lowest: Int32Array;
  highest: Int32Array;
}

interface Row {
  at: readonly number[];
  coefficient: readonly number[];
  low: number;
  high: number;
}

/** Collects rows, and lays them out by rows and by columns. */
export class SystemBuilder {
  private readonly rows: Row[] = [];
  private readonly lookup = new Map<string, number>();

  constructor(private readonly truth: Int32Array) {}

  /** A row without bounds; the same sum a second time is the same row. @returns its index */
  add(at: readonly number[], coefficient?: readonly number[]): number {
    const key = `${at.join()}|${coefficient?.join() ?? ''}`;
    const known = this.lookup.get(key);
    if (known !== undefined) return known;
    const row = { at, coefficient: coefficient ?? at.map(() => 1), low: -FREE, high: FREE };
    const index = this.rows.push(row) - 1;
    this.lookup.set(key, index);
    return index;
  }

  /** Bounds that stay, besides those that the row has. */
  bound(index: number, low: number, high: number): void {
    const row = this.rows[index];
    if (!row) throw new RangeError(`No row ${index}`);
    row.low = Math.max(row.low, low);
    row.high = Math.min(row.high, high);
  }

  /** What a sum is in truth. */
  value(at: readonly number[], coefficient?: readonly number[]): number {
    return at.reduce((sum, v, i) => sum + item(this.truth, v) * (coefficient?.[i] ?? 1), 0);
  }

  build(): System {
    const rows = toLines(this.rows);
    const lowest = Int32Array.from(this.rows, ({ low }) => low);
    const highest = Int32Array.from(this.rows, ({ high }) => high);
    return {
      ...{ variables: this.truth.length, truth: this.truth, rows, lowest, highest },
      ...{ columns: transpose(rows, this.truth.length), low: lowest.slice(), high: highest.slice() },
    };
  }
}

function toLines(rows: readonly Row[]): Lines {
  const start = new Int32Array(rows.length + 1);
  rows.forEach(({ at }, i) => (start[i + 1] = item(start, i) + at.length));
  const at = Int32Array.from(rows.flatMap((row) => row.at));
  return { start, at, coefficient: Int32Array.from(rows.flatMap((row) => row.coefficient)) };
}

function transpose({ start, at, coefficient }: Lines, columns: number): Lines {
  const starts = new Int32Array(columns + 1);
  for (const column of at) starts[column + 1] = item(starts, column + 1) + 1;
  for (let c = 0; c < columns; c++) starts[c + 1] = item(starts, c + 1) + item(starts, c);
  const next = starts.slice();
  const turned = { start: starts, at: new Int32Array(at.length), coefficient: new Int32Array(at.length) };
  for (let row = 0; row + 1 < start.length; row++) {
    for (let i = item(start, row); i < item(start, row + 1); i++) {
      const column = item(at, i);
      const to = item(next, column);
      next[column] = to + 1;
      turned.at[to] = row;
      turned.coefficient[to] = item(coefficient, i);
    }
  }
  return turned;
}
