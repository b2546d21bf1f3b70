import { setTimeout as sleep } from 'node:timers/promises';

export interface KeepRunning {
  runs: () => boolean;
  start: () => Promise<void>;
  log: (line: string) => void;
}

const LOOK_MS = 500;
const PAUSE_MS = 5_000;

/**
 * Starts a server again that has ended by itself, because the system ran out of memory, say: meanwhile people are told to come back, and
 * nobody has to be called.
 * @returns ends the watch; waits for a start that is under way
 */
export function keepRunning({ runs, start, log }: KeepRunning): () => Promise<void> {
  const over = new AbortController();
  /** Rejects when the watch is over. */
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false, signal: over.signal });
  const startAgain = async (): Promise<void> => {
    log('The built-in PostgreSQL has ended by itself; it is started again.');
    try {
      await start();
    } catch (error) {
      log(`The built-in PostgreSQL did not start again: ${(error as Error).message}`);
      await pause(PAUSE_MS);
    }
  };
  const watch = async (): Promise<void> => {
    for (;;) {
      await pause(LOOK_MS);
      if (!runs()) await startAgain();
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (!over.signal.aborted) throw error;
  });
  return async () => {
    over.abort();
    await watching;
  };
}
