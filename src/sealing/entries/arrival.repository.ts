import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export type ArrivalOutcome = 'stored' | 'withdrawn' | 'held';

export interface Arrival {
  id: string;
  authorId: string;
  /** SHA-256 of the envelope. */
  digest: Buffer;
  outcome: ArrivalOutcome;
}

/** All SQL of what has arrived. */
@Injectable()
export class ArrivalRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<Arrival | null> {
    const [row] = await this.database.query<Arrival>(
      `select id, author_account_id as "authorId", digest, outcome from sealed_arrivals where id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Of many who send it at once, the first: the others wait for the end of its transaction. @returns whether this is it */
  async claim({ id, authorId, digest, outcome }: Arrival): Promise<boolean> {
    const rows = await this.database.query(
      `insert into sealed_arrivals (id, author_account_id, digest, outcome) values ($1, $2, $3, $4)
       on conflict (id) do nothing returning 1`,
      [id, authorId, digest, outcome],
    );
    return rows.length > 0;
  }
}
