import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { Failure } from './failures.js';
import type { Half, Period } from './periods.js';
import type { ListPublicationsDto, PublicationState, PublishedItemDto } from './publication.dto.js';
import type { PublicationSummary } from './publication-types.js';

const DAY = `(p.created_at at time zone 'UTC')::date`;
const instant = (column: string): string => `to_json(${column} at time zone 'UTC') #>> '{}' || 'Z'`;
const LATEST = `p.state = 'published' and not exists (select from publications n where n.municipality_id = p.municipality_id
  and n.school_year = p.school_year and n.half = p.half and n.revision > p.revision)`;
const COLUMNS = `p.id, p.municipality_id as "municipalityId", m.name as "municipalityName", p.school_year as "schoolYear",
  nullif(p.half, 0) as half, p.state, p.step, p.steps_done as "stepsDone", p.steps_total as "stepsTotal", p.failure, p.revision,
  ${LATEST} as latest, ${instant('p.data_at')} as "dataAt", ${instant('p.created_at')} as "createdAt",
  ${instant('p.prepared_at')} as "preparedAt", ${instant('p.published_at')} as "publishedAt", p.version`;
const FROM = 'from publications p join municipalities m on m.id = p.municipality_id';

/** A publication as it is stored, without what its period says of itself. */
export interface PublicationRow {
  id: string;
  municipalityId: string;
  municipalityName: string;
  schoolYear: number;
  half: Half | null;
  state: PublicationState;
  step: string | null;
  stepsDone: number;
  stepsTotal: number;
  failure: Failure | null;
  revision: number | null;
  latest: boolean;
  dataAt: string | null;
  createdAt: string;
  preparedAt: string | null;
  publishedAt: string | null;
  version: number;
}

/** What there is of a period. */
export interface PeriodRow {
  schoolYear: number;
  half: Half | null;
  revisions: number;
  publishedId: string | null;
  publishedAt: string | null;
  preparationId: string | null;
  preparationState: PublicationState | null;
}

type StoredSummary = Omit<PublicationSummary, 'children'>;

/** Asking for publications, looking at them and throwing them away; with the person's own reach. */
@Injectable()
export class PublicationRepository {
  constructor(private readonly database: Database) {}

  /** Newest first: by day (in UTC, as instants are written), then by id. */
  list(
    { municipalityId, schoolYear }: ListPublicationsDto,
    after: CursorKey | null,
    limit: number,
  ): Promise<PublicationRow[]> {
    return this.database.query<PublicationRow>(
      `select ${COLUMNS} ${FROM}
       where ($1::uuid is null or p.municipality_id = $1) and ($2::int is null or p.school_year = $2)
         and ($3::date is null or (${DAY}, p.id) < ($3, $4::uuid))
       order by ${DAY} desc, p.id desc limit $5`,
      [municipalityId ?? null, schoolYear ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(id: string): Promise<PublicationRow | null> {
    const [row] = await this.database.query<PublicationRow>(`select ${COLUMNS} ${FROM} where p.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  async findSummary(id: string): Promise<StoredSummary | null> {
    const [row] = await this.database.query<{ summary: StoredSummary | null }>(
      'select summary from publications where id = $1',
      [id],
    );
    return row?.summary ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from publications where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'publications', ['id'], { ...values });
  }

  remove(id: string, version: number): Promise<boolean> {
    return removeVersion(this.database, 'publications', { id }, version);
  }

  /** What was prepared, or could not be, makes room for the next preparation. */
  async clear(municipalityId: string, { schoolYear, half }: Period): Promise<void> {
    await this.database.query(
      `delete from publications where municipality_id = $1 and school_year = $2 and half = $3 and state in ('prepared', 'failed')`,
      [municipalityId, schoolYear, half ?? 0],
    );
  }

  /** Whether the year was published in halves; null: not at all. */
  async findCut(municipalityId: string, schoolYear: number): Promise<boolean | null> {
    const [row] = await this.database.query<{ halves: boolean }>(
      'select halves from publication_schemes where municipality_id = $1 and school_year = $2',
      [municipalityId, schoolYear],
    );
    return row?.halves ?? null;
  }

  listCuts(municipalityId: string): Promise<{ schoolYear: number; halves: boolean }[]> {
    return this.database.query(
      'select school_year as "schoolYear", halves from publication_schemes where municipality_id = $1',
      [municipalityId],
    );
  }

  listPeriods(municipalityId: string): Promise<PeriodRow[]> {
    return this.database.query<PeriodRow>(
      `select p.school_year as "schoolYear", nullif(p.half, 0) as half, count(p.revision)::int as revisions,
         (array_agg(p.id order by p.revision desc) filter (where p.state = 'published'))[1] as "publishedId",
         ${instant('max(p.published_at)')} as "publishedAt",
         (array_agg(p.id order by p.created_at desc) filter (where p.state <> 'published'))[1] as "preparationId",
         (array_agg(p.state order by p.created_at desc) filter (where p.state <> 'published'))[1] as "preparationState"
       from publications p where p.municipality_id = $1
       group by p.school_year, p.half`,
      [municipalityId],
    );
  }

  /** Of the latest revision. */
  async findPublishedAt(municipalityId: string, { schoolYear, half }: Period): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date | null }>(
      'select max(published_at) as at from publications where municipality_id = $1 and school_year = $2 and half = $3',
      [municipalityId, schoolYear, half ?? 0],
    );
    return row?.at ?? null;
  }

  /** Of the catalogue, in its order. */
  listItems(protocols: readonly string[]): Promise<PublishedItemDto[]> {
    return this.database.query<PublishedItemDto>(
      `select i.code, i.title, p.id as "protocolId", p.version::int as "protocolVersion"
       from test_protocols p join test_items i on i.code = p.item_code
       where p.id = any ($1::uuid[]) order by i.position, p.version`,
      [protocols],
    );
  }
}
