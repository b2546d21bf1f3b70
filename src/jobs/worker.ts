import { setTimeout as sleep } from 'node:timers/promises';
import type PgBoss from 'pg-boss';

/** What a job needs to know; ids only, for the queue's tables know no row-level security. */
export type JobData = Record<string, string>;

/**
 * Carries out one job. It may be asked again for the same job (after a crash, say), so it looks at what is done already.
 * @param ending aborts when the program is about to end: whoever waits for something now gives up by throwing
 */
export type JobHandler = (data: JobData, ending: AbortSignal) => Promise<void>;

export interface WorkerOptions {
  boss: PgBoss;
  queue: string;
  /** Pause before looking again once the queue is empty. */
  pauseMs: number;
  handler: JobHandler;
  complain: (error: unknown) => void;
}

/**
 * Takes the jobs of one queue, one after the other. The library's own `work()` does not wait for its note that a job is done: a
 * database that goes away in that moment would end the program (docs/decisions/0020-mail-outbox-and-job-queue.md).
 */
export class Worker {
  private readonly ending = new AbortController();
  private running = Promise.resolve();

  constructor(private readonly options: WorkerOptions) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves when the job that is under way has ended; takes no further one. */
  stop(): Promise<void> {
    this.ending.abort();
    return this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      const busy = await this.takeOne().catch((error: unknown) => {
        this.options.complain(error);
        return false;
      });
      if (!busy) await sleep(this.options.pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns whether there was a job */
  private async takeOne(): Promise<boolean> {
    const { boss, queue, handler, complain } = this.options;
    const [job] = await boss.fetch<JobData>(queue);
    if (!job) return false;
    try {
      await handler(job.data, this.ending.signal);
    } catch (error) {
      complain(error);
      // Without the error's words: they may name people.
      await boss.fail(queue, job.id);
      return true;
    }
    await boss.complete(queue, job.id);
    return true;
  }
}
