import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { SystemRepository } from './system.repository.js';

/** All that the page asks stays below what a browser waits. */
const LONGEST_MS = 3000;
const QUERY_CANCELED = '57014';

/** Asks the database what may take long, with the eyes of the system; each in a transaction of its own, so that none takes others along. */
@Injectable()
export class WithinTime {
  constructor(
    private readonly database: Database,
    private readonly repository: SystemRepository,
  ) {}

  /** @returns null where the database has given up */
  async ask<T>(question: () => Promise<T>): Promise<T | null> {
    try {
      return await this.database.asSystem(() => {
        this.repository.limit(LONGEST_MS);
        return question();
      });
    } catch (error) {
      if ((error as { code?: string }).code !== QUERY_CANCELED) throw error;
      return null;
    }
  }
}
