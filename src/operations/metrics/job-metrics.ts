import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { JobQueue } from '../../jobs/job-queue.js';
import type { JobRun } from '../../jobs/worker.js';
import { type QueueLength, QueueRepository } from '../queues/queue.repository.js';
import { Metrics } from './metrics.js';

const BUCKETS = [0.05, 0.25, 1, 5, 30, 120, 600];
const LONGEST_MS = 3000;

/** What waits in the queues of all processes, and what this one has carried out. */
@Injectable()
export class JobMetrics implements OnModuleInit {
  private readonly runs: Counter<'queue' | 'outcome'>;
  private readonly durations: Histogram<'queue'>;
  private readonly up: Gauge;
  private readonly waiting: Gauge<'queue'>;
  private readonly oldest: Gauge<'queue'>;
  private readonly active: Gauge<'queue'>;

  constructor(
    private readonly metrics: Metrics,
    private readonly jobs: JobQueue,
    private readonly queues: QueueRepository,
  ) {
    const registers = [metrics.registry];
    this.runs = new Counter({
      name: 'olympia_job_runs_total',
      help: 'Tries of jobs that have ended in this process.',
      labelNames: ['queue', 'outcome'],
      registers,
    });
    this.durations = new Histogram({
      name: 'olympia_job_duration_seconds',
      help: 'How long a try of a job takes.',
      labelNames: ['queue'],
      buckets: BUCKETS,
      registers,
    });
    this.up = new Gauge({
      name: 'olympia_database_up',
      help: '1 if the database has answered within 3 seconds; if not, the queues are unknown.',
      registers,
    });
    this.waiting = this.gauge('olympia_jobs_waiting', 'Jobs that are due.');
    this.oldest = this.gauge('olympia_jobs_oldest_seconds', 'For how long the oldest of them has been due.');
    this.active = this.gauge('olympia_jobs_active', 'Jobs under way, in all processes.');
  }

  onModuleInit(): void {
    if (this.metrics.areRead) this.jobs.listen((run) => this.count(run));
  }

  /** Asks the database how long the queues are; to be awaited before the figures are read. Never throws. */
  async refresh(): Promise<void> {
    const lengths = await withinTime(this.queues.lengths());
    this.up.set(lengths ? 1 : 0);
    for (const gauge of [this.waiting, this.oldest, this.active]) gauge.reset();
    for (const { queue, waiting, oldestSeconds, active } of lengths ?? []) {
      this.waiting.set({ queue }, waiting);
      this.oldest.set({ queue }, oldestSeconds);
      this.active.set({ queue }, active);
    }
  }

  private count({ queue, outcome, seconds }: JobRun): void {
    this.runs.inc({ queue, outcome });
    this.durations.observe({ queue }, seconds);
  }

  private gauge(name: string, help: string): Gauge<'queue'> {
    return new Gauge({ name, help, labelNames: ['queue'], registers: [this.metrics.registry] });
  }
}

/** Figures about a full or lost database must not wait for it. */
async function withinTime(asking: Promise<QueueLength[]>): Promise<QueueLength[] | null> {
  const answer = asking.catch(() => null);
  return Promise.race([answer, sleep(LONGEST_MS, null, { ref: false })]);
}
