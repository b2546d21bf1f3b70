import {
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { Database } from '../database/database.js';
import { berlinHour, Clock } from '../kernel/calendar/clock.js';
import { JobQueue } from './job-queue.js';

interface DailyJob {
  /** Hour of the day in Berlin from which on it is due. */
  hour: number;
  run: () => Promise<void>;
}

// Any constant of our own: makes the same id of the same task and day in every process.
const NAMESPACE = '3f0c6a52-9d0e-4c43-8a57-0a6f8c1f5b1e';
const TICK_MS = 60_000;

/**
 * What is to be done once a day. A day on which no server ran at the hour is made up for as soon as one runs; several servers do it
 * once. Run again, a task must find nothing left to do.
 */
@Injectable()
export class DailyJobs implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly jobs = new Map<string, DailyJob>();
  private readonly askedFor = new Map<string, string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly queue: JobQueue,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** To be called while the modules start. @param hour of the day in Berlin from which on it is due */
  add(task: string, hour: number, run: () => Promise<void>): void {
    this.jobs.set(task, { hour, run });
  }

  /** Has a task done now, too; part of the caller's transaction. */
  async now(task: string): Promise<void> {
    await this.queue.send('daily', { task, day: this.clock.today() });
  }

  onModuleInit(): void {
    this.queue.work('daily', 30, async ({ task = '' }) => {
      const job = this.jobs.get(task);
      // Put in by a newer version of the program, which will take it.
      if (!job) throw new Error(`unknown task ${task}`);
      await job.run();
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.queue.takesJobs) return;
    const tick = (): Promise<void> => this.askForDue().catch(() => undefined);
    await tick();
    this.timer = setInterval(() => void tick(), TICK_MS);
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async askForDue(): Promise<void> {
    const [today, hour] = [this.clock.today(), berlinHour(this.clock.now())];
    for (const [task, job] of this.jobs) {
      if (hour < job.hour || this.askedFor.get(task) === today) continue;
      const id = uuidv5(`${task} ${today}`, NAMESPACE);
      await this.database.asSystem(() => this.queue.send('daily', { task, day: today }, { id }));
      this.askedFor.set(task, today);
    }
  }
}
