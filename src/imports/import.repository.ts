import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { insertOnce, updateVersion } from '../database/records.js';
import type { CursorKey } from '../kernel/page/cursor.js';
import type { SheetRow } from './file/sheet.js';
import type { WrongRow } from './file/wrong-rows.js';
import type { ImportResultDto, ListImportsDto, ListPreviewDto } from './import.dto.js';
import type { ImportKindName } from './import-kind.js';
import type { Outcome, RowPreview, Totals } from './reading/outcome.js';
import type { ImportColumn } from './reading/recognise.js';

/** An import as it is stored. */
export interface StoredImport {
  id: string;
  municipalityId: string;
  kind: ImportKindName;
  state: 'ready' | 'committing' | 'done' | 'undone';
  fileName: string | null;
  encoding: string;
  delimiter: string;
  columns: ImportColumn[];
  rowCount: number;
  totals: Totals;
  result: ImportResultDto | null;
  createdAt: string;
  expiresAt: string;
  committedAt: string | null;
  undoneAt: string | null;
  version: number;
}

// Any two numbers of our own.
const IMPORT_LOCK = 1_760_001;
const TOWN_LOCK = 1_760_002;

const instant = (column: string): string => `to_json(${column}) #>> '{}'`;

// Whether one is being written right now is known by its lock, which ends with its transaction however that ends.
const STATE = `case when state = 'ready' and exists (select from pg_locks l
    where l.locktype = 'advisory' and l.classid = ${IMPORT_LOCK} and l.objid = hashtext(imports.id::text)::oid and l.objsubid = 2
      and l.granted and l.pid <> pg_backend_pid()
      and l.database = (select oid from pg_database where datname = current_database()))
  then 'committing' else state end`;

const SELECT = `select id, municipality_id as "municipalityId", kind, ${STATE} as state, file_name as "fileName", encoding, delimiter,
  columns, row_count as "rowCount", totals, result, ${instant('created_at')} as "createdAt", ${instant('expires_at')} as "expiresAt",
  ${instant('committed_at')} as "committedAt", ${instant('undone_at')} as "undoneAt", version
  from imports where expires_at > now()`;

@Injectable()
export class ImportRepository {
  constructor(private readonly database: Database) {}

  /** The person's own, newest first. @param before id of the last one on the page before */
  async list(query: ListImportsDto, before: CursorKey[0] | null, limit: number): Promise<StoredImport[]> {
    return this.database.query<StoredImport>(
      `${SELECT} and ($1::uuid is null or municipality_id = $1) and ($2::text is null or kind = $2)
         and ($3::uuid is null or (created_at, id) < (select b.created_at, b.id from imports b where b.id = $3))
       order by created_at desc, id desc limit $4`,
      [query.municipalityId ?? null, query.kind ?? null, before, limit],
    );
  }

  async find(id: string): Promise<StoredImport | null> {
    const [row] = await this.database.query<StoredImport>(`${SELECT} and id = $1`, [id]);
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from imports where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert({
    columns,
    totals,
    ...values
  }: Record<string, unknown> & { columns: ImportColumn[]; totals: Totals }): Promise<boolean> {
    return insertOnce(this.database, 'imports', ['id'], {
      ...values,
      columns: JSON.stringify(columns),
      totals: JSON.stringify(totals),
    });
  }

  update(id: string, version: number, columns: ImportColumn[], totals: Totals): Promise<boolean> {
    return updateVersion(this.database, 'imports', { id }, version, {
      columns: JSON.stringify(columns),
      totals: JSON.stringify(totals),
    });
  }

  /** Holds back whoever commits or takes back the same import, or another one of the municipality, until the transaction ends. */
  async lock({ id, municipalityId }: StoredImport): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($1, hashtext($2::text))', [IMPORT_LOCK, id]);
    await this.database.query('select pg_advisory_xact_lock($1, hashtext($2::text))', [
      TOWN_LOCK,
      municipalityId,
    ]);
  }

  /** @returns whether the import still had the version that was written */
  async markDone({ id, version }: StoredImport, totals: Totals, result: ImportResultDto): Promise<boolean> {
    const rows = await this.database.query(
      `update imports set state = 'done', totals = $2, result = $3, committed_at = now(), expires_at = now() + interval '30 days',
         version = version + 1 where id = $1 and version = $4 returning 1`,
      [id, JSON.stringify(totals), JSON.stringify(result), version],
    );
    return rows.length > 0;
  }

  async markUndone(id: string): Promise<void> {
    await this.database.query(
      `update imports set state = 'undone', undone_at = now(), version = version + 1 where id = $1`,
      [id],
    );
  }

  async listRows(id: string): Promise<SheetRow[]> {
    return this.database.query<SheetRow>(
      'select number, cells from import_rows where import_id = $1 order by number',
      [id],
    );
  }

  /** What the person was shown last, or the part of it that a page asks for. */
  async listPreviews(
    id: string,
    filter: ListPreviewDto['filter'] = 'all',
    after = 0,
    limit: number | null = null,
  ): Promise<RowPreview[]> {
    return this.database.query<RowPreview>(
      `select number, title, status, changes, errors from import_rows
       where import_id = $1 and ($2 = 'all' or status = $2) and number > $3 order by number limit $4`,
      [id, filter, after, limit],
    );
  }

  async listWrongRows(id: string): Promise<WrongRow[]> {
    return this.database.query<WrongRow>(
      `select number, cells, errors from import_rows where import_id = $1 and status = 'wrong' order by number`,
      [id],
    );
  }

  /** Keeps the rows with what would become of them; of rows that are there already, the latter. */
  async saveRows(id: string, rows: SheetRow[], outcomes: Outcome[]): Promise<void> {
    const records = outcomes.map(({ write: _, ...preview }, i) => ({ ...preview, cells: rows[i]?.cells }));
    await this.database.query(
      `insert into import_rows (import_id, number, cells, title, status, changes, errors)
       select $1, r.* from jsonb_to_recordset($2)
         as r (number integer, cells jsonb, title text, status text, changes jsonb, errors jsonb)
       on conflict (import_id, number) do update
         set title = excluded.title, status = excluded.status, changes = excluded.changes, errors = excluded.errors`,
      [id, JSON.stringify(records)],
    );
  }

  /** How files with these headers were read last time in the municipality. */
  async findMapping(
    municipalityId: string,
    kind: ImportKindName,
    signature: Buffer,
  ): Promise<(string | null)[] | null> {
    const [row] = await this.database.query<{ fields: (string | null)[] }>(
      'select fields from import_mappings where municipality_id = $1 and kind = $2 and signature = $3',
      [municipalityId, kind, signature],
    );
    return row?.fields ?? null;
  }

  async rememberMapping(
    { municipalityId, kind }: StoredImport,
    signature: Buffer,
    fields: (string | null)[],
  ): Promise<void> {
    await this.database.query(
      `insert into import_mappings (municipality_id, kind, signature, fields) values ($1, $2, $3, $4)
       on conflict (municipality_id, kind, signature) do update set fields = excluded.fields`,
      [municipalityId, kind, signature, JSON.stringify(fields)],
    );
  }

  /** Forgets what is past its day: drafts, imports that can no longer be taken back, and the rows of files once they are written. */
  async purge(): Promise<void> {
    await this.database.query('delete from imports where expires_at <= now()');
    await this.database.query(
      `delete from import_rows where import_id in
         (select id from imports where state <> 'ready' and created_at <= now() - interval '24 hours')`,
    );
  }
}
