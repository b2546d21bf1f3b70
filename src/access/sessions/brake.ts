import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';

/** How often something may be tried before each further try has to wait. */
export interface Limit {
  kind: string;
  value: string;
  /** Failures that cost nothing. */
  free: number;
  longestWaitSeconds: number;
}

const FORGOTTEN_AFTER = '1 hour';

/**
 * The brake on guessing: after some free failures each further try must wait twice as long as the one before, up to a limit. Never a
 * lock-out. Counted in PostgreSQL, so that all instances share it; only hashes of what is counted are kept.
 */
@Injectable()
export class Brake {
  constructor(private readonly database: Database) {}

  /**
   * Counts a try as failed before it is made, so that many at once cannot slip through.
   * @throws Problem 429 with the seconds to wait
   */
  async admit(limits: Limit[]): Promise<void> {
    for (const limit of limits) {
      const waitSeconds = await this.count(limit);
      if (waitSeconds > 0) throw tooMany(waitSeconds);
    }
  }

  /** The try was none after all. */
  async takeBack(limits: Limit[]): Promise<void> {
    await this.database.query(
      'update sign_in_throttles set failures = greatest(failures - 1, 0) where key = any ($1)',
      [limits.map(keyOf)],
    );
  }

  /** Forgets all failures. */
  async release(limit: Limit): Promise<void> {
    await this.database.query('delete from sign_in_throttles where key = $1', [keyOf(limit)]);
  }

  private async count(limit: Limit): Promise<number> {
    const parameters = [keyOf(limit), limit.free, limit.longestWaitSeconds];
    const [counted] = await this.database.query(
      // Of many at once, one that began earlier may come to the row later: what costs nothing must not go by the time.
      `insert into sign_in_throttles as t (key, failures, last_failure_at) values ($1, 1, now())
       on conflict (key) do update set last_failure_at = now(),
         failures = case when t.last_failure_at < now() - interval '${FORGOTTEN_AFTER}' then 1 else t.failures + 1 end
       where t.failures < $2::int or now() >= ${FREE_AGAIN_AT} returning failures`,
      parameters,
    );
    if (counted) return 0;
    const [blocked] = await this.database.query<{ wait: number }>(
      `select ceil(extract(epoch from ${FREE_AGAIN_AT} - now()))::int as wait from sign_in_throttles t where key = $1`,
      parameters,
    );
    return Math.max(1, blocked?.wait ?? 1);
  }
}

// $2 is the number of free failures, $3 the longest wait in seconds.
const FREE_AGAIN_AT = `t.last_failure_at + case when t.failures < $2::int then interval '0'
    else least(power(2, least(t.failures - $2::int, 20)), $3::int) * interval '1 second' end`;

function keyOf({ kind, value }: Limit): Buffer {
  return createHash('sha256').update(`${kind}:${value}`).digest();
}

function tooMany(seconds: number): Problem {
  return new Problem(
    429,
    'too_many_attempts',
    `Zu viele Versuche. Bitte warten Sie ${inWords(seconds)} und versuchen Sie es dann noch einmal.`,
    { retryAfter: seconds },
  );
}

function inWords(seconds: number): string {
  if (seconds === 1) return 'eine Sekunde';
  return seconds > 90 ? `${Math.ceil(seconds / 60)} Minuten` : `${seconds} Sekunden`;
}
