import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { holds } from '../../access/roles.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import type { CopyStream, StreamConnection } from '../../database/row-stream.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { schoolYearName } from '../../kernel/calendar/school-year.js';
import { type ZipEntry, zipStream } from '../../kernel/zip/zip-stream.js';
import type { ItemColumns } from '../exports/assessment-wide.sql.js';
import { copyTable } from '../exports/csv-file.js';
import { type Download, ExportService, shownTo } from '../exports/export.service.js';
import { filterWords } from '../exports/filter-words.js';
import { codebookCsv } from './codebook.js';
import { codebookHtml } from './codebook-html.js';
import { allTables, packageTables } from './codebook-tables.js';
import { PACKAGE_TABLES } from './package-tables.js';
import { readme } from './package-text.js';
import type { PackageQueryDto } from './package.dto.js';

/** Everything that a person may see, in one archive with its codebook. */
@Injectable()
export class PackageService {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportService,
    private readonly clock: Clock,
  ) {}

  /**
   * Single children are in it for those who may see them, but not in what a program fetches.
   * @throws Problem 503 when too many files are on their way already
   */
  async open(work: WorkContext, query: PackageQueryDto): Promise<Download> {
    const tables = Object.entries(PACKAGE_TABLES).filter(
      ([, { roles, aboutChildren }]) =>
        (!work.actor.byToken || aboutChildren !== true) && roles.some((role) => holds(work.actor, role)),
    );
    await this.exports.record(work, 'data_package.export', query);
    const names = tables.map(([name]) => name);
    const body = await this.exports.stream(work, query, (connection) =>
      this.zip(work, query, names, connection),
    );
    const year = query.schoolYear === undefined ? [] : [schoolYearName(query.schoolYear).replace('/', '-')];
    return { name: `${['olympia-ruft_datenpaket', ...year, work.today].join('_')}.zip`, type: 'zip', body };
  }

  /** Of all files that the product writes. */
  async codebook(work: WorkContext, type: 'csv' | 'html'): Promise<string> {
    const items = await this.database.run(work, () =>
      this.database.query<ItemColumns>(
        'select code, title, norm_key is not null as scored from test_items order by position',
      ),
    );
    const tables = allTables(work.today, items);
    return type === 'csv' ? codebookCsv(tables) : codebookHtml(tables);
  }

  private async zip(
    work: WorkContext,
    query: PackageQueryDto,
    names: readonly string[],
    connection: StreamConnection,
  ): Promise<Readable> {
    const at = this.clock.now();
    const filter = await filterWords(query, (sql, value) => connection.query(sql, [value]));
    const facts = { at, filter, names, today: work.today };
    const copy = (name: string): CopyStream => copyOf(name, query, work, connection);
    // The first row is there before the headers go out: what fails at once is an answer, and not half an archive.
    const first = names[0] === undefined ? null : copy(names[0]);
    if (first) await once(first, 'readable');
    return zipStream(entries(first, copy, facts, connection), at);
  }
}

interface Facts {
  at: Date;
  filter: [label: string, value: string][];
  names: readonly string[];
  today: CalendarDate;
}

function copyOf(
  name: string,
  query: PackageQueryDto,
  work: WorkContext,
  connection: StreamConnection,
): CopyStream {
  const wanted = PACKAGE_TABLES[name];
  if (!wanted) throw new Error(`No table ${name} in the data package`);
  return copyTable(connection, shownTo(work, wanted.table(query, work.today)), 'machine');
}

/** @param first of the first name; null where there is none: who has no role gets the words without a table */
async function* entries(
  first: CopyStream | null,
  copy: (name: string) => CopyStream,
  { at, filter, names, today }: Facts,
  connection: StreamConnection,
): AsyncGenerator<ZipEntry> {
  const copies = new Map<string, CopyStream>();
  for (const name of names) {
    const content = copies.size === 0 && first ? first : copy(name);
    copies.set(name, content);
    yield { path: `${name}.csv`, content };
  }
  // Behind the last COPY, whose count of rows has then arrived.
  await connection.query('select 1');
  const rows = new Map([...copies].map(([name, { rowCount }]) => [name, rowCount]));
  const tables = packageTables(names, today);
  yield { path: 'codebook.csv', content: Buffer.from(codebookCsv(tables)) };
  yield { path: 'codebook.html', content: Buffer.from(codebookHtml(tables)) };
  yield { path: 'README.txt', content: Buffer.from(readme({ at, filter, rows })) };
}
