import { Module } from '@nestjs/common';
import { DatabaseMetrics } from './metrics/database-metrics.js';
import { HttpMetrics } from './metrics/http-metrics.js';
import { JobMetrics } from './metrics/job-metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { QueueRepository } from './queues/queue.repository.js';
import { SystemChecks } from './system/system-checks.js';
import { SystemController } from './system/system.controller.js';
import { SystemRepository } from './system/system.repository.js';
import { SystemService } from './system/system.service.js';
import { WithinTime } from './system/within-time.js';

/** What those who run an installation look at. */
@Module({
  controllers: [MetricsController, SystemController],
  providers: [
    Metrics,
    HttpMetrics,
    DatabaseMetrics,
    JobMetrics,
    QueueRepository,
    SystemRepository,
    SystemChecks,
    SystemService,
    WithinTime,
  ],
})
export class OperationsModule {}
