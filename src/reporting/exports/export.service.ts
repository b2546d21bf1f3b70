import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { RowStream, type StreamConnection } from '../../database/row-stream.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { schoolYearName, schoolYearOf } from '../../kernel/calendar/school-year.js';
import { activityTable } from './activity-table.sql.js';
import { type Table, withoutNames } from './columns.js';
import { openCsv } from './csv-file.js';
import type { CsvForm } from './csv-form.js';
import type { ExportActivitiesDto, ExportInstitutionsDto } from './export.dto.js';
import type { About } from './filter-sheet.js';
import { filterWords } from './filter-words.js';
import { institutionTable } from './institution-table.sql.js';
import { openXlsx } from './xlsx-file.js';

export type FileType = 'csv' | 'xlsx';

/** A file on its way to the client. */
export interface Download {
  name: string;
  type: FileType | 'zip';
  body: Readable;
}

export interface Export {
  action: string;
  /** German word for the content, as the sheet is named. */
  content: string;
  schoolYear: number | undefined;
  /** Only the names of its filters are recorded. */
  query: object;
  /** What the file says of itself, where more was applied than was asked for. */
  said?: object;
  /** Of a CSV; for people unless said otherwise. */
  form?: CsvForm;
  table: Table;
}

/** Files of everything that a list shows, streamed from the database. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly rows: RowStream,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 503 when too many files are on their way already */
  openInstitutions(work: WorkContext, type: FileType, query: ExportInstitutionsDto): Promise<Download> {
    const { schoolYear = schoolYearOf(work.today), form } = query;
    const table = institutionTable(query, work.today);
    return this.open(work, type, {
      ...{ action: 'institution.export', content: 'Einrichtungen', schoolYear, query, form, table },
    });
  }

  /** @throws Problem 503 when too many files are on their way already */
  openActivities(work: WorkContext, type: FileType, query: ExportActivitiesDto): Promise<Download> {
    const { schoolYear, form } = query;
    const table = activityTable(query, work.today);
    return this.open(work, type, {
      ...{ action: 'activity.export', content: 'Aktivitäten', schoolYear, query, form, table },
    });
  }

  /** @throws Problem 503 when too many files are on their way already */
  async open(work: WorkContext, type: FileType, wanted: Export): Promise<Download> {
    await this.record(work, wanted.action, wanted.query);
    const table = shownTo(work, wanted.table);
    const body = await this.stream(work, wanted.query, async (connection) =>
      type === 'csv'
        ? openCsv(connection, table, wanted.form ?? 'people')
        : openXlsx(connection, table, await this.about(connection, wanted)),
    );
    return { name: nameOf(work, type, wanted), type, body };
  }

  /**
   * A stream from a connection of its own, which is given back when the stream closes, and thrown away when it was not read to its end.
   * @param query its filters
   * @throws Problem 503 when too many files are on their way already
   */
  async stream(
    work: WorkContext,
    query: object,
    open: (connection: StreamConnection) => Promise<Readable>,
  ): Promise<Readable> {
    const connection = await this.rows.open(work, reachesAll(work) && !isOfOne(query));
    try {
      const body = await open(connection);
      body.once('close', () => void connection.close(!body.readableEnded));
      return body;
    } catch (error) {
      await connection.close(true);
      throw error;
    }
  }

  /**
   * Reading is not recorded, but taking a whole file away is; before the first byte, in a transaction of its own.
   * @param query of it only the names of the filters
   */
  record(work: WorkContext, action: string, query: object): Promise<void> {
    return this.database.run(work, () =>
      this.audit.record({
        action,
        objectType: 'export',
        objectId: uuidv7(),
        ...(work.actor.accountId !== null && { chain: work.actor.accountId }),
        fields: Object.keys(query),
      }),
    );
  }

  private async about(
    connection: StreamConnection,
    { content, query, said = query, schoolYear }: Export,
  ): Promise<About> {
    const asked = schoolYear === undefined ? said : { ...said, schoolYear };
    const filter = await filterWords(asked, (sql, value) => connection.query(sql, [value]));
    return { content, filter, at: this.clock.now() };
  }
}

/** A file as the asker may have it: names are for people (docs/decisions/0035-files-that-say-what-they-are.md). */
export function shownTo({ actor }: WorkContext, table: Table): Table {
  return actor.byToken ? withoutNames(table) : table;
}

/** Such as olympia-ruft_aktivitaeten_2026-27_2026-11-22.csv: what, of which school year, as of which day. */
function nameOf({ today }: WorkContext, type: FileType, { content, schoolYear }: Export): string {
  const words = [
    'olympia-ruft',
    fileWord(content),
    ...(schoolYear === undefined ? [] : [schoolYearName(schoolYear).replace('/', '-')]),
    today,
  ];
  return `${words.join('_')}.${type}`;
}

function fileWord(content: string): string {
  const plain: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ' ': '-' };
  return content.toLowerCase().replace(/[äöüß ]/g, (letter) => plain[letter] ?? letter);
}

function reachesAll({ actor }: WorkContext): boolean {
  return actor.programmeLead || actor.administrator || actor.kind === 'system';
}

/** Whether only rows of one municipality, institution, group … were asked for. */
function isOfOne(query: object): boolean {
  return Object.entries(query).some(([name, value]) => name.endsWith('Id') && value !== undefined);
}
