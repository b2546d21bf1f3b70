import { Module } from '@nestjs/common';
import { DatabaseMetrics } from './metrics/database-metrics.js';
import { HttpMetrics } from './metrics/http-metrics.js';
import { JobMetrics } from './metrics/job-metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { QueueRepository } from './queues/queue.repository.js';

/** What those who run an installation look at. */
@Module({
  controllers: [MetricsController],
  providers: [Metrics, HttpMetrics, DatabaseMetrics, JobMetrics, QueueRepository],
})
export class OperationsModule {}
