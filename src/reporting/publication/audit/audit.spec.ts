import { describe, expect, it } from '@jest/globals';
import type { NumberOf } from '../frame.js';
import { FREE, type System, SystemBuilder } from '../system.js';
import { Audit } from './audit.js';
import { loadSolver } from './solver.js';

/** More moves than the walk makes for one repair. */
const LENGTH = 400;

/** A number of at most 7 whose children must all be moved together: a chain of equal numbers, the first also bound otherwise. */
function chain(coefficients: readonly number[], low: number, high: number): { system: System; row: number } {
  const builder = new SystemBuilder(new Int32Array(LENGTH));
  const row = builder.add([0]);
  builder.bound(row, 0, 7);
  for (let i = 1; i < LENGTH; i++) builder.bound(builder.add([i - 1, i], [1, -1]), 0, 0);
  builder.bound(builder.add([0, LENGTH - 1], coefficients), low, high);
  return { system: builder.build(), row };
}

async function check({ system, row }: { system: System; row: number }): Promise<void> {
  const number: NumberOf = { row, table: 0, depth: 0, count: 0, shown: null, hidden: null };
  const deadline = { at: Date.now() + 60_000, seconds: 60 };
  const variables = [...system.truth.keys()];
  new Audit(await loadSolver(), system, [number], deadline, false).check({ variables, around: variables }, [
    number,
  ]);
}

describe('A number that the walk does not prove, and beside which nothing is left to hide', () => {
  it('is safe if branch and cut finds whole worlds', async () => {
    // 2 × the first + 1 × the last ≤ 17: up to 5 ⅔, which rounds to a world that is none.
    await expect(check(chain([2, 1], -FREE, 17))).resolves.toBeUndefined();
  });

  it('keeps all from being published if there are none, however wide its linear bounds are', async () => {
    const builder = new SystemBuilder(new Int32Array(2));
    const row = builder.add([0]);
    builder.bound(row, 0, 7);
    builder.bound(builder.add([0, 1], [1, -8]), 0, 0);
    await expect(check({ system: builder.build(), row })).rejects.toMatchObject({
      reason: 'cannot_protect',
    });
  });
});
