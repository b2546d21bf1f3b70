import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Settings } from '../../config/settings.js';
import { SETTINGS } from '../../database/tokens.js';

/**
 * The figures about this process, for Prometheus. Where nobody may read them, nothing is counted.
 * Labels hold patterns, names of queues and codes of this program: never an id, and never what somebody typed.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly areRead: boolean;

  constructor(@Inject(SETTINGS) { metricsToken }: Settings) {
    this.areRead = metricsToken !== null;
    // Memory, processor, file handles, garbage collection, and how late the event loop is.
    if (this.areRead) collectDefaultMetrics({ register: this.registry });
  }
}
