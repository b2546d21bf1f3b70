import type { Highs } from 'highs';
import { type NumberOf, variablesOf } from '../frame.js';
import { NothingToPublish, TimeLimit } from '../publication-errors.js';
import type { System } from '../system.js';
import { GiveBack } from './give-back.js';
import { type Bound, Submodel } from './solver.js';
import { Walk } from './walk.js';
import { SMALL, SPREAD } from './world.js';

const EPSILON = 1e-6;
/** How often the walk tries from the truth before the solver is asked, and after. */
const FIRST = { attempts: 12, repairs: 24 };
const LAST = { attempts: 20, repairs: 200 };
/** After so many rounds for one number, one more is hidden in each round. */
const PATIENCE = 4;
const MOST_AT_ONCE = 8;

/** When to give up. */
export interface Deadline {
  at: number;
  seconds: number;
}

/** A table and the variables that its check may move. */
export interface AuditedTable {
  /** Its own. */
  variables: number[];
  /** With the tables that hang together with it. */
  around: number[];
}

/**
 * Hides numbers until every one that may be 1 to 4 has at least five possible values.
 *
 * What "may be 1 to 4" means does not depend on what is true: every number that is not shown rounded is checked, unless its bounds say that it is 5 or
 * more. Otherwise a number with fewer possible values would give away that it is not small.
 */
export class Audit {
  private readonly walk: Walk;
  private readonly byRow: Map<number, NumberOf>;

  constructor(
    private readonly highs: Highs,
    private readonly system: System,
    rows: readonly NumberOf[],
    private readonly deadline: Deadline,
    private readonly isRevision: boolean,
  ) {
    this.walk = new Walk(system);
    this.byRow = new Map(rows.map((row) => [row.row, row]));
  }

  /** How many numbers are hidden so far. */
  hides = 0;
  /** Numbers that were let be because their bounds said that they are 5 or more: more hiding may take that away. */
  readonly large = new Set<number>();

  /** Protects those of a table's numbers that need it. */
  check(table: AuditedTable, rows: readonly NumberOf[]): void {
    const models = new Models(this.highs, this.system, table);
    try {
      const order = rows.filter(({ shown, hidden }) => shown === null || hidden !== null).sort(finestFirst);
      const left = order.filter(({ row }) => !this.isProved(row));
      for (const { row } of left) if (!this.isProved(row)) this.protect(row, models);
    } finally {
      models.dispose();
    }
  }

  /** Shows again what need not be hidden. */
  giveBack(rows: readonly NumberOf[], tables: readonly (readonly number[])[]): number {
    const models = new Map<number, Submodel>();
    const modelOf = (row: number): Submodel => {
      const table = this.byRow.get(row)?.table ?? 0;
      const model =
        models.get(table) ?? new Submodel(this.highs, this.system, tables[table] ?? [], true, true);
      models.set(table, model);
      return model;
    };
    const back = new GiveBack(this.system, this.walk, rows, this.large, {
      isProved: (row) => this.isProved(row),
      isLarge: (row) =>
        variablesOf(this.system, row).every((v) => tables[this.byRow.get(row)?.table ?? 0]?.includes(v)) &&
        isLarge({ least: modelOf(row).bound(row, 'least'), greatest: null }),
      refresh: (row) => models.forEach((model) => model.refresh(row)),
    });
    try {
      return back.run();
    } finally {
      for (const model of models.values()) model.dispose();
    }
  }

  /** Looks for worlds in which the number is lower and higher. */
  private isProved(row: number, { attempts, repairs } = FIRST): boolean {
    if (Date.now() > this.deadline.at) throw new TimeLimit(this.deadline.seconds);
    for (let i = 0; i < attempts && this.walk.spread(row) < SPREAD; i++) {
      for (const by of [-1, 1] as const) {
        this.walk.reset();
        while (this.walk.spread(row) < SPREAD && this.walk.push(row, by, repairs));
      }
    }
    return this.walk.spread(row) >= SPREAD;
  }

  /** Hides until the number is proved safe, or is seen to be large. */
  private protect(row: number, models: Models): void {
    for (let round = 1; !this.large.has(row) && this.walk.spread(row) < SPREAD; round++) {
      const ends = this.ask(row, models);
      if (ends === 'safe') return;
      // One by one; faster where that does not help for long.
      const count = Math.min(Math.ceil(round / PATIENCE), MOST_AT_ONCE);
      if (!this.hide(row, ends, models)) {
        if (!this.wasSaidToBeLarge(row, ends)) throw new NothingToPublish('cannot_protect');
        this.large.add(row);
        return;
      }
      for (let i = 1; i < count && this.hide(row, ends, models); i++);
      this.isProved(row);
    }
  }

  /**
   * Whether an earlier revision said that a number is 5 or more, and that is still so. Where nothing is left to hide, what binds a number was published before; then
   * too it had fewer than five possible values, or more was known of it than is still true. So it was published as one whose bounds said 5 or more. Like
   * every other statement of earlier revisions this one is taken for known as long as it is true.
   */
  private wasSaidToBeLarge(row: number, ends: Ends): boolean {
    return this.isRevision && !isWide(ends) && this.walk.trueSum(row) > SMALL;
  }

  /** What binds a number, unless it is safe. */
  private ask(row: number, models: Models): Ends | 'safe' {
    return (models.isOwn(row) ? this.askAlone(row, models) : null) ?? this.askAround(row, models);
  }

  /** Null if the table alone does not tell. */
  private askAlone(row: number, models: Models): Ends | 'safe' | null {
    const alone = endsOf(models.alone, row);
    if (isLarge(alone)) {
      this.large.add(row);
      return 'safe';
    }
    if (!isWide(alone)) return alone;
    return this.settles(row, alone) ? 'safe' : null;
  }

  private askAround(row: number, models: Models): Ends | 'safe' {
    const around = endsOf(models.around, row);
    if (this.isSafe(row, around)) return 'safe';
    if (this.finest(bindingOf(around))) return around;
    if (isWide(around) && this.isFound(row, models.around)) return 'safe';
    // Nothing near it can be hidden: what holds it are tables that the small programme takes as they are.
    const whole = endsOf(models.whole, row);
    if (this.isSafe(row, whole)) return 'safe';
    return isWide(whole) && this.isFound(row, models.whole) ? 'safe' : whole;
  }

  /** Whether the solver finds whole worlds where the walk did not. */
  private isFound(row: number, model: Submodel): boolean {
    for (const by of [1, -1] as const) {
      if (this.walk.spread(row) >= SPREAD) return true;
      const from = (by > 0 ? this.walk.least : this.walk.greatest)[row] ?? 0;
      const found = model.wholeNumbers(row, by, from + by * SPREAD);
      this.walk.reset();
      if (found) this.walk.settle(found, row, by, from + by * SPREAD);
    }
    return this.walk.spread(row) >= SPREAD;
  }

  /** Whether the solver leaves room between the ends, and whole worlds are found in it. */
  private isSafe(row: number, ends: Ends): boolean {
    return isWide(ends) && (this.settles(row, ends) || this.isProved(row, LAST));
  }

  /** Whether there are whole worlds near the ends that the solver has found. */
  private settles(row: number, { least, greatest }: Ends): boolean {
    this.walk.reset();
    if (greatest) {
      const goal = (this.walk.least[row] ?? 0) + SPREAD;
      this.walk.settle(greatest.at, row, 1, Math.min(goal, Math.floor(greatest.value + EPSILON)));
    }
    this.walk.reset();
    if (least && this.walk.spread(row) < SPREAD) {
      const goal = (this.walk.greatest[row] ?? 0) - SPREAD;
      this.walk.settle(least.at, row, -1, Math.max(goal, Math.ceil(least.value - EPSILON)));
    }
    return this.walk.spread(row) >= SPREAD;
  }

  /**
   * Hides the finest, then smallest of the shown numbers that bind; if the solver names none, of those that have children in common with the number.
   * @returns false if there is none
   */
  private hide(row: number, ends: Ends, models: Models): boolean {
    const choice = this.finest(bindingOf(ends)) ?? this.finest(this.around(row));
    if (!choice) return false;
    choice.hidden = 'too_small_nearby';
    this.hides++;
    this.system.low[choice.row] = this.system.lowest[choice.row] ?? 0;
    this.system.high[choice.row] = this.system.highest[choice.row] ?? 0;
    models.refresh(choice.row);
    return true;
  }

  private finest(rows: Iterable<number>): NumberOf | undefined {
    return [...new Set(rows)]
      .flatMap((row) => this.byRow.get(row) ?? [])
      .filter(({ row, hidden }) => hidden === null && this.isBound(row))
      .sort(finestFirst)[0];
  }

  private *around(row: number): Iterable<number> {
    const { columns } = this.system;
    for (const variable of variablesOf(this.system, row)) {
      yield* columns.at.subarray(columns.start[variable], columns.start[variable + 1]);
    }
  }

  /** Whether hiding would change anything. */
  private isBound(row: number): boolean {
    const { low, high, lowest, highest } = this.system;
    return low[row] !== lowest[row] || high[row] !== highest[row];
  }
}

const finestFirst = (a: NumberOf, b: NumberOf): number =>
  b.depth - a.depth || a.count - b.count || a.row - b.row;

interface Ends {
  least: Bound | null;
  greatest: Bound | null;
}

const endsOf = (model: Submodel, row: number): Ends => ({
  least: model.bound(row, 'least'),
  greatest: model.bound(row, 'greatest'),
});

const bindingOf = ({ least, greatest }: Ends): number[] => [
  ...(least?.binding ?? []),
  ...(greatest?.binding ?? []),
];

/** Five whole values between the ends. */
const isWide = ({ least, greatest }: Ends): boolean =>
  !least || !greatest || Math.floor(greatest.value + EPSILON) - Math.ceil(least.value - EPSILON) >= SPREAD;

const isLarge = ({ least }: Ends): boolean => least !== null && Math.ceil(least.value - EPSILON) > SMALL;

/** The linear programmes of one table, made when they are needed. */
class Models {
  private made: { around?: Submodel; alone?: Submodel; whole?: Submodel } = {};
  private own?: Set<number>;

  constructor(
    private readonly highs: Highs,
    private readonly system: System,
    private readonly table: AuditedTable,
  ) {}

  /** Whether a row is about nothing but the table's own children. */
  isOwn(row: number): boolean {
    this.own ??= new Set(this.table.variables);
    return variablesOf(this.system, row).every((variable) => this.own?.has(variable));
  }

  /** With the tables that hang together with it; whatever it finds possible is possible. */
  get around(): Submodel {
    this.made.around ??= new Submodel(this.highs, this.system, this.table.around);
    return this.made.around;
  }

  /** The table alone; whatever it finds impossible is impossible. */
  get alone(): Submodel {
    this.made.alone ??= new Submodel(this.highs, this.system, this.table.variables, true);
    return this.made.alone;
  }

  /** All tables of the period: slow, and the last word. */
  get whole(): Submodel {
    this.made.whole ??= new Submodel(this.highs, this.system, [...this.system.truth.keys()]);
    return this.made.whole;
  }

  refresh(row: number): void {
    for (const model of Object.values(this.made)) model.refresh(row);
  }

  dispose(): void {
    for (const model of Object.values(this.made)) model.dispose();
  }
}
