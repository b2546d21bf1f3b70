import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/** A key pair as it is stored. */
export interface StoredKey {
  kid: string;
  x: string;
  y: string;
  d: string;
  validUntil: Date;
}

const COLUMNS = 'kid, x, y, d, valid_until as "validUntil"';

/** All SQL of the sealing keys; only the system reads them. */
@Injectable()
export class SealingKeyRepository {
  constructor(private readonly database: Database) {}

  /** The one that clients seal for: the latest, if it is good on the given instant. */
  async findCurrent(at: Date): Promise<StoredKey | null> {
    const [row] = await this.database.query<StoredKey>(
      `select ${COLUMNS} from sealing_keys where valid_until > $1 order by created_at desc, kid limit 1`,
      [at],
    );
    return row ?? null;
  }

  /** Also one that is over. */
  async find(kid: string): Promise<StoredKey | null> {
    const [row] = await this.database.query<StoredKey>(`select ${COLUMNS} from sealing_keys where kid = $1`, [
      kid,
    ]);
    return row ?? null;
  }

  /** Who makes the next one goes first; everybody else finds it made. */
  async lock(): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext('sealing_keys'))`);
  }

  async add({ kid, x, y, d, validUntil }: StoredKey, createdAt: Date): Promise<void> {
    await this.database.query(
      'insert into sealing_keys (kid, x, y, d, created_at, valid_until) values ($1, $2, $3, $4, $5, $6)',
      [kid, x, y, d, createdAt, validUntil],
    );
  }
}
