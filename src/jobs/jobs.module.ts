import { Global, Module } from '@nestjs/common';
import { DailyJobs } from './daily-jobs.js';
import { JobQueue } from './job-queue.js';
import { MaintenanceRuns } from './maintenance-runs.js';

@Global()
@Module({
  providers: [JobQueue, DailyJobs, MaintenanceRuns],
  exports: [JobQueue, DailyJobs, MaintenanceRuns],
})
export class JobsModule {}
