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
  /** The house of the shared tablet where it was given out, and where alone it counts; null for one of an own device. */
  house: string | null;
  /** Where the account has, or had, something to do. */
  houses: string[];
}

/** The house itself, or the one that it has become part of since. */
const today = (house: string): string =>
  `coalesce((select i.merged_into from institutions i where i.id = ${house}), ${house})`;

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

  /** That people are shown in a house. Those who have no keys have never been signed in, and so they have no PIN. For the system. */
  async rememberAt(houseId: string, accountIds: string[]): Promise<void> {
    await this.database.query(
      `update account_outbox_keys set houses = houses || $1::uuid where account_id = any ($2::uuid[]) and not houses @> array[$1::uuid]`,
      [houseId, accountIds],
    );
  }

  /** Whether the account was ever given this ticket, and whether it still counts; one of a tablet is made as in `ticketAt`. */
  async judge(accountId: string, ticket: Buffer | null): Promise<TicketStanding> {
    const [row] = await this.database.query<TicketStanding>(
      `select case when sha256(k.ticket) = any (s.hashes) then 'current' when s.hashes && k.former_tickets then 'former' end as ticket,
         ${today('at.house')} as house, array(select ${today('h.house')} from unnest(k.houses) h(house)) as houses
       from account_outbox_keys k
         left join lateral (select h.house, f.hash from unnest(k.houses) h(house), unnest(array[sha256(k.ticket)] || k.former_tickets) f(hash)
           where sha256(f.hash || uuid_send(h.house)) = $2 limit 1) at on true
         cross join lateral (select array[sha256($2), at.hash] as hashes) s
       where k.account_id = $1`,
      [accountId, ticket],
    );
    return row ?? { ticket: null, house: null, houses: [] };
  }
}
