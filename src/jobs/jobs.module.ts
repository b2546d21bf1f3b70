import { Global, Module } from '@nestjs/common';
import { DailyJobs } from './daily-jobs.js';
import { JobQueue } from './job-queue.js';

@Global()
@Module({ providers: [JobQueue, DailyJobs], exports: [JobQueue, DailyJobs] })
export class JobsModule {}
