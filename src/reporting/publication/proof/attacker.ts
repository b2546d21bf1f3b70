import type { Highs, Model } from 'highs';
import { AGE_BANDS, type CellName, type House, SEXES, type StoredCell } from '../publication-types.js';

/** What an attacker takes a published cell to say. */
export type Reading = (cell: StoredCell) => { low: number; high: number } | null;

/** As the label says: "gerundet auf 5; Werte bis 7 nicht ausgewiesen". */
export const readRounded: Reading = ({ state, count }) => {
  if (state === 'hidden') return null;
  if (state === 'up_to_7' || count === null) return { low: 0, high: 7 };
  return { low: Math.max(count - 2, 8), high: count + 2 };
};

/** A number in the attacker's sight: how low and how high it may be. */
export interface Sight {
  low: number;
  high: number;
}

type Mode = 'linear' | 'whole';

const EPSILON = 1e-6;
/** Linear bounds are at most a little wider than those in whole numbers; beyond this nobody asks. */
const MARGIN = 4;
const noSights = (count: number): Sight[] =>
  Array.from({ length: count }, () => ({ low: Infinity, high: -Infinity }));
const OUTCOMES = { tested: [null], results: ['below', 'not_below'], paired: ['up', 'same', 'down'] } as const;

interface Column {
  table: string;
  type: House;
  sex: string;
  band: string;
  outcome: string | null;
}

/**
 * Somebody who has nothing but the published cells, the list of houses and a solver: for tests and figures. Shares no code with what is attacked, reads
 * cells by their names alone, and asks in whole numbers (by branch and bound) where linear bounds are not clear.
 */
export class Attacker {
  private readonly columns: Column[] = [];
  private readonly model: Model;
  private targets: Sum[] = [];
  private seen: Record<Mode, Sight[]> = { linear: [], whole: [] };

  constructor(
    private readonly highs: Highs,
    houses: readonly House[],
    private readonly cells: readonly StoredCell[],
    reading: Reading,
  ) {
    this.makeColumns(houses);
    const rows = [...this.published(reading), ...this.known()];
    this.model = highs.createModel(this.modelData(rows));
    this.model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  }

  dispose(): void {
    this.model.dispose();
  }

  /**
   * What is left possible of cells; null where that is `enough` values or more.
   * @param whole ask in whole numbers, too, where linear bounds leave few values more than that
   */
  attack(targets: readonly CellName[], enough: number, whole: boolean): (Sight | null)[] {
    this.targets = targets.map((target) => this.sumOf(target));
    this.seen = { linear: noSights(targets.length), whole: noSights(targets.length) };
    return targets.map((_, i) => {
      const linear = this.ends(i, 'linear', enough - 1 + (whole ? MARGIN : 0));
      if (!linear) return null;
      if (linear.high - linear.low < enough - 1) return linear;
      return whole ? this.ends(i, 'whole', enough - 1) : null;
    });
  }

  /** The ends of a sum; null if they are `wide` apart. */
  private ends(target: number, mode: Mode, wide: number): Sight | null {
    const seen = this.seen[mode][target] ?? { low: Infinity, high: -Infinity };
    for (const sense of ['minimize', 'maximize'] as const) {
      if (seen.high - seen.low >= wide) return null;
      if (this.solve(target, sense, mode) === 'endless') return null;
    }
    return seen.high - seen.low >= wide ? null : { ...seen };
  }

  /** One end of a sum; what other sums are in the solution is noted, for it is possible for them. */
  private solve(target: number, sense: 'minimize' | 'maximize', mode: Mode): 'endless' | 'found' {
    const every = { kind: 'range', from: 0, to: this.columns.length - 1 } as const;
    const cost = new Float64Array(this.columns.length);
    for (const [column, coefficient] of this.targets[target] ?? []) cost[column] = coefficient;
    this.model.changeColsCost(every, cost);
    this.model.changeObjectiveSense(this.highs.constants.objectiveSense[sense]);
    if (mode === 'whole') this.model.changeColsIntegrality(every, new Int32Array(cost.length).fill(1));
    this.model.run();
    const status = this.model.getModelStatus();
    const x = this.model.getSolution().colValue;
    if (mode === 'whole') this.model.clearIntegrality();
    const { optimal, unbounded, unboundedOrInfeasible } = this.highs.constants.modelStatus;
    if (status === unbounded || status === unboundedOrInfeasible) return 'endless';
    if (status !== optimal) throw new Error(`The attacker's solver ended with status ${status}.`);
    this.note(x, mode);
    return 'found';
  }

  private note(x: ArrayLike<number>, mode: Mode): void {
    this.targets.forEach((sum, i) => {
      const value = sum.reduce((total, [column, coefficient]) => total + (x[column] ?? 0) * coefficient, 0);
      const seen = this.seen[mode][i];
      if (!seen) return;
      seen.low = Math.min(seen.low, Math.ceil(value - EPSILON));
      seen.high = Math.max(seen.high, Math.floor(value + EPSILON));
    });
  }

  /** One variable for each table, house, sex, age band and outcome; houses of the same kind and place count as one. */
  private makeColumns(houses: readonly House[]): void {
    const types = [...new Map(houses.map((house) => [typeKey(house), house])).values()];
    const tables = new Map(this.cells.map((cell) => [tableKey(cell), cell]));
    const taking = this.takingPart();
    for (const [table, cell] of tables) {
      const bands = this.bandsOf(table);
      for (const type of types) {
        if (!taking(type, table)) continue;
        const all = [...(bands.get(type.kind) ?? [])].flatMap((band) => SEXES.map((sex) => ({ band, sex })));
        for (const outcome of OUTCOMES[cell.block]) {
          this.columns.push(...all.map((person) => ({ table, type, outcome, ...person })));
        }
      }
    }
  }

  /** Whether a table has a cell for each place of a house: if one is missing, nobody there was counted. */
  private takingPart(): (house: House, table: string) => boolean {
    const key = (...parts: unknown[]): string => JSON.stringify(parts);
    const named = new Set(
      this.cells.flatMap((cell) => {
        const { scheme, place, kind } = cell;
        const parts = scheme === 'region' ? (place?.split('+') ?? []) : [place];
        return parts.map((part) => key(tableKey(cell), scheme, part, kind));
      }),
    );
    return ({ kind, districtId, situation, index }, table) =>
      named.has(key(table, 'region', districtId, kind)) &&
      named.has(key(table, 'social_situation', situation ?? 'unknown', kind)) &&
      (kind === 'kita' || named.has(key(table, 'social_index', index ?? 'unknown', kind)));
  }

  /** The age bands that a table shows for a kind of house; those that it does not show have no child, or count with a neighbour. */
  private bandsOf(table: string): Map<string, Set<string>> {
    const bands = new Map<string, Set<string>>();
    for (const cell of this.cells) {
      if (tableKey(cell) !== table || cell.kind === null || cell.ageBand === null || cell.place !== null)
        continue;
      bands.set(cell.kind, (bands.get(cell.kind) ?? new Set()).add(cell.ageBand));
    }
    return bands;
  }

  private sumOf(cell: CellName): Sum {
    if (cell.outcome === 'lost') return this.lost(cell);
    const table = tableKey(cell);
    return this.columns.flatMap((column, i) =>
      column.table === table && isIn(column, cell) ? [[i, 1]] : [],
    );
  }

  /** Those of the first wave less the pairs. */
  private lost(cell: CellName): Sum {
    const all = { ...cell, outcome: null };
    const first = this.sumOf({ ...all, block: 'results', wave: 'entry' });
    return [...first, ...this.sumOf(all).map(([column]): [number, number] => [column, -1])];
  }

  /** Each sum once for each thing that is said of it: cells have several names, and revisions say it again. */
  private published(reading: Reading): Constraint[] {
    const read = new Set<string>();
    return this.cells.flatMap((cell) => {
      const says = reading(cell);
      const sum = this.sumOf(cell);
      const key = sum.map(([at, c]) => `${at}*${c}`).join();
      if (!says || sum.length === 0 || read.has(`${key}|${says.low}-${says.high}`)) return [];
      read.add(`${key}|${says.low}-${says.high}`);
      return [{ sum, ...says }];
    });
  }

  /** Where there is a cell somebody was counted. Who has a result was tested, who is paired has a first and a last result: for every house type, sex and age band that both tables tell apart. */
  private known(): Constraint[] {
    const tables = [...new Map(this.cells.map((cell) => [tableKey(cell), cell])).values()];
    const parts = tables.flatMap((part) =>
      tables.flatMap((whole) => (isPartOf(part, whole) ? this.atMost(tableKey(part), tableKey(whole)) : [])),
    );
    return [...parts, ...this.present()];
  }

  /** A kind of house has no cell in a place, and none of an age, without a child. */
  private present(): Constraint[] {
    return this.cells
      .filter(
        ({ kind, sex, outcome, ageBand, place }) =>
          kind !== null && sex === null && outcome === null && (ageBand === null || place === null),
      )
      .map((cell) => ({ sum: this.sumOf(cell), low: 1, high: Infinity }));
  }

  private atMost(part: string, whole: string): Constraint[] {
    const groups = new Map<string, Sum>();
    const [partBands, wholeBands] = [this.bandsOf(part), this.bandsOf(whole)];
    this.columns.forEach(({ table, type, sex, band }, i) => {
      if (table !== part && table !== whole) return;
      const [here, there] = [partBands.get(type.kind), wholeBands.get(type.kind)];
      const isSame = [...AGE_BANDS].every((each) => here?.has(each) === there?.has(each));
      const key = [typeKey(type), sex, isSame ? band : ''].join();
      groups.set(key, [...(groups.get(key) ?? []), [i, table === whole ? 1 : -1]]);
    });
    return [...groups.values()].map((sum) => ({ sum, low: 0, high: Infinity }));
  }

  private modelData(constraints: readonly Constraint[]): Parameters<Model['passModel']>[0] {
    const numCols = this.columns.length;
    const numRows = constraints.length;
    const starts = [0];
    for (const { sum } of constraints) starts.push((starts.at(-1) ?? 0) + sum.length);
    const entries = constraints.flatMap(({ sum }) => sum);
    const infinite = (value: number): number => (value === Infinity ? this.highs.infinity : value);
    return {
      ...{ numCols, numRows, colCost: new Float64Array(numCols), colLower: new Float64Array(numCols) },
      colUpper: new Float64Array(numCols).fill(this.highs.infinity),
      rowLower: Float64Array.from(constraints, ({ low }) => low),
      rowUpper: Float64Array.from(constraints, ({ high }) => infinite(high)),
      matrix: {
        ...{ format: 'csr', numCols, numRows, starts: Int32Array.from(starts) },
        indices: Int32Array.from(entries, ([column]) => column),
        values: Float64Array.from(entries, ([, coefficient]) => coefficient),
      },
    };
  }
}

type Sum = [column: number, coefficient: number][];

interface Constraint {
  sum: Sum;
  low: number;
  high: number;
}

const tableKey = ({ block, protocol, item, wave }: CellName): string => [block, protocol, item, wave].join();

const typeKey = ({ kind, districtId, situation, index }: House): string =>
  [kind, districtId, situation, kind === 'school' ? index : ''].join();

function isIn({ type, sex, band, outcome }: Column, cell: CellName): boolean {
  return (
    isAt(type, cell) &&
    (cell.kind ?? type.kind) === type.kind &&
    (cell.sex ?? sex) === sex &&
    (cell.ageBand ?? band) === band &&
    (cell.outcome ?? outcome) === outcome
  );
}

/** Whether a house lies in the place of a cell. */
export function isAt(house: House, { scheme, place }: Pick<CellName, 'scheme' | 'place'>): boolean {
  if (place === null) return true;
  if (scheme === 'region') return place.split('+').includes(house.districtId);
  if (scheme === 'social_situation') return (house.situation ?? 'unknown') === place;
  return house.kind === 'school' && (house.index ?? 'unknown') === place;
}

function isPartOf(part: CellName, whole: CellName): boolean {
  if (whole.block === 'tested') return part.block === 'results';
  return (
    part.block === 'paired' &&
    whole.block === 'results' &&
    whole.wave !== 'progress' &&
    part.protocol === whole.protocol &&
    part.item === whole.item
  );
}
