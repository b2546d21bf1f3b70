import type { Cube } from './cubes.js';
import { type Part, sumOf } from './lattice.js';
import { lostSum, pairedTables } from './links.js';
import { type HouseType, typesIn } from './places.js';
import { AGE_BANDS, SEXES, type StoredCell } from './publication-types.js';
import { meaning } from './show.js';
import type { SystemBuilder } from './system.js';

/**
 * What earlier revisions said of the same children, as bounds that stay: the strongest attacker takes it that nothing has changed since. Where
 * that is not so he is wrong: a number that the present children contradict binds nobody.
 */
export function boundByEarlier(
  earlier: readonly StoredCell[],
  cubes: readonly Cube[],
  types: readonly HouseType[],
  builder: SystemBuilder,
): void {
  for (const cell of earlier) {
    if (cell.state === 'hidden') continue;
    const sum = sumOfCell(cell, cubes, types);
    if (!sum || sum.at.length === 0) continue;
    const { low, high } = meaning(cell.count);
    const now = builder.value(sum.at, sum.coefficient);
    if (now >= low && now <= high) builder.bound(builder.add(sum.at, sum.coefficient), low, high);
  }
}

/** The sum that a published cell is of; null if its table is no more. */
export function sumOfCell(
  cell: StoredCell,
  cubes: readonly Cube[],
  types: readonly HouseType[],
): { at: number[]; coefficient?: number[] } | null {
  const cube = cubes.find((each) => isTableOf(each, cell));
  if (!cube) return null;
  if (cell.outcome === 'lost') {
    const first = pairedTables(cubes).find(({ paired }) => paired === cube)?.first;
    return first ? lostSum(cube, first, cell.kind, types) : null;
  }
  return { at: sumOf(cube, typesIn(cell, types), partOf(cell, cube)) };
}

const isTableOf = (cube: Cube, cell: StoredCell): boolean =>
  (['block', 'protocol', 'item', 'wave'] as const).every((key) => cube[key] === cell[key]);

function partOf({ sex, ageBand, outcome }: StoredCell, cube: Cube): Part {
  return {
    sex: sex === null ? null : SEXES.indexOf(sex),
    band: ageBand === null ? null : AGE_BANDS.indexOf(ageBand),
    outcome: outcome === null ? null : cube.outcomes.indexOf(outcome),
  };
}
