import { Walk } from '../audit/walk.js';
import { SMALL, SPREAD } from '../audit/world.js';
import { detailKey } from '../cubes.js';
import { type Frame, variablesOf } from '../frame.js';
import type { FrozenRow } from '../publication-types.js';

/** What somebody who knows all children of one house may find out about the others. */
export interface InsiderFigure {
  /** Numbers of children outside of the house that are 1 to 4. */
  small: number;
  /** Of these at most so many with fewer than five possible values. */
  narrowed: number;
}

/**
 * The residual risk that publishing leaves: an educator knows how every child of the own house did, takes these off every published number, and asks what
 * the rest may be. Searched by walking: what is not found to be possible counts as narrowed, so the figure is rather too high.
 * @param frame after the audit
 * @param rows those of the house
 */
export function insiderFigure(frame: Frame, rows: readonly FrozenRow[]): InsiderFigure {
  const own = ownCounts(frame, rows);
  const walk = new Walk(frame.system, own);
  const figure = { small: 0, narrowed: 0 };
  for (const { row, count } of frame.numbers) {
    const others =
      count - variablesOf(frame.system, row).reduce((sum, variable) => sum + (own[variable] ?? 0), 0);
    if (others < 1 || others > SMALL || !isPlainSum(frame, row)) continue;
    figure.small++;
    if (!isOpen(walk, row)) figure.narrowed++;
  }
  return figure;
}

function ownCounts({ cubes, rows, system }: Frame, own: readonly FrozenRow[]): Int32Array {
  const children = new Set(own.map(({ child }) => child));
  const counts = new Int32Array(system.variables);
  for (const cube of cubes) {
    const variables = new Map(cube.details.map((detail, i) => [detailKey(detail), cube.first + i]));
    for (const row of rows) {
      const isHere = (['block', 'protocol', 'item', 'wave'] as const).every((key) => row[key] === cube[key]);
      if (!isHere || !children.has(row.child)) continue;
      const variable = variables.get(detailKey({ ...row, band: cube.bandOf(row.type, row.band) }));
      if (variable !== undefined) counts[variable] = (counts[variable] ?? 0) + 1;
    }
  }
  return counts;
}

/** Not a difference, as the number of lost children is. */
function isPlainSum({ system: { rows } }: Frame, row: number): boolean {
  return rows.coefficient
    .subarray(rows.start[row], rows.start[row + 1])
    .every((coefficient) => coefficient === 1);
}

function isOpen(walk: Walk, row: number): boolean {
  for (let i = 0; i < 20 && walk.spread(row) < SPREAD; i++) {
    for (const by of [-1, 1] as const) {
      walk.reset();
      while (walk.spread(row) < SPREAD && walk.push(row, by, 60));
    }
  }
  return walk.spread(row) >= SPREAD;
}
