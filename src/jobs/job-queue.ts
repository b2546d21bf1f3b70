import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { DatabaseAddress, Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { SETTINGS } from '../database/tokens.js';
import { errorFields } from '../kernel/log/error-fields.js';
import { type JobData, type JobHandler, type JobRun, Worker } from './worker.js';

/** The queues that the migrations have made. */
export type QueueName = 'mail' | 'daily' | 'scores' | 'annual-reports' | 'publications';

export interface SendOptions {
  /** Not before this instant; at once if absent. */
  notBefore?: Date;
  /** A second job with the same id is none. */
  id?: string;
}

// Jobs of a process that was killed are given to another one after their queue's time is up; this is how often somebody looks.
const MAINTENANCE_SECONDS = 30;
const QUERY_MS = 20_000;

/**
 * Work that happens after the answer, kept in PostgreSQL: a job is put in by the transaction that gives rise to it, so none is lost and
 * none is done for a change that was taken back. Several servers share the work; a job may be carried out again after a crash.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobQueue.name);
  private readonly boss: PgBoss;
  private readonly workers: Worker[] = [];
  private readonly listeners: ((run: JobRun) => void)[] = [];

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.boss = new PgBoss({
      ...addressOf(settings.database),
      // One connection of its own: requests never wait for jobs, nor jobs for requests.
      ...{ max: 1, connectionTimeoutMillis: 5_000, query_timeout: QUERY_MS },
      application_name: 'olympia-jobs',
      migrate: false,
      schedule: false,
      maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    });
    // Without a listener a lost connection would end the program.
    this.boss.on('error', (error) => this.complain(error, 'all'));
  }

  /** Whether this process takes jobs; if not, they wait for one that does. */
  get takesJobs(): boolean {
    return this.settings.jobs;
  }

  /** Puts a job in, as part of the caller's transaction. */
  async send(queue: QueueName, data: JobData, { notBefore, id }: SendOptions = {}): Promise<void> {
    const db = {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: await this.database.query<unknown>(text, values),
      }),
    };
    await this.boss.send(queue, data, { db, ...(id && { id }), ...(notBefore && { startAfter: notBefore }) });
  }

  /** Tells of every try of a job in this process. */
  listen(listener: (run: JobRun) => void): void {
    this.listeners.push(listener);
  }

  /** Says who carries out the jobs of a queue; to be called while the modules start. */
  work(queue: QueueName, pauseSeconds: number, handler: JobHandler): void {
    const complain = (error: unknown): void => this.complain(error, queue);
    const tell = (run: JobRun): void => this.listeners.forEach((listener) => listener(run));
    const pauseMs = pauseSeconds * 1000;
    this.workers.push(new Worker({ boss: this.boss, queue, pauseMs, handler, complain, tell }));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.takesJobs) return;
    await this.boss.start();
    // At once, too: what the last run left half done shall not wait.
    await this.boss.maintain().catch((error: unknown) => this.complain(error, 'all'));
    for (const worker of this.workers) worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await this.boss.stop({ graceful: false });
  }

  private complain(error: unknown, queue: QueueName | 'all'): void {
    this.logger.warn('A job could not be done', { queue, ...errorFields(error) });
  }
}

function addressOf(address: DatabaseAddress): { connectionString: string } | { host: string } {
  return address;
}
