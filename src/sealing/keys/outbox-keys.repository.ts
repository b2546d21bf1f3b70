import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export interface OutboxKeys {
  storageKey: Buffer;
  ticket: Buffer;
}

/** What a ticket says of whoever shows it. */
export interface TicketStanding {
  /** Null: it was never this account's. */
  ticket: 'current' | 'former' | null;
  /** Where the account has, or had, something to do. */
  houses: string[];
}

/** All SQL of what an account's entries on its devices are kept and shown by. */
@Injectable()
export class OutboxKeysRepository {
  constructor(private readonly database: Database) {}

  async find(accountId: string): Promise<OutboxKeys | null> {
    const [row] = await this.database.query<OutboxKeys>(
      `select storage_key as "storageKey", ticket from account_outbox_keys where account_id = $1`,
      [accountId],
    );
    return row ?? null;
  }

  /** Unless there are some. */
  async add(accountId: string, { storageKey, ticket }: OutboxKeys): Promise<void> {
    await this.database.query(
      `insert into account_outbox_keys (account_id, storage_key, ticket) values ($1, $2, $3)
       on conflict (account_id) do nothing`,
      [accountId, storageKey, ticket],
    );
  }

  /** Where the account has something to do now; what it had before is not forgotten. */
  async remember(accountId: string, houses: string[]): Promise<void> {
    await this.database.query(
      `update account_outbox_keys set houses = array(select unnest(houses) union select unnest($2::uuid[]))
       where account_id = $1 and not houses @> $2::uuid[]`,
      [accountId, houses],
    );
  }

  /** Whether the account was ever given this ticket, and whether it still counts. */
  async judge(accountId: string, ticket: Buffer | null): Promise<TicketStanding> {
    const [row] = await this.database.query<TicketStanding>(
      `select case when sha256(k.ticket) = $2 then 'current' when $2 = any (k.former_tickets) then 'former' end as ticket, k.houses
       from account_outbox_keys k where k.account_id = $1`,
      [accountId, ticket && createHash('sha256').update(ticket).digest()],
    );
    return row ?? { ticket: null, houses: [] };
  }
}
