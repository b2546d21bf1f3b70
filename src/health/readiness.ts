import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { loadMigrations } from '../database/data-source.js';
import { Problem } from '../kernel/problem/problem.js';

/** Whether this instance should get requests; switched off first when it shuts down. */
@Injectable()
export class Readiness {
  private draining = false;
  private newest: Promise<string | undefined> | null = null;

  constructor(private readonly database: Database) {}

  /** From now on answers "not ready", so that a load balancer sends no more requests. */
  drain(): void {
    this.draining = true;
  }

  /** @throws Problem 503 */
  async assertReady(): Promise<void> {
    if (this.draining) throw notReady('shutting_down');
    this.newest ??= loadMigrations().then((migrations) => migrations.at(-1)?.name);
    const [row] = await this.database.statement('select 1 from migrations where name = $1', [
      await this.newest,
    ]);
    if (!row) throw notReady('not_migrated');
  }
}

function notReady(code: string): Problem {
  return new Problem(503, code, 'Der Dienst ist gerade nicht bereit.', { retryAfter: 2 });
}
