import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ChildImportWriter } from '../../assessments/children/child-import-writer.js';
import { ChildKeepers } from '../../assessments/children/child-keepers.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { readSheet, type Sheet } from '../file/sheet.js';
import { wrongRowsFile } from '../file/wrong-rows.js';
import { fileProblem } from '../imports.problems.js';
import { recognisedColumns } from '../reading/recognise.js';
import { RowReader } from '../reading/row-reader.js';
import { ChildAnalysis, type ChildOutcome } from './child-analysis.js';
import { CHILD_FIELDS, nameHeaders } from './child-fields.js';
import type {
  ChildFilePreviewDto,
  ChildFileResultDto,
  ChildRowDto,
  WriteChildFileDto,
} from './child-import.dto.js';

const MOST_CHILDREN = 1_000;

/**
 * Children from one file: looked at first, then all in one transaction. Nothing of the file is kept, so that nothing is left of it when a
 * consent is withdrawn.
 */
@Injectable()
export class ChildImportService {
  constructor(
    private readonly database: Database,
    private readonly keepers: ChildKeepers,
    private readonly writer: ChildImportWriter,
    private readonly clock: Clock,
  ) {}

  /** What would become of each row. Opens its transaction itself: the file is read without holding a connection. */
  async preview(work: WorkContext, institutionId: string, file: Buffer): Promise<ChildFilePreviewDto> {
    const sheet = await this.read(work, institutionId, file);
    const outcomes = await this.database.run(work, () => this.analyse(institutionId, sheet));
    const ignored = columnsOf(sheet).filter(({ field }) => field === null);
    return {
      rows: outcomes.map(shownRow),
      ignored: ignored.map(({ header }) => header),
      digest: digestOf(outcomes),
    };
  }

  /** The wrong rows as a file to mend and to read in again. */
  async wrongRows(work: WorkContext, institutionId: string, file: Buffer): Promise<string> {
    const sheet = await this.read(work, institutionId, file);
    const outcomes = await this.database.run(work, () => this.analyse(institutionId, sheet));
    const wrong = sheet.rows.flatMap((row, i) => {
      const { status, errors = [] } = outcomes[i] ?? {};
      return status === 'wrong' ? [{ ...row, errors }] : [];
    });
    return wrongRowsFile(sheet.headers, wrong);
  }

  /** @throws Problem 409 when something else would happen than was shown, or a row is wrong; then nothing is written */
  async write(work: WorkContext, query: WriteChildFileDto, file: Buffer): Promise<ChildFileResultDto> {
    const { institutionId, digest, onlyGood = false } = query;
    const sheet = await this.read(work, institutionId, file);
    return this.database.run(work, async () => {
      await this.writer.takeTurn(institutionId);
      const outcomes = await this.analyse(institutionId, sheet);
      if (digest !== undefined && digest !== digestOf(outcomes)) throw previewOutdated();
      const count = (status: string): number => outcomes.filter((one) => one.status === status).length;
      if (count('wrong') > 0 && !onlyGood) throw rowsWrong(count('wrong'));
      for (const outcome of outcomes) await this.writeOne(institutionId, outcome);
      return {
        ...{ created: count('new'), changed: count('changed') },
        ...{ unchanged: count('unchanged'), skipped: count('wrong') },
      };
    });
  }

  private async writeOne(
    institutionId: string,
    { status, code, child, values }: ChildOutcome,
  ): Promise<void> {
    if (code === null || status === 'wrong' || status === 'unchanged') return;
    await this.writer.write(child ?? { institutionId, code, id: uuidv7() }, values);
  }

  private async read(work: WorkContext, institutionId: string, file: Buffer): Promise<Sheet> {
    await this.database.run(work, () => this.keepers.assertOpen(institutionId));
    const sheet = readSheet(file);
    const [name] = nameHeaders(sheet.headers);
    if (name !== undefined) throw hasNames(name);
    if (sheet.rows.length <= MOST_CHILDREN) return sheet;
    throw fileProblem(
      'too_many_rows',
      `Die Datei hat mehr als ${MOST_CHILDREN} Kinder. Bitte in mehrere Dateien aufteilen.`,
    );
  }

  private async analyse(institutionId: string, sheet: Sheet): Promise<ChildOutcome[]> {
    const reader = new RowReader(columnsOf(sheet), CHILD_FIELDS);
    const around = await this.writer.surroundings(institutionId);
    return new ChildAnalysis(reader, { ...around, today: this.clock.today() }).judge(sheet.rows);
  }
}

function columnsOf({ headers, rows }: Sheet): ReturnType<typeof recognisedColumns> {
  return recognisedColumns(headers, rows, CHILD_FIELDS);
}

function shownRow({ child: _, values: __, ...row }: ChildOutcome): ChildRowDto {
  return row;
}

function digestOf(outcomes: ChildOutcome[]): string {
  const rows = outcomes.map(({ number, status, changes, errors }) => [number, status, changes, errors]);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

function hasNames(header: string): Problem {
  return fileProblem(
    'names_in_file',
    `Die Datei hat eine Spalte „${header}“. Namen gehören nicht hierher: Bitte die Spalte löschen. Es wurde nichts gelesen und nichts aufbewahrt.`,
  );
}

function previewOutdated(): Problem {
  return new Problem(
    409,
    'preview_outdated',
    'Inzwischen hat sich etwas geändert. Es wurde nichts übernommen. Bitte die Vorschau noch einmal ansehen.',
  );
}

function rowsWrong(wrong: number): Problem {
  const rows = wrong === 1 ? 'Eine Zeile ist falsch' : `${wrong} Zeilen sind falsch`;
  return new Problem(
    409,
    'rows_wrong',
    `${rows}. Es wurde nichts übernommen. Bitte die Datei verbessern oder nur die richtigen Zeilen nehmen.`,
  );
}
