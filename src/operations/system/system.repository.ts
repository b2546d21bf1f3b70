import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { UpkeepFacts, UpkeepKind } from './judgement.js';

export interface DatabaseFacts {
  schema: string;
  postgres: string;
  bytes: number;
}

export interface TableSize {
  name: string;
  bytes: number;
  rows: number;
}

/** What the database says about itself and about what keeps it in order. */
@Injectable()
export class SystemRepository {
  constructor(private readonly database: Database) {}

  async facts(): Promise<DatabaseFacts> {
    const [facts] = await this.database.query<DatabaseFacts>(
      `select (select name from migrations order by timestamp desc limit 1) as schema,
         current_setting('server_version') as postgres, pg_database_size(current_database())::float8 as bytes`,
    );
    if (!facts) throw new Error('The database says nothing about itself.');
    return facts;
  }

  /** The largest ones. Measuring waits for whoever holds a table: to be called with a limit. */
  tables(): Promise<TableSize[]> {
    return this.database.query(
      `select c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes, greatest(c.reltuples, 0) as rows
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' order by 2 desc, 1 limit 8`,
    );
  }

  upkeep(kinds: readonly UpkeepKind[]): Promise<UpkeepFacts[]> {
    return this.database.query(
      `select k.kind, last.started_at as "lastStartedAt", last.ended_at as "lastEndedAt", last.outcome as "lastOutcome",
         (select max(g.ended_at) from maintenance_runs g where g.kind = k.kind and g.outcome = 'ok') as "lastGoodAt"
       from unnest($1::text[]) with ordinality k (kind, place)
         left join lateral (select * from maintenance_runs r where r.kind = k.kind order by r.started_at desc limit 1) last on true
       order by k.place`,
      [kinds],
    );
  }

  /** The database's own time. */
  async now(): Promise<Date> {
    const [row] = await this.database.query<{ now: Date }>('select clock_timestamp() as now');
    if (!row) throw new Error('The database does not know the time.');
    return row.now;
  }

  /** What the transaction asks from now on is given up by the database after so long (SQLSTATE 57014). */
  limit(longestMs: number): void {
    this.database.later(`select set_config('statement_timeout', $1, true)`, [String(longestMs)]);
  }

  /** The number that a check asks for. */
  async count(sql: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql);
    return row?.count ?? 0;
  }
}
