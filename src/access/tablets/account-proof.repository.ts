import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { tokenHash } from '../sessions/session-cookie.js';

/** What somebody can unlock a tablet by; all null where there is nothing. */
export interface ProofState {
  /** When the PIN was set. */
  pinSetAt: string | null;
  /** Too many were wrong: the lead has to let the person in again. */
  pinLockedAt: string | null;
  badgeMadeAt: string | null;
  badgeLastUsedAt: string | null;
}

/** Whether a try may be made: counted as the how manyeth wrong one in a row, or not. */
export type Counted = { failures: number } | { waitSeconds: number } | { locked: true };

/** After so many wrong ones in a row there is a pause; after twice as many, somebody has to help. */
export const FREE_TRIES = 5;
export const PAUSE_SECONDS = 300;
export const MOST_TRIES = 10;

/** Wrong ones inside of sealed entries; beyond, none is looked at until a day has passed. */
const MOST_SEALED_TRIES = 5;

/** Columns of `ProofState`, of `account_pins p` and `account_badges b`, which may both be missing. */
export const PROOF_COLUMNS = `to_json(p.changed_at) #>> '{}' as "pinSetAt", to_json(p.locked_at) #>> '{}' as "pinLockedAt",
  to_json(b.created_at) #>> '{}' as "badgeMadeAt", to_json(b.last_used_at) #>> '{}' as "badgeLastUsedAt"`;

@Injectable()
export class AccountProofRepository {
  constructor(private readonly database: Database) {}

  async getState(accountId: string): Promise<ProofState> {
    const [row] = await this.database.query<ProofState>(
      `select ${PROOF_COLUMNS} from (select $1::uuid as id) a left join account_pins p on p.account_id = a.id
       left join account_badges b on b.account_id = a.id`,
      [accountId],
    );
    return row ?? { pinSetAt: null, pinLockedAt: null, badgeMadeAt: null, badgeLastUsedAt: null };
  }

  async findPinHash(accountId: string): Promise<string | null> {
    const [row] = await this.database.query<{ hash: string | null }>(
      'select pin_hash as hash from account_pins where account_id = $1',
      [accountId],
    );
    return row?.hash ?? null;
  }

  /** Leaves the count alone: who is locked stays so. */
  async setPin(accountId: string, hash: string): Promise<void> {
    await this.database.query(
      `insert into account_pins (account_id, pin_hash, changed_at) values ($1, $2, now())
       on conflict (account_id) do update set pin_hash = excluded.pin_hash, changed_at = now()`,
      [accountId, hash],
    );
  }

  /** @returns whether there was one */
  async clearPin(accountId: string): Promise<boolean> {
    const rows = await this.database.query(
      'update account_pins set pin_hash = null, changed_at = null where account_id = $1 and pin_hash is not null returning 1',
      [accountId],
    );
    return rows.length > 0;
  }

  /** Counts a try as wrong before it is made, so that many at once cannot slip through; the same whether there is a PIN or not. */
  async countTry(accountId: string): Promise<Counted> {
    const [counted] = await this.database.query<{ failures: number }>(
      `insert into account_pins as p (account_id, failures) values ($1, 1)
       on conflict (account_id) do update set failures = p.failures + 1,
         paused_until = case when p.failures + 1 = ${FREE_TRIES} then now() + interval '${PAUSE_SECONDS} seconds' end,
         locked_at = case when p.failures + 1 >= ${MOST_TRIES} then now() end
       where p.locked_at is null and (p.paused_until is null or p.paused_until <= now()) returning failures`,
      [accountId],
    );
    if (counted) return counted;
    const [row] = await this.database.query<{ locked: boolean; wait: number | null }>(
      `select locked_at is not null as locked, ceil(extract(epoch from paused_until - now()))::int as wait
       from account_pins where account_id = $1`,
      [accountId],
    );
    return row?.locked ? { locked: true } : { waitSeconds: Math.max(1, row?.wait ?? 1) };
  }

  /** The try was none after all. */
  async takeBack(accountId: string): Promise<void> {
    await this.database.query(
      `update account_pins set failures = greatest(failures - 1, 0), locked_at = null,
         paused_until = case when failures > ${FREE_TRIES} then paused_until end where account_id = $1`,
      [accountId],
    );
  }

  /** Forgets all wrong ones: it was right, or somebody who may has let the person in again. @returns whether it was locked or paused */
  async release(accountId: string): Promise<boolean> {
    const rows = await this.database.query(
      `update account_pins p set failures = 0, paused_until = null, locked_at = null, sealed_failures = 0, sealed_failed_at = null
       from (select account_id, locked_at is not null or paused_until > now() as held from account_pins where account_id = $1 for update) o
       where p.account_id = o.account_id and o.held returning 1`,
      [accountId],
    );
    if (rows.length > 0) return true;
    await this.database.query(
      'update account_pins set failures = 0, paused_until = null, sealed_failures = 0, sealed_failed_at = null where account_id = $1',
      [accountId],
    );
    return false;
  }

  /**
   * Counts the PIN inside of a sealed entry as wrong before it is looked at, so that many at once cannot slip through.
   * @returns the hash to compare it with; null where there is none, or none may be looked at
   */
  async countSealedTry(accountId: string): Promise<string | null> {
    const [row] = await this.database.query<{ hash: string }>(
      `update account_pins set sealed_failed_at = now(),
         sealed_failures = case when sealed_failed_at < now() - interval '1 day' then 1 else sealed_failures + 1 end
       where account_id = $1 and pin_hash is not null and locked_at is null
         and (sealed_failures < ${MOST_SEALED_TRIES} or sealed_failed_at < now() - interval '1 day')
       returning pin_hash as hash`,
      [accountId],
    );
    return row?.hash ?? null;
  }

  /** It was not wrong. */
  async takeBackSealed(accountId: string): Promise<void> {
    await this.database.query(
      'update account_pins set sealed_failures = greatest(sealed_failures - 1, 0) where account_id = $1',
      [accountId],
    );
  }

  /** Makes a badge; the one before is good no longer. */
  async setBadge(accountId: string, secret: string): Promise<void> {
    await this.database.query(
      `insert into account_badges (account_id, secret_hash) values ($1, decode($2, 'hex'))
       on conflict (account_id) do update set secret_hash = excluded.secret_hash, created_at = now(), last_used_at = null`,
      [accountId, tokenHash(secret)],
    );
  }

  /** @returns whether there was one */
  async removeBadge(accountId: string): Promise<boolean> {
    const rows = await this.database.query('delete from account_badges where account_id = $1 returning 1', [
      accountId,
    ]);
    return rows.length > 0;
  }

  async findBadgeOwner(secret: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select account_id as id from account_badges where secret_hash = decode($1, 'hex')`,
      [tokenHash(secret)],
    );
    return row?.id ?? null;
  }

  async noteBadgeUse(accountId: string): Promise<void> {
    await this.database.query('update account_badges set last_used_at = now() where account_id = $1', [
      accountId,
    ]);
  }
}
