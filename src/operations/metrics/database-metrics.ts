import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Database } from '../../database/database.js';
import { RowStream } from '../../database/row-stream.js';
import type { Load } from '../../kernel/gate.js';
import { Metrics } from './metrics.js';

/** How much of the connections to the database is taken: by requests, and by files that somebody downloads. */
@Injectable()
export class DatabaseMetrics {
  constructor(metrics: Metrics, database: Database, files: RowStream) {
    const loads = (): [string, Load][] => [
      ['requests', database.load],
      ['files', files.load],
    ];
    const gauge = (name: string, help: string, value: (load: Load) => number): Gauge<'pool'> =>
      new Gauge({
        name,
        help,
        labelNames: ['pool'],
        registers: [metrics.registry],
        collect() {
          for (const [pool, load] of loads()) this.set({ pool }, value(load));
        },
      });
    gauge('olympia_pool_size', 'Connections that may be in use at once.', ({ size }) => size);
    gauge('olympia_pool_in_use', 'Connections in use.', ({ running }) => running);
    gauge('olympia_pool_waiting', 'Requests that wait for a connection.', ({ waiting }) => waiting);
  }
}
