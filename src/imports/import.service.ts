import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../audit/audit.js';
import type { WorkContext } from '../database/actor.js';
import { Database } from '../database/database.js';
import { assertUnchanged, createOnce } from '../database/records.js';
import { Clock } from '../kernel/calendar/clock.js';
import type { Created } from '../kernel/http/created.js';
import { decodeCursor, invalidCursor, type Page, pageOf } from '../kernel/page/cursor.js';
import { limitOf } from '../kernel/page/page-query.dto.js';
import { Problem } from '../kernel/problem/problem.js';
import { readSheet, type Sheet } from './file/sheet.js';
import { wrongRowsFile } from './file/wrong-rows.js';
import type {
  ImportDto,
  ImportFieldDto,
  ListImportsDto,
  ListPreviewDto,
  PreviewDto,
  TemplateColumnDto,
  UploadDto,
} from './import.dto.js';
import type { ImportKindName } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { ImportRepository, type StoredImport } from './import.repository.js';
import type { ImportField } from './reading/field.js';
import { totalsOf } from './reading/outcome.js';
import { headerSignature, type ImportColumn, recognisedColumns } from './reading/recognise.js';

const DAY_MS = 86_400_000;

/** From the file to its preview: nothing here touches an institution or a group. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly kinds: ImportKinds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Takes a file in. Opens its transactions itself: a file is read without holding a connection. */
  async upload(
    context: WorkContext,
    kind: ImportKindName,
    query: UploadDto,
    file: Buffer,
  ): Promise<Created<ImportDto>> {
    await this.database.run(context, () => this.kinds.get(kind).assertMay(query.municipalityId));
    const sheet = readSheet(file);
    await this.database.asSystem(() => this.imports.purge());
    return this.database.run(context, () => this.store(kind, query, file, sheet));
  }

  async list(query: ListImportsDto): Promise<Page<ImportDto>> {
    const limit = limitOf(query);
    const [before] = decodeCursor(query.cursor, ['uuid']) ?? [];
    if (before !== undefined && !(await this.imports.find(String(before)))) throw invalidCursor();
    const rows = await this.imports.list(query, before ?? null, limit + 1);
    return pageOf(
      rows.map((row) => this.shown(row)),
      limit,
      ({ id }) => [id],
    );
  }

  async get(id: string): Promise<ImportDto> {
    return this.shown(await this.getOwn(id));
  }

  /** Assigns the columns by hand, and remembers it for the next file with these headers. */
  async map(id: string, version: number, fields: (string | null)[]): Promise<ImportDto> {
    const stored = await this.getOwn(id);
    assertReady(stored);
    const kind = this.kinds.get(stored.kind);
    assertMapping(fields, stored.columns.length, new Set(kind.fields.map(({ name }) => name)));
    const columns = stored.columns.map((column, i) => ({ ...column, field: fields[i] ?? null }));
    const rows = await this.imports.listRows(id);
    const outcomes = await kind.analyse({ ...stored, columns, rows, lock: false });
    const updated = await this.imports.update(id, version, columns, totalsOf(outcomes));
    await assertUnchanged(updated, () => this.get(id));
    await this.imports.saveRows(id, rows, outcomes);
    await this.imports.rememberMapping(stored, headerSignature(columns.map(({ header }) => header)), fields);
    await this.record('import.update', id, ['columns']);
    return this.get(id);
  }

  /** What would become of each row. */
  async preview(id: string, query: ListPreviewDto): Promise<PreviewDto> {
    const { totals } = await this.getOwn(id);
    const limit = limitOf(query);
    const [after] = decodeCursor(query.cursor, ['int']) ?? [];
    const rows = await this.imports.listPreviews(id, query.filter, Number(after ?? 0), limit + 1);
    return { totals, ...pageOf(rows, limit, ({ number }) => [number]) };
  }

  /** The wrong rows as a CSV file with what is to be changed; only the header once they are forgotten. */
  async wrongRows(id: string): Promise<string> {
    const { columns } = await this.getOwn(id);
    return wrongRowsFile(
      columns.map(({ header }) => header),
      await this.imports.listWrongRows(id),
    );
  }

  /** The columns of a template, with words for whoever fills it. */
  templateColumns(kind: ImportKindName): TemplateColumnDto[] {
    return this.kinds.get(kind).fields.map((field) => ({
      ...shownField(field),
      hint: field.hint,
      example: field.example,
    }));
  }

  /** An import of one's own, as long as one may still read files in there. @throws Problem 404 */
  async getOwn(id: string): Promise<StoredImport> {
    const stored = await this.imports.find(id);
    if (!stored) throw Problem.notFound();
    await this.kinds.get(stored.kind).assertMay(stored.municipalityId);
    return stored;
  }

  shown(stored: StoredImport): ImportDto {
    const { fields } = this.kinds.get(stored.kind);
    const mapped = new Set(stored.columns.map(({ field }) => field));
    return {
      ...stored,
      fields: fields.map(shownField),
      missingFields: fields
        .filter(({ name, required }) => required === true && !mapped.has(name))
        .map(({ name }) => name),
    };
  }

  private async store(
    kind: ImportKindName,
    query: UploadDto,
    file: Buffer,
    sheet: Sheet,
  ): Promise<Created<ImportDto>> {
    const { municipalityId, fileName = null, id = uuidv7() } = query;
    const { encoding, delimiter, rows } = sheet;
    const columns = await this.columnsOf(kind, municipalityId, sheet);
    const outcomes = await this.kinds.get(kind).analyse({ municipalityId, columns, rows, lock: false });
    const digest = createHash('sha256')
      .update(JSON.stringify([kind, municipalityId, fileName]))
      .update(file)
      .digest();
    const values = { id, municipalityId, kind, fileName, encoding, delimiter, columns };
    const more = { rowCount: rows.length, totals: totalsOf(outcomes), creationDigest: digest };
    const createdBy = this.database.actor.accountId;
    const expiresAt = new Date(this.clock.now().getTime() + DAY_MS);
    const outcome = await createOnce({
      digest,
      insert: () => this.imports.insert({ ...values, ...more, createdBy, expiresAt }),
      stored: () => this.stored(id),
    });
    if (outcome.created) {
      await this.imports.saveRows(id, rows, outcomes);
      await this.record('import.create', id, []);
    }
    return outcome;
  }

  private async record(action: string, objectId: string, fields: string[]): Promise<void> {
    await this.audit.record({ action, objectType: 'import', objectId, fields });
  }

  private async stored(id: string): Promise<{ record: ImportDto; digest: Buffer | null } | null> {
    const stored = await this.imports.find(id);
    return stored && { record: this.shown(stored), digest: await this.imports.findDigest(id) };
  }

  /** As somebody of the municipality assigned them last, else as the headers say. */
  private async columnsOf(
    kind: ImportKindName,
    municipalityId: string,
    { headers, rows }: Sheet,
  ): Promise<ImportColumn[]> {
    const { fields } = this.kinds.get(kind);
    const columns = recognisedColumns(headers, rows, fields);
    const remembered = await this.imports.findMapping(municipalityId, kind, headerSignature(headers));
    if (!remembered) return columns;
    const known = new Set(fields.map(({ name }) => name));
    return columns.map((column, i) => {
      const field = remembered[i] ?? null;
      return { ...column, field: field !== null && known.has(field) ? field : null };
    });
  }
}

function shownField({ name, header, required = false }: ImportField): ImportFieldDto {
  return { name, header, required };
}

/** @throws Problem 409 for an import that has been written */
function assertReady({ state }: StoredImport): void {
  if (state !== 'done' && state !== 'undone') return;
  throw new Problem(409, 'import_done', 'Diese Datei ist schon eingelesen. Bitte laden Sie sie neu hoch.');
}

/** @throws Problem 422 */
function assertMapping(fields: (string | null)[], columns: number, known: Set<string>): void {
  const given = fields.filter((field) => field !== null);
  if (fields.length !== columns) {
    throw Problem.invalid('fields', `Zuordnung: bitte für jede der ${columns} Spalten eine Angabe machen.`);
  }
  if (given.some((field) => !known.has(field))) {
    throw Problem.invalid('fields', 'Zuordnung: bitte nur bekannte Felder angeben.');
  }
  if (new Set(given).size < given.length) {
    throw Problem.invalid('fields', 'Zuordnung: Jedes Feld darf nur einer Spalte zugeordnet sein.');
  }
}
