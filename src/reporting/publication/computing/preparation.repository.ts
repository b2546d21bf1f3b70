import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { type Failure, FINAL_FAILURES, MOST_TRIES } from '../failures.js';
import type { Half, Period } from '../periods.js';
import type { PublicationStep, PublicationSummary } from '../publication-types.js';

const UNDER_WAY = `state in ('waiting', 'running')`;

export interface Progress {
  done: number;
  total: number;
  step: PublicationStep;
}

/** What a job takes up. */
export interface BegunPublication extends Period {
  id: string;
  municipalityId: string;
  half: Half | null;
}

interface Prepared {
  summary: PublicationSummary;
  dataAt: Date;
  preparedAt: Date;
}

/** What the job writes; for the system. */
@Injectable()
export class PreparationRepository {
  constructor(private readonly database: Database) {}

  /** Takes up a preparation that is not at its end, for the first time or again. @returns null: there is nothing (more) to do */
  async begin(id: string): Promise<BegunPublication | null> {
    await this.database.query(
      `update publications set state = 'failed', failure = 'interrupted', step = null, version = version + 1
       where id = $1 and ${UNDER_WAY} and tries >= $2`,
      [id, MOST_TRIES],
    );
    const [row] = await this.database.query<BegunPublication>(
      `update publications set state = 'running', tries = tries + 1, step = 'freeze', steps_done = 0, steps_total = 0, version = version + 1
       where id = $1 and ${UNDER_WAY}
       returning id, municipality_id as "municipalityId", school_year as "schoolYear", nullif(half, 0) as half`,
      [id],
    );
    return row ?? null;
  }

  /** @returns whether it is still wanted */
  async noteProgress(id: string, { done, total, step }: Progress): Promise<boolean> {
    const rows = await this.database.query(
      `update publications set step = $2, steps_done = least($3::int, $4::int), steps_total = $4
       where id = $1 and state = 'running' returning 1`,
      [id, step, done, total],
    );
    return rows.length > 0;
  }

  /** @returns whether it was still wanted */
  async finish(
    { id, municipalityId }: BegunPublication,
    prepared: Prepared,
    fingerprint: Buffer,
  ): Promise<boolean> {
    // How many children there are is said by the published cells alone.
    const { children: _children, ...summary } = prepared.summary;
    const rows = await this.database.query(
      `update publications set state = 'prepared', summary = $2, data_at = $3, prepared_at = $4, step = null, steps_done = steps_total,
         version = version + 1
       where id = $1 and state = 'running' returning 1`,
      [id, JSON.stringify(summary), prepared.dataAt, prepared.preparedAt],
    );
    if (rows.length === 0) return false;
    await this.database.query(
      'insert into publication_freezes (publication_id, municipality_id, fingerprint) values ($1, $2, $3)',
      [id, municipalityId, fingerprint],
    );
    return true;
  }

  /** Waits for the next try, or is at its end if there have been enough or trying again would change nothing. @returns whether it is */
  async giveUp(id: string, failure: Failure): Promise<boolean> {
    const [row] = await this.database.query<{ isFinal: boolean }>(
      `update publications set step = null, version = version + 1, state = case when tries < $3 and not $4 then 'waiting' else 'failed' end,
         failure = case when tries < $3 and not $4 then null else $2 end
       where id = $1 and state = 'running' returning state = 'failed' as "isFinal"`,
      [id, failure, MOST_TRIES, FINAL_FAILURES.includes(failure)],
    );
    return row?.isFinal ?? true;
  }
}
