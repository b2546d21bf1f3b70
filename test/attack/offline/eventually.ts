import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';

/** An answer may be waited for, and then the pause before the next attempt. */
const PATIENCE_MS = 100_000;

/** Asks again until the answer is the expected one; says what it was in the end if it never is. */
export async function eventually<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (JSON.stringify(answer) === JSON.stringify(expected)) return;
    if (performance.now() > until) expect(answer).toEqual(expected);
    await sleep(100);
  }
}
