import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { holdVersions, insertOnce } from '../../database/records.js';
import { PROTOCOL } from './battery.sql.js';
import type { ProtocolDto } from './protocol.dto.js';

const FROM = 'from test_protocols p join test_items t on t.code = p.item_code';

@Injectable()
export class ProtocolRepository {
  constructor(private readonly database: Database) {}

  /** By task, the newest version first. */
  async list(): Promise<ProtocolDto[]> {
    const rows = await this.database.query<{ protocol: ProtocolDto }>(
      `select ${PROTOCOL} as protocol ${FROM} order by t.position, p.version desc`,
    );
    return rows.map(({ protocol }) => protocol);
  }

  async find(id: string): Promise<ProtocolDto | null> {
    const [row] = await this.database.query<{ protocol: ProtocolDto }>(
      `select ${PROTOCOL} as protocol ${FROM} where p.id = $1`,
      [id],
    );
    return row?.protocol ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from test_protocols where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  /** Until the transaction ends, nobody else adds a task, which has a position among all, or a version of one. */
  hold(): Promise<void> {
    return holdVersions(this.database, 'test_protocols', 'all');
  }

  async itemExists(code: string): Promise<boolean> {
    const rows = await this.database.query('select 1 from test_items where code = $1', [code]);
    return rows.length > 0;
  }

  /** Behind all others. */
  async insertItem(code: string, title: string): Promise<void> {
    await this.database.query(
      'insert into test_items (code, title, position) select $1, $2, coalesce(max(position), 0) + 1 from test_items',
      [code, title],
    );
  }

  /** As the next version of its task. @returns whether it is new */
  async insert(itemCode: string, values: object): Promise<boolean> {
    const [next] = await this.database.query<{ version: number }>(
      'select coalesce(max(version), 0)::int + 1 as version from test_protocols where item_code = $1',
      [itemCode],
    );
    return insertOnce(this.database, 'test_protocols', ['id'], { ...values, itemCode, ...next });
  }
}
