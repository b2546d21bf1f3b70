import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../database/database.js';

/** What a run found: numbers and codes, never a value of anybody's, never a path. The database refuses other texts. */
export interface RunFigures {
  [name: string]: number | boolean | string | null | RunFigures;
}

export const BEGIN_RUN = 'insert into maintenance_runs (id, kind) values ($1, $2)';
export const END_RUN =
  'update maintenance_runs set ended_at = clock_timestamp(), outcome = $2, figures = $3 where id = $1';

/** Notes what keeps the installation in order: when it began, how it ended, what it found. */
@Injectable()
export class MaintenanceRuns {
  constructor(private readonly database: Database) {}

  /**
   * Does `work`, outside of any transaction, and notes it: its beginning before, its end after it, each in a transaction of the system's own.
   * @returns what `work` returned @throws what `work` threw, once that is noted, too
   */
  async note<T extends RunFigures>(kind: string, work: () => Promise<T>): Promise<T> {
    const id = uuidv7();
    await this.database.asSystem(() => this.database.query(BEGIN_RUN, [id, kind]));
    try {
      const figures = await work();
      await this.end(id, 'ok', figures);
      return figures;
    } catch (error) {
      await this.end(id, 'failed', {}).catch(() => undefined);
      throw error;
    }
  }

  private async end(id: string, outcome: 'ok' | 'failed', figures: RunFigures): Promise<void> {
    await this.database.asSystem(() => this.database.query(END_RUN, [id, outcome, JSON.stringify(figures)]));
  }
}
