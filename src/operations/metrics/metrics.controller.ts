import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import type { Settings } from '../../config/settings.js';
import { SETTINGS } from '../../database/tokens.js';
import { Problem } from '../../kernel/problem/problem.js';
import { JobMetrics } from './job-metrics.js';
import { Metrics } from './metrics.js';

/** Figures for Prometheus, to whoever has the token of the settings. */
@ApiExcludeController()
@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly jobs: JobMetrics,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('metrics')
  @Public()
  async get(
    @Headers('authorization') presented: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { metricsToken } = this.settings;
    if (metricsToken === null) throw Problem.notFound();
    if (!isSame(presented ?? '', `Bearer ${metricsToken}`)) {
      void reply.header('www-authenticate', 'Bearer');
      throw new Problem(401, 'token_invalid', 'Dieses Zugangstoken gilt nicht (mehr).');
    }
    await this.jobs.refresh();
    void reply.header('content-type', this.metrics.registry.contentType).header('cache-control', 'no-store');
    return this.metrics.registry.metrics();
  }
}

/** Takes as long for a nearly right guess as for any other. */
function isSame(presented: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(presented), digest(expected));
}
