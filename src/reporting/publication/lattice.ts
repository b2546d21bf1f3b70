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
  /** How fine it is: what is finer is hidden first. */
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
    const sets = houseSets(types, regions, cube.taking);
    const cells = sets.flatMap((set) => cellsOf(cube, set, builder));
    for (const set of sets) {
      if (set.names.some(({ kind }) => kind !== null))
        builder.bound(builder.add(sumOf(cube, set.types, {})), 1, Infinity);
    }
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
  const parts = [sex, band, outcome].filter((value) => value !== null).length;
  return {
    ...{ cube, row, names: set.names, sex, band },
    outcome: cube.outcomes[outcome ?? -1] ?? null,
    depth: Math.min(...set.names.map((name) => depthOf(parts, name))),
    never: set.few ? 'too_few_houses' : null,
  };
}

/**
 * Parts of all kinds of houses together are finer than the same parts of one: who reads that closely asks about Kitas or about schools, whose children have hardly
 * an age in common; and where a place has few of one kind, its two numbers are nearly the same.
 */
function depthOf(parts: number, { place, kind }: PlaceName): number {
  const depth = 2 * (parts + Number(place !== null));
  return kind === null && depth > 0 ? depth + 1 : depth;
}
