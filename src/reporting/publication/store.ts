import type { Cube } from './cubes.js';
import type { Cell } from './lattice.js';
import type { Mean } from './means.js';
import type { PlaceName } from './places.js';
import {
  AGE_BANDS,
  type CellName,
  type CellState,
  type HidingReason,
  SEXES,
  type StoredCell,
} from './publication-types.js';
import { shareOf } from './shares.js';

/** What is known of a number when all is decided. */
export interface Decided {
  /** As shown; null if it is 7 or fewer. */
  shown: number | null;
  hidden: HidingReason | null;
}

/** The cells as they are published, each under all of its names. */
export function storeCells(
  cells: readonly Cell[],
  decided: ReadonlyMap<number, Decided>,
  means: ReadonlyMap<number, Mean>,
): StoredCell[] {
  const totals = new Map(
    cells.filter(({ outcome }) => outcome === null).map((cell) => [partKey(cell), cell]),
  );
  const countOf = (cell: Cell | undefined): number | null => {
    const found = cell && decided.get(cell.row);
    return found?.hidden === null ? found.shown : null;
  };
  return cells.flatMap((cell) => {
    const number = decided.get(cell.row);
    if (!number) return [];
    const count = countOf(cell);
    const hasShare = cell.outcome !== null && cell.outcome !== 'lost';
    const share = hasShare ? shareOf(count, countOf(totals.get(partKey(cell)))) : null;
    const mean = cell.outcome === null && number.hidden === null ? means.get(cell.row) : undefined;
    const content = { state: stateOf(number), reason: number.hidden, count, share, ...meanColumns(mean) };
    return cell.names.map((name) => ({ ...nameOf(cell, name), ...content }));
  });
}

function stateOf({ hidden, shown }: Decided): CellState {
  if (hidden !== null) return 'hidden';
  return shown === null ? 'up_to_7' : 'rounded';
}

const meanColumns = (mean: Mean | undefined): Pick<StoredCell, 'meanDelta' | 'meanLow' | 'meanHigh'> =>
  mean
    ? { meanDelta: mean.mean, meanLow: mean.low, meanHigh: mean.high }
    : { meanDelta: null, meanLow: null, meanHigh: null };

/** The same for all outcomes of the same children. */
const partKey = ({ cube, names, sex, band }: Cell): string =>
  JSON.stringify([cube.first, names[0], sex, band]);

function nameOf({ cube, sex, band, outcome }: Cell, { scheme, place, kind }: PlaceName): CellName {
  return {
    ...tableOf(cube),
    ...{ scheme, place, kind, sex: sex === null ? null : (SEXES[sex] ?? null) },
    ...{ ageBand: band === null ? null : (AGE_BANDS[band] ?? null), outcome },
  };
}

export const tableOf = ({
  block,
  protocol,
  item,
  wave,
}: Cube): Pick<Cube, 'block' | 'protocol' | 'item' | 'wave'> => ({
  block,
  protocol,
  item,
  wave,
});
