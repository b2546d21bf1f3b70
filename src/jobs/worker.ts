import { setTimeout as sleep } from 'node:timers/promises';
import type PgBoss from 'pg-boss';

/** What a job needs to know; ids only, for the queue's tables know no row-level security. */
export type JobData = Record<string, string>;

/**
 * Carries out one job. It may be asked again for the same job (after a crash, say), so it looks at what is done already.
 * @param ending aborts when the program is about to end: whoever waits for something now gives up by throwing
 */
export type JobHandler = (data: JobData, ending: AbortSignal) => Promise<void>;

/** One try of a job, when it has ended. */
export interface JobRun {
  queue: string;
  outcome: 'done' | 'failed';
  seconds: number;
}

export interface WorkerOptions {
  boss: PgBoss;
  queue: string;
  /** Pause before looking again once the queue is empty. */
  pauseMs: number;
  handler: JobHandler;
  complain: (error: unknown) => void;
  tell: (run: JobRun) => void;
}

/** Of a process that was killed another one takes the job up after this time, whatever the queue says. */
const HELD_SECONDS = 30;
const HOLD_MS = 10_000;
const HOLD = `update pgboss.job set expire_in = now() - started_on + $3 * interval '1 second' where name = $1 and id = $2 and state = 'active'`;

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
    const letGo = this.hold(job.id);
    const began = performance.now();
    try {
      await handler(job.data, this.ending.signal);
    } catch (error) {
      this.tell('failed', began);
      complain(error);
      // Without the error's words: they may name people.
      await boss.fail(queue, job.id);
      return true;
    } finally {
      letGo();
    }
    this.tell('done', began);
    await boss.complete(queue, job.id);
    return true;
  }

  /** Says again and again that this process is at it: a job may take minutes, and a dead process keeps it for seconds. @returns ends that */
  private hold(job: string): () => void {
    const { boss, queue } = this.options;
    const say = (): void => {
      // A database that is away for a moment hears the next one.
      boss
        .getDb()
        .executeSql(HOLD, [queue, job, HELD_SECONDS])
        .catch(() => undefined);
    };
    say();
    const timer = setInterval(say, HOLD_MS);
    return () => clearInterval(timer);
  }

  private tell(outcome: JobRun['outcome'], began: number): void {
    const { queue, tell } = this.options;
    tell({ queue, outcome, seconds: (performance.now() - began) / 1000 });
  }
}
