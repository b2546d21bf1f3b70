import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { columnOf } from '../database/records.js';
import type { ImportKind } from './import-kind.js';
import type { RecordWrite, Values } from './reading/outcome.js';

/** What an import did to one record. */
export interface StoredChange {
  id: string;
  institutionId: string;
  created: boolean;
  version: number;
  before: Values;
}

type Target = Pick<ImportKind, 'table' | 'properties'>;
type Patch = Pick<StoredChange, 'id' | 'version'> & { values: Values };

/** Writes many institutions or groups by one statement each, and remembers what it did. */
@Injectable()
export class RecordWriter {
  constructor(private readonly database: Database) {}

  async insert({ table, properties }: Target, writes: RecordWrite[]): Promise<void> {
    if (writes.length === 0) return;
    const columns = ['id', ...properties].map(columnOf).join(', ');
    await this.database.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(writes.map(({ id, values }) => inColumns({ id, ...values })))],
    );
  }

  /** Changes the given fields of records that still have their version. @returns how many had */
  async patch({ table, properties }: Target, patches: Patch[]): Promise<number> {
    if (patches.length === 0) return 0;
    const columns = properties.map(columnOf).join(', ');
    const rows = await this.database.query(
      `update ${table} t set (${columns}) = (select ${columns} from jsonb_populate_record(t, r.values)), version = t.version + 1
       from jsonb_to_recordset($1) as r (id uuid, version integer, values jsonb)
       where t.id = r.id and t.version = r.version returning 1`,
      [
        JSON.stringify(
          patches.map(({ id, version, values }) => ({ id, version, values: inColumns(values) })),
        ),
      ],
    );
    return rows.length;
  }

  /** Deletes what the import made, as long as it is as the import left it. @returns how many were */
  async removeCreated({ table }: Target, importId: string): Promise<number> {
    const rows = await this.database.query(
      `delete from ${table} t using import_changes c
       where c.import_id = $1 and c.created and c.object_id = t.id and c.version = t.version returning 1`,
      [importId],
    );
    return rows.length;
  }

  /** Keeps what is needed to take the import back. */
  async remember(importId: string, writes: RecordWrite[]): Promise<void> {
    const changes = writes.map(({ id, institutionId, version, before }) => ({
      ...{ id, institutionId, before, created: version === null, version: (version ?? 0) + 1 },
    }));
    await this.database.query(
      `insert into import_changes (import_id, object_id, institution_id, created, version, before)
       select $1, r.* from jsonb_to_recordset($2)
         as r (id uuid, "institutionId" uuid, created boolean, version integer, before jsonb)`,
      [importId, JSON.stringify(changes)],
    );
  }

  async listChanges(importId: string): Promise<StoredChange[]> {
    return this.database.query<StoredChange>(
      `select object_id as id, institution_id as "institutionId", created, version, before
       from import_changes where import_id = $1 order by object_id`,
      [importId],
    );
  }

  /** The first record that is no longer as the import left it; its name is null when it is gone. */
  async findChangedSince({ table }: Target, importId: string): Promise<{ name: string | null } | null> {
    const [row] = await this.database.query<{ name: string | null }>(
      `select t.name from import_changes c left join ${table} t on t.id = c.object_id
       where c.import_id = $1 and t.version is distinct from c.version order by t.name, c.object_id limit 1`,
      [importId],
    );
    return row ?? null;
  }
}

function inColumns(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([property, value]) => [columnOf(property), value]));
}
