import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { recoveryCodeHash } from './recovery-codes.js';

export interface SecondFactorRow {
  secret: Buffer | null;
  pendingSecret: Buffer | null;
  confirmedAt: Date | null;
}

@Injectable()
export class SecondFactorRepository {
  constructor(private readonly database: Database) {}

  async find(accountId: string): Promise<SecondFactorRow | null> {
    const [row] = await this.database.query<SecondFactorRow>(
      `select secret, pending_secret as "pendingSecret", confirmed_at as "confirmedAt" from second_factors where account_id = $1`,
      [accountId],
    );
    return row ?? null;
  }

  async begin(accountId: string, pendingSecret: Buffer): Promise<void> {
    await this.database.query(
      `insert into second_factors (account_id, pending_secret) values ($1, $2)
       on conflict (account_id) do update set pending_secret = excluded.pending_secret`,
      [accountId, pendingSecret],
    );
  }

  /** The secret that was begun is the person's from now on. @returns false when it has been replaced or confirmed meanwhile */
  async confirm(accountId: string, pendingSecret: Buffer, step: number): Promise<boolean> {
    const rows = await this.database.query(
      `update second_factors set secret = pending_secret, confirmed_at = now(), pending_secret = null, last_step = $3
       where account_id = $1 and pending_secret = $2 returning 1`,
      [accountId, pendingSecret, step],
    );
    return rows.length > 0;
  }

  /** Uses the code of a step up. @returns false when it, or a later one, was used before */
  async useStep(accountId: string, step: number): Promise<boolean> {
    const rows = await this.database.query(
      'update second_factors set last_step = $2 where account_id = $1 and last_step < $2 returning 1',
      [accountId, step],
    );
    return rows.length > 0;
  }

  /** @returns false when there was none */
  async remove(accountId: string): Promise<boolean> {
    await this.database.query('delete from recovery_codes where account_id = $1', [accountId]);
    const rows = await this.database.query(
      'delete from second_factors where account_id = $1 returning secret is not null as confirmed',
      [accountId],
    );
    return rows.length > 0;
  }

  async replaceCodes(accountId: string, codes: string[]): Promise<void> {
    await this.database.query('delete from recovery_codes where account_id = $1', [accountId]);
    await this.database.query(
      'insert into recovery_codes (account_id, code_hash) select $1, unnest($2::bytea[])',
      [accountId, codes.map((code) => recoveryCodeHash(accountId, code))],
    );
  }

  /** Uses a recovery code up. @returns false when there is no such code (any more) */
  async useCode(accountId: string, typed: string): Promise<boolean> {
    const rows = await this.database.query(
      'delete from recovery_codes where account_id = $1 and code_hash = $2 returning 1',
      [accountId, recoveryCodeHash(accountId, typed)],
    );
    return rows.length > 0;
  }

  async countCodes(accountId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from recovery_codes where account_id = $1',
      [accountId],
    );
    return row?.count ?? 0;
  }
}
