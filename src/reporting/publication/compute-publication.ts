import { auditTables } from './audit/audit-tables.js';
import { loadSolver } from './audit/solver.js';
import { type Cube, detailKey } from './cubes.js';
import { sumOfCell } from './earlier.js';
import { type Frame, makeFrame, variablesOf } from './frame.js';
import { type Mean, meansOf } from './means.js';
import { NothingToPublish } from './publication-errors.js';
import type { OnProgress, Publication, PublicationInput, StoredCell } from './publication-types.js';
import { storeCells } from './store.js';
import { summarize } from './summary.js';

/**
 * What may be published of a period: freeze (done by the caller) → lattice → show → audit → shares → means → store (docs/decisions/0038).
 * Nothing else that is computed here may leave: not a count, not a bound, not which numbers were hard to protect.
 *
 * Takes seconds to minutes of one core, so it runs in a worker (`worker/compute-in-worker.ts`).
 * @throws NothingToPublish, TimeLimit
 */
export async function computePublication(
  input: PublicationInput,
  onProgress: OnProgress,
): Promise<Publication> {
  const started = Date.now();
  const { frame, seconds } = await auditPublication(input, onProgress);
  onProgress(frame.cubes.length, frame.cubes.length, 'means');
  const means = allMeans(frame, input.earlier);
  onProgress(frame.cubes.length, frame.cubes.length, 'store');
  const cells = storeCells(frame.cells, new Map(frame.numbers.map((number) => [number.row, number])), means);
  return { cells, summary: summarize(frame, cells, seconds, (Date.now() - started) / 1000) };
}

/** Up to the audit: what is shown and what is hidden, with all that is known inside. */
export async function auditPublication(
  input: PublicationInput,
  onProgress: OnProgress,
): Promise<{ frame: Frame; seconds: number[] }> {
  if (input.rows.length === 0) throw new NothingToPublish('no_children');
  const deadline = { at: Date.now() + input.timeLimitSeconds * 1000, seconds: input.timeLimitSeconds };
  onProgress(0, 1, 'lattice');
  const frame = makeFrame(input);
  const seconds = auditTables(await loadSolver(), frame, deadline, onProgress);
  return { frame, seconds };
}

function allMeans(frame: Frame, earlier: readonly StoredCell[]): Map<number, Mean> {
  const published = new Map(
    frame.numbers.map(({ row, hidden, shown }) => [row, hidden === null ? shown : null]),
  );
  return new Map(
    frame.cubes
      .filter(({ block }) => block === 'paired')
      .flatMap((cube) => {
        const variables = new Map(cube.details.map((detail, i) => [detailKey(detail), cube.first + i]));
        const rows = frame.rows
          .filter(
            ({ block, protocol, item }) =>
              block === 'paired' && protocol === cube.protocol && item === cube.item,
          )
          .map((row) => {
            const key = detailKey({ ...row, band: cube.bandOf(row.type, row.band) });
            return { ...row, variable: variables.get(key) ?? -1 };
          });
        const cells = frame.cells.filter((cell) => cell.cube === cube);
        const sums = (row: number): number[] => [...variablesOf(frame.system, row)];
        const told = earlierGroups(frame, cube, earlier);
        return [...meansOf(cells, rows, sums, (row) => published.get(row) ?? null, told)];
      }),
  );
}

/** Of which children of a table an earlier revision told a mean. */
function earlierGroups({ cubes, types }: Frame, cube: Cube, earlier: readonly StoredCell[]): number[][] {
  const groups = earlier
    .filter(({ meanDelta, block, protocol, item }) => {
      return meanDelta !== null && block === cube.block && protocol === cube.protocol && item === cube.item;
    })
    .map((cell) => sumOfCell(cell, cubes, types)?.at ?? []);
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}
