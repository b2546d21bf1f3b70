import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { Half, Period } from './periods.js';
import type { PublicationState } from './publication.dto.js';
import { PublicationRepository } from './publication.repository.js';

/** What is about to be published. */
export interface PreparedPublication extends Period {
  id: string;
  municipalityId: string;
  half: Half | null;
  state: PublicationState;
  version: number;
  preparedAt: Date;
  fingerprint: Buffer;
}

/** All that only the system may write and read when something is published. */
@Injectable()
export class PublishingRepository {
  constructor(
    private readonly database: Database,
    private readonly publications: PublicationRepository,
  ) {}

  /** Whoever else publishes it waits. */
  async lock(id: string): Promise<PreparedPublication | null> {
    await this.database.query('select from publications where id = $1 for update', [id]);
    const [row] = await this.database.query<PreparedPublication>(
      `select p.id, p.municipality_id as "municipalityId", p.school_year as "schoolYear", nullif(p.half, 0) as half, p.state, p.version,
         p.prepared_at as "preparedAt", f.fingerprint
       from publications p left join publication_freezes f on f.publication_id = p.id where p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async chooseCut(municipalityId: string, schoolYear: number, halves: boolean): Promise<void> {
    await this.database.query(
      `insert into publication_schemes (municipality_id, school_year, halves) values ($1, $2, $3)
       on conflict (municipality_id, school_year) do nothing`,
      [municipalityId, schoolYear, halves],
    );
  }

  findCut(municipalityId: string, schoolYear: number): Promise<boolean | null> {
    return this.publications.findCut(municipalityId, schoolYear);
  }

  findPublishedAt(municipalityId: string, period: Period): Promise<Date | null> {
    return this.publications.findPublishedAt(municipalityId, period);
  }

  /** As the next revision of its period. */
  async publish({ id, half }: PreparedPublication, at: Date): Promise<void> {
    await this.database.query(
      `update publications p set state = 'published', published_at = $2, halves = $3, version = version + 1,
         revision = 1 + coalesce((select max(n.revision) from publications n where n.municipality_id = p.municipality_id
           and n.school_year = p.school_year and n.half = p.half), 0)
       where p.id = $1`,
      [id, at, half !== null],
    );
  }
}
