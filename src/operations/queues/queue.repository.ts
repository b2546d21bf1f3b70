import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export interface QueueLength {
  queue: string;
  /** Jobs that are due and that nobody has taken yet. */
  waiting: number;
  /** For how long the oldest of them has been due; 0 if there is none. */
  oldestSeconds: number;
  active: number;
}

/** What the tables of the job queue say; they hold ids and no names. */
@Injectable()
export class QueueRepository {
  constructor(private readonly database: Database) {}

  /** Of every queue, the empty ones too. To be called outside of a transaction. */
  lengths(): Promise<QueueLength[]> {
    // Finished jobs stay for hours: the two first states are what the index of each queue is about.
    return this.database.statement(
      `select q.name as queue, d.waiting, d.oldest as "oldestSeconds",
         (select count(*)::int from pgboss.job a where a.name = q.name and a.state = 'active') as active
       from pgboss.queue q, lateral (
         select count(*)::int as waiting, coalesce(extract(epoch from now() - min(j.start_after)), 0)::int as oldest
         from pgboss.job j where j.name = q.name and j.state < 'active' and j.start_after <= now()) d
       order by q.name`,
    );
  }
}
