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

export interface QueueHistory extends QueueLength {
  /** Given up in the last seven days. */
  failed: number;
  lastDoneAt: Date | null;
  lastFailedAt: Date | null;
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

  /** The same with what has ended in the last seven days; older jobs are gone. To be called outside of a transaction. */
  async histories(): Promise<QueueHistory[]> {
    const lengths = await this.lengths();
    const ended = await this.database.statement<{ queue: string } & Omit<QueueHistory, keyof QueueLength>>(
      `select name as queue, count(*) filter (where state = 'failed' and completed_on > now() - interval '7 days')::int as failed,
         max(completed_on) filter (where state = 'completed') as "lastDoneAt",
         max(completed_on) filter (where state = 'failed') as "lastFailedAt"
       from (select name, state, completed_on from pgboss.job where state in ('completed', 'failed')
         union all select name, state, completed_on from pgboss.archive) j
       group by name`,
    );
    const none = { failed: 0, lastDoneAt: null, lastFailedAt: null };
    return lengths.map((length) => ({
      ...none,
      ...ended.find(({ queue }) => queue === length.queue),
      ...length,
    }));
  }
}
