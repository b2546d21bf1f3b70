import {
  AGE_BANDS,
  type CellName,
  type FrozenRow,
  type House,
  type PublicationInput,
  type StoredCell,
} from '../publication-types.js';
import { isAt } from './attacker.js';

type Child = Omit<FrozenRow, 'house'> & { house: House };

/** Counts again, child by child, what published cells are about: to hold them against the truth. */
export class Truth {
  private readonly tables = new Map<string, Child[]>();

  constructor({ rows, houses }: Pick<PublicationInput, 'rows' | 'houses'>, cells: readonly StoredCell[]) {
    const tested = new Map(rows.filter(({ block }) => block === 'tested').map((row) => [row.child, row]));
    const houseOf = new Map(houses.map((house) => [house.house, house]));
    for (const row of rows) {
      const person = tested.get(row.child) ?? row;
      const house = houseOf.get(person.house);
      if (!house) continue;
      const band = nearestShown(cells, row, house.kind, person.ageBand);
      const key = tableKey(row);
      const child = { ...row, sex: person.sex, house, ageBand: band };
      const members = this.tables.get(key);
      if (members) members.push(child);
      else this.tables.set(key, [child]);
    }
  }

  count(cell: CellName): number {
    return this.members(cell).length;
  }

  /** Children of a cell; of `lost` those of the first wave without a pair. */
  members(cell: CellName): Child[] {
    if (cell.outcome === 'lost') {
      const all = { ...cell, outcome: null };
      const paired = new Set(this.members(all).map(({ child }) => child));
      return this.members({ ...all, block: 'results', wave: 'entry' }).filter(
        ({ child }) => !paired.has(child),
      );
    }
    return (this.tables.get(tableKey(cell)) ?? []).filter(
      (child) =>
        isAt(child.house, cell) &&
        (cell.kind ?? child.house.kind) === child.house.kind &&
        (cell.sex ?? child.sex) === child.sex &&
        (cell.ageBand ?? child.ageBand) === child.ageBand &&
        (cell.outcome ?? child.outcome) === child.outcome,
    );
  }
}

const shownBands = new WeakMap<readonly StoredCell[], Map<string, Set<string>>>();

/** A child of an age that its table does not show counts with the nearest that it does; of two with the older. */
function nearestShown(
  cells: readonly StoredCell[],
  table: Pick<CellName, 'block' | 'protocol' | 'item' | 'wave'>,
  kind: string,
  band: FrozenRow['ageBand'],
): FrozenRow['ageBand'] {
  const known = shownBands.get(cells) ?? listBands(cells);
  shownBands.set(cells, known);
  const shown = AGE_BANDS.filter((each) => known.get(`${tableKey(table)}/${kind}`)?.has(each));
  const distance = (each: FrozenRow['ageBand']): number =>
    Math.abs(AGE_BANDS.indexOf(each) - AGE_BANDS.indexOf(band));
  return [...shown].reverse().sort((a, b) => distance(a) - distance(b))[0] ?? band;
}

function listBands(cells: readonly StoredCell[]): Map<string, Set<string>> {
  const bands = new Map<string, Set<string>>();
  for (const cell of cells) {
    if (cell.kind === null || cell.ageBand === null) continue;
    const key = `${tableKey(cell)}/${cell.kind}`;
    bands.set(key, (bands.get(key) ?? new Set()).add(cell.ageBand));
  }
  return bands;
}

const tableKey = ({
  block,
  protocol,
  item,
  wave,
}: Pick<CellName, 'block' | 'protocol' | 'item' | 'wave'>): string => [block, protocol, item, wave].join();
