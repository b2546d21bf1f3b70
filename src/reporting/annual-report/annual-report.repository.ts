import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { AnnualReportDetailDto, AnnualReportDto, ListAnnualReportsDto } from './annual-report.dto.js';
import type { AnnualReportContentDto } from './content.dto.js';
import { type Failure, MOST_TRIES, type Step, STEPS } from './steps.js';

const DAY = `(r.created_at at time zone 'UTC')::date`;
const UNDER_WAY = `state in ('waiting', 'running')`;
const COLUMNS = `r.id, r.municipality_id as "municipalityId", m.name as "municipalityName", r.school_year as "schoolYear", r.state, r.step,
  r.steps_done as "stepsDone", ${STEPS.length} as "stepsTotal", r.failure, (r.content ->> 'isInterim')::boolean as "isInterim",
  to_json(r.data_at) #>> '{}' as "dataAt", to_json(r.created_at at time zone 'UTC') #>> '{}' || 'Z' as "createdAt",
  to_json(r.finished_at) #>> '{}' as "finishedAt", octet_length(r.file) as "fileSize", r.version`;
const FROM = 'from annual_reports r join municipalities m on m.id = r.municipality_id';

/** What a job takes up. */
export interface BegunReport {
  municipalityId: string;
  schoolYear: number;
  /** Of a try before, which came as far as that. */
  content: AnnualReportContentDto | null;
}

@Injectable()
export class AnnualReportRepository {
  constructor(private readonly database: Database) {}

  /** Newest first: by day (in UTC, as instants are written), then by id. */
  list(
    { municipalityId, schoolYear }: ListAnnualReportsDto,
    after: CursorKey | null,
    limit: number,
  ): Promise<AnnualReportDto[]> {
    return this.database.query<AnnualReportDto>(
      `select ${COLUMNS} ${FROM}
       where ($1::uuid is null or r.municipality_id = $1) and ($2::int is null or r.school_year = $2)
         and ($3::date is null or (${DAY}, r.id) < ($3, $4::uuid))
       order by ${DAY} desc, r.id desc limit $5`,
      [municipalityId ?? null, schoolYear ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(id: string): Promise<AnnualReportDto | null> {
    const [row] = await this.database.query<AnnualReportDto>(`select ${COLUMNS} ${FROM} where r.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  async findWithContent(id: string): Promise<AnnualReportDetailDto | null> {
    const [row] = await this.database.query<AnnualReportDetailDto>(
      `select ${COLUMNS}, r.content ${FROM} where r.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async findFile(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ file: Buffer | null }>(
      'select file from annual_reports where id = $1',
      [id],
    );
    return row?.file ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from annual_reports where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'annual_reports', ['id'], { ...values });
  }

  remove(id: string, version: number): Promise<boolean> {
    return removeVersion(this.database, 'annual_reports', { id }, version);
  }

  async nameOf(municipalityId: string): Promise<string> {
    const [row] = await this.database.query<{ name: string }>(
      'select name from municipalities where id = $1',
      [municipalityId],
    );
    return row?.name ?? '';
  }

  /** Takes up a report that is not at its end, for the first time or again. @returns null: there is nothing (more) to do */
  async begin(id: string): Promise<BegunReport | null> {
    await this.database.query(
      `update annual_reports set state = 'failed', failure = 'interrupted', step = null, finished_at = now(), version = version + 1
       where id = $1 and ${UNDER_WAY} and tries >= $2`,
      [id, MOST_TRIES],
    );
    const [row] = await this.database.query<BegunReport>(
      `update annual_reports set state = 'running', tries = tries + 1, steps_done = 0, version = version + 1
       where id = $1 and ${UNDER_WAY} returning municipality_id as "municipalityId", school_year as "schoolYear", content`,
      [id],
    );
    return row ?? null;
  }

  /** @returns whether it is still wanted */
  async noteStep(id: string, step: Step): Promise<boolean> {
    const rows = await this.database.query(
      `update annual_reports set step = $2, steps_done = $3 where id = $1 and state = 'running' returning 1`,
      [id, step, STEPS.indexOf(step)],
    );
    return rows.length > 0;
  }

  async keepContent(id: string, content: AnnualReportContentDto): Promise<void> {
    await this.database.query(
      `update annual_reports set content = $2, data_at = $3 where id = $1 and state = 'running'`,
      [id, JSON.stringify(content), content.dataAt],
    );
  }

  async finish(id: string, file: Buffer): Promise<void> {
    await this.database.query(
      `update annual_reports set state = 'done', file = $2, step = null, steps_done = $3, finished_at = now(), version = version + 1
       where id = $1 and state = 'running'`,
      [id, file, STEPS.length],
    );
  }

  /** Waits for the next try, or is at its end if there have been enough. */
  async giveUp(id: string, failure: Failure): Promise<void> {
    await this.database.query(
      `update annual_reports set step = null, version = version + 1, state = case when tries < $3 then 'waiting' else 'failed' end,
         failure = case when tries < $3 then null else $2 end, finished_at = case when tries < $3 then null else now() end
       where id = $1 and state = 'running'`,
      [id, failure, MOST_TRIES],
    );
  }
}
