import type { Cube } from './cubes.js';
import type { HouseSet, HouseType, PlaceName } from './places.js';
import { houseSets } from './places.js';
import type { Outcome, Region } from './publication-types.js';
import { SEXES } from './publication-types.js';
import type { SystemBuilder } from './system.js';

/** A cell of the tables: a sum of details under one or several names of its houses. Null: all of them. */
export interface Cell {
  cube: Cube;
  /** Its sum; cells that must be the same number, whatever the children are, have the same one. */
  row: number;
  names: readonly PlaceName[];
  sex: number | null;
  band: number | null;
  outcome: Outcome | null;
  /** In how many respects it is narrower than the whole table. */
  depth: number;
  /** Never shown, whatever its number is. */
  never: 'too_few_houses' | null;
}

/**
 * Every combination of a value or all, per dimension, of every table; and what the existence of a table's part says (there is a child). Which houses
 * exist is public, so a place without a house of a kind has no cell.
 */
export function makeLattice(
  cubes: readonly Cube[],
  types: readonly HouseType[],
  regions: readonly Region[],
  builder: SystemBuilder,
): Cell[] {
  return cubes.flatMap((cube) => {
    const cells = houseSets(types, regions, cube.kinds).flatMap((set) => cellsOf(cube, set, builder));
    for (const [kind, bands] of cube.bands) {
      const ofKind = types.flatMap((type, at) => (type.kind === kind ? [at] : []));
      for (const band of bands) builder.bound(builder.add(sumOf(cube, ofKind, { band })), 1, Infinity);
    }
    return cells;
  });
}

export interface Part {
  sex?: number | null;
  band?: number | null;
  outcome?: number | null;
}

type FullPart = Record<keyof Part, number | null>;

/** The variables of a table's children in these houses; of all values where a part is missing or null. */
export function sumOf(cube: Cube, houses: readonly number[], part: Part): number[] {
  const within = new Set(houses);
  const fits = (value: number, wanted: number | null | undefined): boolean =>
    wanted === null || wanted === undefined || value === wanted;
  return cube.details.flatMap((detail, i) =>
    within.has(detail.type) &&
    fits(detail.sex, part.sex) &&
    fits(detail.band, part.band) &&
    fits(detail.outcome, part.outcome)
      ? [cube.first + i]
      : [],
  );
}

function cellsOf(cube: Cube, set: HouseSet, builder: SystemBuilder): Cell[] {
  const sexes = [null, ...SEXES.keys()];
  const bands = [null, ...new Set([...cube.bands.values()].flat().sort())];
  const outcomes = [null, ...cube.outcomes.keys()];
  return sexes.flatMap((sex) =>
    bands.flatMap((band) =>
      outcomes.flatMap((outcome) => {
        const sum = sumOf(cube, set.types, { sex, band, outcome });
        return sum.length === 0 ? [] : [cellOf(cube, set, { sex, band, outcome }, builder.add(sum))];
      }),
    ),
  );
}

function cellOf(cube: Cube, set: HouseSet, { sex, band, outcome }: FullPart, row: number): Cell {
  const names = [sex, band, outcome].filter((value) => value !== null).length;
  return {
    ...{ cube, row, names: set.names, sex, band },
    outcome: cube.outcomes[outcome ?? -1] ?? null,
    depth:
      names + Math.min(...set.names.map(({ place, kind }) => Number(place !== null) + Number(kind !== null))),
    never: set.few ? 'too_few_houses' : null,
  };
}
