import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Gate } from './gate.js';

describe('a gate', () => {
  test('never lets more in than its size, serves in order of arrival, and refuses beyond its queue', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 10 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        async (size, queue, fates) => {
          const gate = new Gate(size, queue);
          let inside = 0;
          let most = 0;
          const served: number[] = [];
          const outcomes = await Promise.allSettled(
            fates.map((fails, number) =>
              gate.run(async () => {
                served.push(number);
                most = Math.max(most, (inside += 1));
                await Promise.resolve();
                inside -= 1;
                if (fails) throw new Error('of the work itself');
              }),
            ),
          );
          const refused = outcomes.filter(
            (outcome) =>
              outcome.status === 'rejected' && (outcome.reason as { status?: number }).status === 503,
          );
          expect(most).toBeLessThanOrEqual(size);
          expect(served).toEqual(served.toSorted((a, b) => a - b));
          expect(refused).toHaveLength(Math.max(0, fates.length - size - queue));
          // Whatever happened, every place is free again.
          const again = await Promise.all(Array.from({ length: size }, () => gate.enter()));
          expect(again).toHaveLength(size);
        },
      ),
    );
  });

  test('says when to come back', async () => {
    const gate = new Gate(1, 0);
    await gate.enter();
    await expect(gate.enter()).rejects.toMatchObject({
      status: 503,
      code: 'busy',
      extras: { retryAfter: 2 },
    });
  });

  test('tells how full its queue is, for those who give way before it is', async () => {
    const gate = new Gate(1, 4);
    const seen = [gate.crowding];
    for (let comes = 0; comes < 5; comes += 1) {
      void gate.enter();
      await Promise.resolve();
      seen.push(gate.crowding);
    }
    expect(seen).toEqual([0, 0, 0.25, 0.5, 0.75, 1]);
    const closed = new Gate(1, 0);
    await closed.enter();
    expect(closed.crowding).toBe(1);
  });

  test('takes a place back only once', async () => {
    const gate = new Gate(1, 0);
    const leave = await gate.enter();
    leave();
    leave();
    await gate.enter();
    await expect(gate.enter()).rejects.toMatchObject({ status: 503 });
  });
});
