import highsLoader, { type Highs, type Model } from 'highs';
import { Random } from '../../src/reporting/publication/random.js';
import {
  bandsNamed,
  type Cell,
  type HouseType,
  isAt,
  isIn,
  partsOf,
  type Person,
  tableOf,
} from './published-people.js';

/** What is possible, or what a cell says is. */
export interface Range {
  low: number;
  high: number;
}

type Sum = Map<number, number>;
type Constraint = { sum: Sum } & Range;

/** Fewer possible values than that, and a number counts as found out. */
const ENOUGH = 5;
/** Questions about all numbers at once. */
const SWEEPS = 40;
/** Linear bounds this far apart are not asked about in whole numbers. */
const WIDE = 7;
const EPSILON = 1e-6;
// The types of the package describe its CommonJS form, in which the function is a level deeper.
const load = highsLoader as unknown as typeof highsLoader.default;

/**
 * Somebody with answers of the interface, the list of houses and a solver. Every kind of child (house type, sex, age, outcome) of every table is an
 * unknown; every answer, and what anybody knows about the tables, is a constraint.
 */
export class CellAttacker {
  private readonly columns: Person[] = [];
  private readonly byTable = new Map<string, number[]>();
  private readonly bands: (table: string, kind: string) => string[];

  private constructor(
    private readonly highs: Highs,
    private readonly cells: readonly Cell[],
    houses: readonly HouseType[],
  ) {
    this.bands = bandsNamed(cells);
    const types = [...new Map(houses.map((house) => [JSON.stringify(house), house])).values()];
    for (const cells of this.tables().values()) this.addColumns(cells, types);
  }

  static async equip(cells: readonly Cell[], houses: readonly HouseType[]): Promise<CellAttacker> {
    return new CellAttacker(await load(), cells, houses);
  }

  /** Those of the targets of which fewer than five values are possible, with the ends of these. */
  attack(targets: readonly Cell[], says: (cell: Cell) => Range | null): [Cell, Range][] {
    const constraints = [...this.said(says), ...this.known()];
    const model = this.highs.createModel(modelOf(constraints, this.columns.length, this.highs.infinity));
    model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
    // A number has several names: "all regions" and "all situations" are the same children.
    const named = new Map<string, Cell>();
    for (const cell of targets) named.set(JSON.stringify([...this.sumOf(cell)]), cell);
    const different = [...named.values()];
    const sums = different.map((cell) => this.sumOf(cell));
    const search = new Search(this.highs, model, this.columns.length, sums);
    search.sweep();
    try {
      return different.flatMap((cell, i): [Cell, Range][] => {
        const range = search.narrow(i);
        return range ? [[cell, range]] : [];
      });
    } finally {
      model.dispose();
    }
  }

  private tables(): Map<string, Cell[]> {
    const tables = new Map<string, Cell[]>();
    for (const cell of this.cells) {
      const key = tableOf(cell);
      const own = tables.get(key);
      if (own) own.push(cell);
      else tables.set(key, [cell]);
    }
    return tables;
  }

  private addColumns(cells: readonly Cell[], types: readonly HouseType[]): void {
    const table = tableOf(cells[0]!);
    const named = new Set(
      cells.map(({ outcome }) => outcome).filter((each) => each !== null && each !== 'lost'),
    );
    const outcomes = named.size === 0 ? [null] : [...named];
    const own: number[] = [];
    for (const type of types.filter((each) => isNamed(each, cells))) {
      for (const band of this.bands(table, type.kind)) {
        for (const sex of ['female', 'male']) {
          for (const outcome of outcomes)
            own.push(this.columns.push({ ...type, table, band, sex, outcome }) - 1);
        }
      }
    }
    this.byTable.set(table, own);
  }

  private sumOf(cell: Cell): Sum {
    return new Map(
      partsOf(cell).flatMap(([part, sign]) =>
        (this.byTable.get(tableOf(part)) ?? [])
          .filter((at) => isIn(this.columns[at]!, part))
          .map((at): [number, number] => [at, sign]),
      ),
    );
  }

  private said(says: (cell: Cell) => Range | null): Constraint[] {
    const known = new Map<string, Constraint>();
    for (const cell of this.cells) {
      const range = says(cell);
      const sum = this.sumOf(cell);
      if (range && sum.size > 0) known.set(JSON.stringify([[...sum], range]), { sum, ...range });
    }
    return [...known.values()];
  }

  /** Who has a result was tested, and who was tested has one; a pair is one of the first and one of the last results. */
  private known(): Constraint[] {
    return [...new Set(this.cells.map(({ year }) => year))].flatMap((year) => {
      const of = (block: string): string[] =>
        [...this.byTable.keys()].filter((key) => key.startsWith(`${year}/${block}/`));
      const [tested = ''] = of('tested');
      return [
        ...of('results').flatMap((table) => this.atMost([table], [tested])),
        ...this.atMost([tested], of('results')),
        ...of('paired').flatMap((table) =>
          ['entry', 'exit'].flatMap((wave) =>
            this.atMost([table], [table.replace('/paired/', '/results/') + wave]),
          ),
        ),
      ];
    });
  }

  /** House type by house type, sex by sex, and age band by age band where all tables have the same ones. */
  private atMost(less: string[], more: string[]): Constraint[] {
    const sums = new Map<string, Sum>();
    for (const [tables, sign] of [[less, -1] as const, [more, 1] as const]) {
      for (const at of tables.flatMap((table) => this.byTable.get(table) ?? [])) {
        const { table: _table, outcome: _outcome, band, ...person } = this.columns[at]!;
        const shown = new Set([...less, ...more].map((table) => this.bands(table, person.kind).join()));
        const key = JSON.stringify([person, shown.size === 1 && band]);
        sums.set(key, (sums.get(key) ?? new Map<number, number>()).set(at, sign));
      }
    }
    return [...sums.values()].map((sum) => ({ sum, low: 0, high: Infinity }));
  }
}

/** Whether a table has cells of all places of a house: where there is none, nobody was counted. */
function isNamed(type: HouseType, cells: readonly Cell[]): boolean {
  const schemes = ['region', 'social_situation', ...(type.kind === 'school' ? ['social_index'] : [])];
  return schemes.every((scheme) =>
    cells.some(
      (cell) => cell.scheme === scheme && cell.kind === type.kind && cell.place !== null && isAt(type, cell),
    ),
  );
}

/** Looks for the ends of sums; every solution on the way shows what is possible for the others, too. */
class Search {
  private readonly seen = { linear: [] as Range[], whole: [] as Range[] };

  constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    private readonly columns: number,
    private readonly sums: readonly Sum[],
  ) {
    this.seen.linear = sums.map(() => ({ low: Infinity, high: -Infinity }));
    this.seen.whole = sums.map(() => ({ low: Infinity, high: -Infinity }));
  }

  /** Pushes all numbers at once, each up or down by chance: most show so that they are free, without a question of their own. */
  sweep(): void {
    const random = new Random(5);
    for (let i = 0; i < SWEEPS; i += 1) {
      const cost = new Float64Array(this.columns);
      this.sums.forEach((sum, at) => {
        const { low, high } = this.seen.whole[at]!;
        const weight = high - low >= ENOUGH - 1 ? 0 : random.below(2) * 2 - 1;
        for (const [column, sign] of sum) cost[column]! += weight * sign;
      });
      this.optimize(cost, 'minimize', 'linear');
    }
  }

  narrow(target: number): Range | null {
    const whole = this.seen.whole[target]!;
    if (whole.high - whole.low >= ENOUGH - 1) return null;
    const linear = this.ends(target, 'linear', WIDE);
    if (linear === null) return null;
    const range = linear.high - linear.low < ENOUGH - 1 ? linear : this.ends(target, 'whole', ENOUGH - 1);
    return range && range.high - range.low < ENOUGH - 1 ? range : null;
  }

  /** Null: at least `wide` apart. */
  private ends(target: number, kind: 'linear' | 'whole', wide: number): Range | null {
    const range = this.seen[kind][target]!;
    for (const sense of ['minimize', 'maximize'] as const) {
      if (range.high - range.low >= wide) return null;
      this.solve(target, sense, kind);
    }
    return range.high - range.low >= wide ? null : range;
  }

  private solve(target: number, sense: 'minimize' | 'maximize', kind: 'linear' | 'whole'): void {
    const cost = new Float64Array(this.columns);
    for (const [at, sign] of this.sums[target]!) cost[at] = sign;
    this.optimize(cost, sense, kind);
  }

  private optimize(cost: Float64Array, sense: 'minimize' | 'maximize', kind: 'linear' | 'whole'): void {
    const every = { kind: 'range', from: 0, to: this.columns - 1 } as const;
    this.model.changeColsCost(every, cost);
    this.model.changeObjectiveSense(this.highs.constants.objectiveSense[sense]);
    if (kind === 'whole') this.model.changeColsIntegrality(every, new Int32Array(this.columns).fill(1));
    this.model.run();
    const status = this.model.getModelStatus();
    const x = this.model.getSolution().colValue;
    if (kind === 'whole') this.model.clearIntegrality();
    if (status !== this.highs.constants.modelStatus.optimal) throw new Error(`no solution: ${status}`);
    this.note(this.seen[kind], x);
    if (kind === 'linear' && x.every((value) => Math.abs(value - Math.round(value)) < EPSILON)) {
      this.note(this.seen.whole, x);
    }
  }

  private note(seen: readonly Range[], x: Float64Array): void {
    this.sums.forEach((sum, i) => {
      let value = 0;
      for (const [at, sign] of sum) value += sign * x[at]!;
      const range = seen[i]!;
      range.low = Math.min(range.low, Math.ceil(value - EPSILON));
      range.high = Math.max(range.high, Math.floor(value + EPSILON));
    });
  }
}

function modelOf(
  rows: readonly Constraint[],
  numCols: number,
  infinity: number,
): Parameters<Model['passModel']>[0] {
  const starts = [0];
  for (const { sum } of rows) starts.push(starts.at(-1)! + sum.size);
  const entries = rows.flatMap(({ sum }) => [...sum]);
  return {
    ...{ numCols, numRows: rows.length },
    ...{ colCost: new Float64Array(numCols), colLower: new Float64Array(numCols) },
    colUpper: new Float64Array(numCols).fill(infinity),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => (high === Infinity ? infinity : high)),
    matrix: {
      ...{ format: 'csr', numCols, numRows: rows.length, starts: Int32Array.from(starts) },
      indices: Int32Array.from(entries, ([at]) => at),
      values: Float64Array.from(entries, ([, sign]) => sign),
    },
  };
}
