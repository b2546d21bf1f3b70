import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { DailyJobs } from '../../jobs/daily-jobs.js';
import { MaintenanceRuns } from '../../jobs/maintenance-runs.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { AccountTask } from './account-task.js';
import { ExpiryWarnings } from './expiry-warnings.js';
import type { RetentionTask } from './retention-task.js';
import { roundedCode } from './rounded-count.js';
import { RowTasks } from './row-tasks.js';
import { StaffTask } from './staff-task.js';
import { TrailTasks } from './trail-tasks.js';

/** In Berlin, when hardly anybody works. */
export const RETENTION_HOUR = 3;
export const RETENTION_JOB = 'retention';

/** The retention of the installation as an object of the trail: there is one. */
export const RETENTION_OBJECT = '00000000-0000-0000-0000-000000000000';

const BATCH = 500;
/** Any number of its own: two runs at once do their batches in turn. */
const RUN_LOCK = 7_410_061;
/** Against a rule that finds the same rows for ever; far beyond what a day brings. */
const MOST_BATCHES = 20_000;

/**
 * Erases what has been kept long enough, once a day. In small transactions, so that nobody waits for it and a run that is killed has done what
 * it has done; the next one goes on. Run again, it finds nothing left to do.
 */
@Injectable()
export class RetentionRun implements OnModuleInit {
  readonly tasks: readonly RetentionTask[];

  constructor(
    private readonly database: Database,
    private readonly daily: DailyJobs,
    private readonly runs: MaintenanceRuns,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly warnings: ExpiryWarnings,
    rows: RowTasks,
    staff: StaffTask,
    accounts: AccountTask,
    trail: TrailTasks,
  ) {
    this.tasks = [...rows.all, staff, accounts, ...trail.all];
  }

  onModuleInit(): void {
    this.daily.add(RETENTION_JOB, RETENTION_HOUR, async () => {
      await this.run();
    });
  }

  /** @returns how many rows each rule took, those about children rounded */
  async run(): Promise<Record<string, number | string>> {
    return this.runs.note('retention', async () => {
      const day = this.clock.today();
      const warned = await this.inBatches(() => this.warnings.warn(day, BATCH));
      const figures: Record<string, number | string> = { account_warnings: warned };
      for (const task of this.tasks) {
        const count = await this.inBatches(() => task.erase(day, BATCH));
        figures[task.code] = task.children ? roundedCode(count) : count;
      }
      await this.record();
      return figures;
    });
  }

  private async inBatches(batch: () => Promise<number>): Promise<number> {
    let total = 0;
    for (let i = 0; i < MOST_BATCHES; i += 1) {
      const taken = await this.database.asSystem(async () => {
        await this.database.query('select pg_advisory_xact_lock($1)', [RUN_LOCK]);
        return batch();
      });
      if (taken === 0) break;
      total += taken;
    }
    return total;
  }

  private async record(): Promise<void> {
    const about = { action: 'retention.run', objectType: 'retention', objectId: RETENTION_OBJECT };
    await this.database.asSystem(() => this.audit.record(about));
  }
}
