import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, sameRecord } from '../../database/records.js';
import { JobQueue } from '../../jobs/job-queue.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { ROUNDING_LABEL } from './cells/cell-words.js';
import { FAILURE_TEXTS } from './failures.js';
import { assertMayPrepare } from './period-rules.js';
import { daysOf, type Half, type Period, periodTitle } from './periods.js';
import type {
  CreatePublicationDto,
  ListPublicationsDto,
  PublicationDetailDto,
  PublicationDto,
  PublishedItemDto,
} from './publication.dto.js';
import { publishedAlready, unknownMunicipality } from './publication.problems.js';
import { PublicationRepository, type PublicationRow } from './publication.repository.js';
import type { PublicationSummary } from './publication-types.js';
import type { PublicationSummaryDto } from './summary.dto.js';

/** Statistics over children: asked for, looked at, thrown away before they are published. Computing them is the job's business. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly database: Database,
    private readonly publications: PublicationRepository,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
  ) {}

  async list(query: ListPublicationsDto): Promise<Page<PublicationDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.publications.list(query, after, limit + 1);
    return pageOf(rows.map(described), limit, ({ createdAt, id }) => [createdAt.slice(0, 10), id]);
  }

  /** @throws Problem 404 */
  async find(id: string): Promise<PublicationDto> {
    const row = await this.publications.find(id);
    if (!row) throw Problem.notFound();
    return described(row);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<PublicationDetailDto> {
    const publication = await this.find(id);
    const summary = await this.publications.findSummary(id);
    const items = summary === null ? [] : await this.listItems(summary);
    return { ...publication, summary: summary && summaryOf(summary), items, label: ROUNDING_LABEL };
  }

  /**
   * Puts the publication and the job that computes it in together. What was prepared before of the same period is thrown away.
   * @throws Problem 404 for a municipality out of reach, 409 while the period runs, is cut in the other way, waits for its next revision or is
   * being prepared
   */
  async create(wanted: CreatePublicationDto): Promise<Created<PublicationDto>> {
    const { municipalityId, schoolYear } = wanted;
    const period: Period = { schoolYear, half: (wanted.half ?? null) as Half | null };
    this.assertReaches(municipalityId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest({ municipalityId, ...period });
    const known = await this.stored(id);
    if (known) return { created: false, record: sameRecord(known, digest) };
    await assertMayPrepare(this.publications, municipalityId, period, this.database.context.today);
    await this.publications.clear(municipalityId, period);
    const values = { municipalityId, schoolYear, half: period.half ?? 0, creationDigest: digest };
    if (!(await this.publications.insert({ id, ...values }))) {
      return { created: false, record: sameRecord(await this.stored(id), digest) };
    }
    await this.queue.send('publications', { publication: id }, { id });
    await this.record('publication.create', id, wanted);
    return { created: true, record: await this.find(id) };
  }

  /** Also one that is being prepared: the job finds nothing to write into and ends. @throws Problem 404, 409, 412 */
  async remove(id: string, version: number): Promise<void> {
    const { state } = await this.find(id);
    if (state === 'published') throw publishedAlready();
    await assertUnchanged(await this.publications.remove(id, version), () => this.find(id));
    await this.record('publication.remove', id, {});
  }

  private async stored(id: string): Promise<{ record: PublicationDto; digest: Buffer | null } | null> {
    const row = await this.publications.find(id);
    return row && { record: described(row), digest: await this.publications.findDigest(id) };
  }

  private listItems({ cubes }: Pick<PublicationSummary, 'cubes'>): Promise<PublishedItemDto[]> {
    return this.publications.listItems(
      cubes.flatMap(({ protocol }) => (protocol === null ? [] : [protocol])),
    );
  }

  private assertReaches(municipalityId: string): void {
    const { actor } = this.database.context;
    if (!actor.programmeLead && !actor.municipalities.includes(municipalityId)) throw unknownMunicipality();
  }

  private async record(action: string, objectId: string, wanted: object): Promise<void> {
    const fields = Object.keys(wanted).filter((name) => name !== 'id');
    await this.audit.record({ action, objectType: 'publication', objectId, fields });
  }
}

function described(row: PublicationRow): PublicationDto {
  const { schoolYear, half, failure } = row;
  return {
    ...row,
    ...daysOf({ schoolYear, half }),
    title: periodTitle({ schoolYear, half }),
    failureText: failure && FAILURE_TEXTS[failure],
  };
}

function summaryOf({
  cubes,
  hiddenByReason,
  ...summary
}: Omit<PublicationSummary, 'children'>): PublicationSummaryDto {
  return {
    ...summary,
    tables: cubes,
    hiddenByReason: Object.entries(hiddenByReason).map(([reason, cells]) => ({
      reason: reason as keyof typeof hiddenByReason,
      cells,
    })),
  };
}
