import { WAVES } from '../../assessments/test-days/vocabulary.js';
import type { InstitutionKind } from '../../institutions/vocabulary.js';
import { type HouseType, takingPart } from './places.js';
import { AGE_BANDS, SEXES } from './publication-types.js';
import type { Block, FrozenRow, Outcome, Region } from './publication-types.js';

const BLOCKS = ['tested', 'results', 'paired'] as const;
const OUTCOMES: Record<Block, Outcome[]> = {
  tested: [],
  results: ['below', 'not_below'],
  paired: ['up', 'same', 'down'],
};

/** Fewer children of a kind make no age band of a table. */
const LEAST_IN_BAND = 50;

/** One table: its children by house type, sex, age band and outcome, as variables of one system. */
export interface Cube {
  block: Block;
  protocol: string | null;
  item: string | null;
  wave: FrozenRow['wave'];
  outcomes: Outcome[];
  kinds: InstitutionKind[];
  /** House types; the others are known to have no child in it. */
  taking: ReadonlySet<number>;
  /** Age bands of a kind in which there is a child; a table has no other. */
  bands: Map<InstitutionKind, number[]>;
  details: Detail[];
  /** The variable of each detail begins here. */
  first: number;
  children: Set<number>;
  /** The age band in which the table counts children of a house type and a band. */
  bandOf: (type: number, band: number) => number;
}

/** The finest cell, finer than any that is shown: houses that no table tells apart. */
export interface Detail {
  type: number;
  sex: number;
  band: number;
  /** Index into `outcomes`; 0 if there are none. */
  outcome: number;
  /** How many children there are in truth. */
  count: number;
}

/** A row of the freeze with the child's attributes as numbers. */
export interface CountedRow extends Pick<
  FrozenRow,
  'block' | 'protocol' | 'item' | 'wave' | 'child' | 'deltaZ'
> {
  type: number;
  sex: number;
  band: number;
  outcome: number;
}

/**
 * Gives every row the attributes that its child has among the tested, so that the tables of a period cut through the children in the same way.
 * @param typeOf the house type of each house
 */
export function countRows(rows: readonly FrozenRow[], typeOf: ReadonlyMap<number, number>): CountedRow[] {
  const tested = new Map(rows.filter(({ block }) => block === 'tested').map((row) => [row.child, row]));
  return rows.map((row) => {
    const { house, sex, ageBand } = tested.get(row.child) ?? row;
    const type = typeOf.get(house);
    if (type === undefined) throw new Error(`House ${house} is not among the houses.`);
    const outcome = row.outcome === null ? 0 : OUTCOMES[row.block].indexOf(row.outcome);
    const { block, protocol, item, wave, child, deltaZ } = row;
    const attributes = { sex: SEXES.indexOf(sex), band: AGE_BANDS.indexOf(ageBand) };
    return { block, protocol, item, wave, child, deltaZ, type, outcome, ...attributes };
  });
}

/** The tables in the order in which they are shown, each with its details; their variables follow one another. */
export function makeCubes(
  rows: readonly CountedRow[],
  types: readonly HouseType[],
  regions: readonly Region[],
): Cube[] {
  const byTable = new Map<string, CountedRow[]>();
  for (const row of rows) {
    const key = tableKey(row);
    const members = byTable.get(key);
    if (members) members.push(row);
    else byTable.set(key, [row]);
  }
  const cubes: Cube[] = [];
  let first = 0;
  for (const key of [...byTable.keys()].sort()) {
    const cube = makeCube(byTable.get(key) ?? [], types, regions, first);
    cubes.push(cube);
    first += cube.details.length;
  }
  return cubes;
}

const tableKey = ({ block, protocol, item, wave }: CountedRow): string =>
  [BLOCKS.indexOf(block), protocol, item, wave === null ? '' : WAVES.indexOf(wave)].join('\u0000');

function makeCube(
  members: readonly CountedRow[],
  types: readonly HouseType[],
  regions: readonly Region[],
  first: number,
): Cube {
  const [row] = members;
  if (!row) throw new Error('A table without children is none.');
  const { block, protocol, item, wave } = row;
  const bands = keptBands(members, types);
  const bandOf = (type: number, band: number): number =>
    nearest(bands.get(types[type]?.kind ?? 'kita') ?? [], band);
  const counts = new Map<string, number>();
  for (const each of members) {
    const key = detailKey({ ...each, band: bandOf(each.type, each.band) });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const taking = takingPart(types, regions, new Set(members.map(({ type }) => type)));
  const details = possibleDetails(types, taking, bands, OUTCOMES[block]);
  for (const detail of details) detail.count = counts.get(detailKey(detail)) ?? 0;
  const children = new Set(members.map(({ child }) => child));
  const table = { block, protocol, item, wave, outcomes: OUTCOMES[block], kinds: [...bands.keys()], taking };
  return { ...table, bands, details, first, children, bandOf };
}

/**
 * The age bands of a table by kind of house. One with few children joins the nearest with more: a handful of five-year-olds in schools, seen from every
 * side, would cost far more of the other numbers than it tells.
 */
function keptBands(rows: readonly CountedRow[], types: readonly HouseType[]): Map<InstitutionKind, number[]> {
  const kept = new Map<InstitutionKind, number[]>();
  for (const kind of ['kita', 'school'] as const) {
    const members = rows.filter(({ type }) => types[type]?.kind === kind);
    if (members.length === 0) continue;
    const sizes = AGE_BANDS.map((_, band) => members.filter((row) => row.band === band).length);
    const large = [...sizes.keys()].filter((band) => (sizes[band] ?? 0) >= LEAST_IN_BAND);
    kept.set(kind, large.length > 0 ? large : [sizes.indexOf(Math.max(...sizes))]);
  }
  return kept;
}

/** Of two as near the older. */
const nearest = (bands: readonly number[], band: number): number =>
  bands.reduce(
    (best, each) => (Math.abs(each - band) <= Math.abs(best - band) ? each : best),
    bands[0] ?? band,
  );

export const detailKey = ({ type, sex, band, outcome }: Omit<Detail, 'count'>): string =>
  `${type}/${sex}/${band}/${outcome}`;

function possibleDetails(
  types: readonly HouseType[],
  taking: ReadonlySet<number>,
  bands: ReadonlyMap<InstitutionKind, number[]>,
  outcomes: readonly Outcome[],
): Detail[] {
  const sexes = [...SEXES.keys()];
  const codes = outcomes.length === 0 ? [0] : [...outcomes.keys()];
  return [...taking].flatMap((type) =>
    (bands.get(types[type]?.kind ?? 'kita') ?? []).flatMap((band) =>
      sexes.flatMap((sex) => codes.map((outcome) => ({ type, sex, band, outcome, count: 0 }))),
    ),
  );
}
