import type { Frame } from './frame.js';
import { HIDING_REASONS, type PublicationSummary, type StoredCell } from './publication-types.js';
import { tableOf } from './store.js';

/** What a preview tells. */
export function summarize(
  frame: Frame,
  cells: readonly StoredCell[],
  secondsOf: readonly number[],
  seconds: number,
): PublicationSummary {
  const inState = (state: StoredCell['state']): number => cells.filter((cell) => cell.state === state).length;
  const reasons = HIDING_REASONS.map((reason) => [
    reason,
    cells.filter((cell) => cell.reason === reason).length,
  ]);
  return {
    children: cells.find(isEveryoneTested)?.count ?? null,
    ...{
      cells: cells.length,
      rounded: inState('rounded'),
      upTo7: inState('up_to_7'),
      hidden: inState('hidden'),
    },
    hiddenByReason: Object.fromEntries(reasons) as PublicationSummary['hiddenByReason'],
    childrenInHiddenCells: STEPS.find((step) => exactShareInHidden(frame) <= step) ?? 1,
    regions: frame.regions,
    cubes: frame.cubes.map((cube, at) => {
      const table = tableOf(cube);
      const own = cells.filter((cell) => isOf(cell, table));
      const hidden = own.filter(({ state }) => state === 'hidden').length;
      return { ...table, cells: own.length, hidden, seconds: secondsOf[at] ?? 0 };
    }),
    seconds,
  };
}

/** Told in steps, each "at most": an exact share would tell the size of a hidden cell. */
const STEPS = [0, 0.03, 0.1, 0.25, 0.5, 1];

const isEveryoneTested = ({ block, place, kind, sex, ageBand }: StoredCell): boolean =>
  block === 'tested' && place === null && kind === null && sex === null && ageBand === null;

const isOf = (cell: StoredCell, table: ReturnType<typeof tableOf>): boolean =>
  cell.block === table.block &&
  cell.protocol === table.protocol &&
  cell.item === table.item &&
  cell.wave === table.wave;

/**
 * Of the children counted in the finest cells of the results (region, kind, sex, age band, outcome; a child once per item and wave) the share whose
 * cell is hidden. Exact: for measuring, not for publishing.
 */
export function exactShareInHidden({ cells, numbers, regions }: Frame): number {
  const byRow = new Map(numbers.map((number) => [number.row, number]));
  const isRegion = (place: string | null): boolean =>
    regions.length === 1 ? place === null : place !== null;
  const finest = cells.filter(
    ({ cube, names, sex, band, outcome }) =>
      cube.block === 'results' &&
      ![sex, band, outcome].includes(null) &&
      names.some(({ scheme, place, kind }) => scheme === 'region' && kind !== null && isRegion(place)),
  );
  const sum = (only: (row: number) => boolean): number =>
    [...new Set(finest.map(({ row }) => row))]
      .filter(only)
      .reduce((total, row) => total + (byRow.get(row)?.count ?? 0), 0);
  const all = sum(() => true);
  const hidden = sum((row) => byRow.get(row)?.hidden !== null);
  return all === 0 ? 0 : hidden / all;
}
