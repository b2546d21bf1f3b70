import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RunFigures } from '../../jobs/maintenance-runs.js';

const RUNS_SHOWN = 10;
const JOURNAL_SHOWN = 100;

export interface RunRow {
  startedAt: string;
  endedAt: string | null;
  outcome: string | null;
  figures: RunFigures;
}

export interface JournalRow {
  day: string;
  objectType: string;
  reason: string;
  count: number;
}

/** What the page asks for; with the reach of the system, of which only counts leave. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  async listTowns(): Promise<{ id: string; name: string }[]> {
    return this.database.query('select m.id, m.name from municipalities m order by m.name');
  }

  /** The latest first. */
  async listRuns(): Promise<RunRow[]> {
    return this.database.query<RunRow>(
      `select to_json(r.started_at) #>> '{}' as "startedAt", to_json(r.ended_at) #>> '{}' as "endedAt", r.outcome, r.figures
       from maintenance_runs r where r.kind = 'retention' order by r.started_at desc limit ${RUNS_SHOWN}`,
    );
  }

  /** Whether a run began in the last hour and has not ended. */
  async isRunning(): Promise<boolean> {
    const rows = await this.database.query(
      `select from maintenance_runs r where r.kind = 'retention' and r.ended_at is null and r.started_at > now() - interval '1 hour' limit 1`,
    );
    return rows.length > 0;
  }

  /** The journal by day, kind and reason, the latest first. */
  async listJournal(): Promise<JournalRow[]> {
    return this.database.query<JournalRow>(
      `select (e.erased_at at time zone 'Europe/Berlin')::date::text as day, e.object_type as "objectType", e.reason, count(*)::int as count
       from erasures e group by 1, 2, 3 order by 1 desc, 2, 3 limit ${JOURNAL_SHOWN}`,
    );
  }
}
