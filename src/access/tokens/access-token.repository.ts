import { Injectable } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { insertOnce } from '../../database/records.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { tokenHash } from '../sessions/session-cookie.js';
import { personOf, type RightsRow } from '../sessions/session.repository.js';
import type { TokenScope } from './token-scopes.js';

export interface NewToken {
  id: string;
  accountId: string;
  name: string;
  scopes: TokenScope[];
  token: string;
  expiresOn: string;
  creationDigest: Buffer;
}

export interface TokenRow {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresOn: string;
  lastUsedAt: Date | null;
  digest: Buffer | null;
}

const COLUMNS = `select id, name, scopes, created_at as "createdAt", to_char(expires_on, 'YYYY-MM-DD') as "expiresOn",
  last_used_at as "lastUsedAt", creation_digest as digest from access_tokens`;

@Injectable()
export class AccessTokenRepository {
  constructor(private readonly database: Database) {}

  /** The person a token stands for today, with what it may fetch; null when it is no longer good. */
  async authenticate(
    token: string,
    today: CalendarDate,
  ): Promise<{ actor: Actor; scopes: TokenScope[] } | null> {
    const [row] = await this.database.statement<RightsRow & { scopes: TokenScope[] }>(
      'select * from app_authenticate_token($1, $2)',
      [tokenHash(token), today],
    );
    return row ? { actor: { ...personOf(row), byToken: true }, scopes: row.scopes } : null;
  }

  async insert({ token, ...row }: NewToken): Promise<boolean> {
    const values = { ...row, tokenHash: Buffer.from(tokenHash(token), 'hex') };
    return insertOnce(this.database, 'access_tokens', ['id'], values);
  }

  async find(id: string): Promise<TokenRow | null> {
    const [row] = await this.database.query<TokenRow>(`${COLUMNS} where id = $1`, [id]);
    return row ?? null;
  }

  async list(accountId: string): Promise<TokenRow[]> {
    return this.database.query<TokenRow>(
      `${COLUMNS} where account_id = $1 order by created_at desc, id desc`,
      [accountId],
    );
  }

  /** @returns false when there was none */
  async remove(accountId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'delete from access_tokens where account_id = $1 and id = $2 returning 1',
      [accountId, id],
    );
    return rows.length > 0;
  }

  async removeAll(accountId: string): Promise<void> {
    await this.database.query('delete from access_tokens where account_id = $1', [accountId]);
  }
}
