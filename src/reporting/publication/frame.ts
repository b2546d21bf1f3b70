import { type CountedRow, type Cube, countRows, makeCubes } from './cubes.js';
import { boundByEarlier } from './earlier.js';
import { type Cell, makeLattice } from './lattice.js';
import { linkTables, lostCells } from './links.js';
import { type HouseType, houseTypes } from './places.js';
import type { HidingReason, PublicationInput, Region } from './publication-types.js';
import { mergeRegions } from './regions.js';
import { meaning, show } from './show.js';
import { type System, SystemBuilder } from './system.js';

/** A number of the tables under all of its names. */
export interface NumberOf {
  row: number;
  /** Index of its table. */
  table: number;
  depth: number;
  count: number;
  /** As it would be shown; null: "≤ 7". */
  shown: number | null;
  hidden: HidingReason | null;
}

/** All that is known before anything is hidden. */
export interface Frame {
  rows: CountedRow[];
  types: HouseType[];
  regions: Region[];
  cubes: Cube[];
  cells: Cell[];
  numbers: NumberOf[];
  system: System;
  /** Something was published of the same period before. */
  isRevision: boolean;
}

/** Lattice and show: the tables with every number shown that a house may be seen behind, and what these numbers say. */
export function makeFrame({ rows, houses, earlier }: Omit<PublicationInput, 'timeLimitSeconds'>): Frame {
  const regions = mergeRegions(houses);
  const { types, typeOf } = houseTypes(houses);
  const counted = countRows(rows, typeOf);
  const cubes = makeCubes(counted, types, regions);
  const truth = Int32Array.from(cubes.flatMap(({ details }) => details.map(({ count }) => count)));
  const builder = new SystemBuilder(truth);
  const cells = [...makeLattice(cubes, types, regions, builder), ...lostCells(cubes, types, builder)];
  linkTables(cubes, builder);
  boundByEarlier(earlier, cubes, types, builder);
  const system = builder.build();
  const numbers = numbersOf(cells, cubes, system);
  for (const number of numbers) if (number.hidden === null) showNumber(system, number);
  return { rows: counted, types, regions, cubes, cells, numbers, system, isRevision: earlier.length > 0 };
}

/** The variables that a row sums; of a difference all of both. */
export const variablesOf = ({ rows }: System, row: number): Int32Array =>
  rows.at.subarray(rows.start[row], rows.start[row + 1]);

function numbersOf(cells: readonly Cell[], cubes: readonly Cube[], system: System): NumberOf[] {
  const tables = new Map(cubes.map((cube, i) => [cube, i]));
  const numbers = new Map<number, NumberOf>();
  for (const { row, cube, depth, never } of cells) {
    const known = numbers.get(row);
    if (known) {
      known.depth = Math.min(known.depth, depth);
      known.hidden ??= never;
    } else {
      const count = countOf(system, row);
      numbers.set(row, {
        row,
        table: tables.get(cube) ?? 0,
        depth,
        count,
        shown: show(count),
        hidden: never,
      });
    }
  }
  return [...numbers.values()];
}

function countOf({ rows, truth }: System, row: number): number {
  let sum = 0;
  for (let i = rows.start[row] ?? 0; i < (rows.start[row + 1] ?? 0); i++) {
    sum += (truth[rows.at[i] ?? 0] ?? 0) * (rows.coefficient[i] ?? 0);
  }
  return sum;
}

function showNumber({ low, high }: System, { row, shown }: NumberOf): void {
  const interval = meaning(shown);
  low[row] = Math.max(low[row] ?? 0, interval.low);
  high[row] = Math.min(high[row] ?? 0, interval.high);
}
