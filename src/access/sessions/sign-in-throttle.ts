import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';

interface Limit {
  kind: 'account' | 'account from network' | 'network';
  value: string;
  /** Failures that cost nothing. */
  free: number;
}

const FREE_PER_ACCOUNT_AND_NETWORK = 5;
// From all networks together: high enough that a stranger elsewhere does not slow the owner down at once.
const FREE_PER_ACCOUNT = 50;
// A whole Kita shares one address.
const FREE_PER_NETWORK = 100;
const FORGOTTEN_AFTER = '1 hour';
const LONGEST_WAIT_SECONDS = 60;

/**
 * The brake on guessing: after some free failures each further try must wait twice as long as the one before, at most a minute.
 * Never a lock-out: the short brake is on an account from one network, so that who guesses elsewhere does not stop its owner.
 * Counted in PostgreSQL, so that all instances share it.
 */
@Injectable()
export class SignInThrottle {
  constructor(private readonly database: Database) {}

  /**
   * Counts a try as failed before it is made, so that many at once cannot slip through.
   * @throws Problem 429 with the seconds to wait
   */
  async admit(email: string, origin: string): Promise<void> {
    for (const limit of limitsFor(email, origin)) {
      const waitSeconds = await this.count(limit);
      if (waitSeconds > 0) throw tooMany(waitSeconds);
    }
  }

  /** Takes the try back once the password was right. */
  async forgive(email: string, origin: string): Promise<void> {
    const [network, account, here] = limitsFor(email, origin).map(keyOf);
    await this.database.query('delete from sign_in_throttles where key = $1', [here]);
    await this.database.query(
      'update sign_in_throttles set failures = greatest(failures - 1, 0) where key in ($1, $2)',
      [network, account],
    );
  }

  private async count(limit: Limit): Promise<number> {
    const key = keyOf(limit);
    const [counted] = await this.database.query(
      `insert into sign_in_throttles as t (key, failures, last_failure_at) values ($1, 1, now())
       on conflict (key) do update set last_failure_at = now(),
         failures = case when t.last_failure_at < now() - interval '${FORGOTTEN_AFTER}' then 1 else t.failures + 1 end
       where now() >= ${freeAgainAt()} returning failures`,
      [key, limit.free],
    );
    if (counted) return 0;
    const [blocked] = await this.database.query<{ wait: number }>(
      `select ceil(extract(epoch from ${freeAgainAt()} - now()))::int as wait from sign_in_throttles t where key = $1`,
      [key, limit.free],
    );
    return Math.max(1, blocked?.wait ?? 1);
  }
}

// $2 is the number of free failures.
function freeAgainAt(): string {
  return `t.last_failure_at + case when t.failures < $2::int then interval '0'
    else least(power(2, least(t.failures - $2::int, 10)), ${LONGEST_WAIT_SECONDS}) * interval '1 second' end`;
}

function limitsFor(email: string, origin: string): Limit[] {
  return [
    { kind: 'network', value: origin, free: FREE_PER_NETWORK },
    { kind: 'account', value: email, free: FREE_PER_ACCOUNT },
    { kind: 'account from network', value: `${email} ${origin}`, free: FREE_PER_ACCOUNT_AND_NETWORK },
  ];
}

function keyOf({ kind, value }: Limit): Buffer {
  return createHash('sha256').update(`${kind}:${value}`).digest();
}

function tooMany(seconds: number): Problem {
  const wait = seconds === 1 ? 'eine Sekunde' : `${seconds} Sekunden`;
  return new Problem(
    429,
    'too_many_attempts',
    `Zu viele Versuche. Bitte warten Sie ${wait} und versuchen Sie es dann noch einmal.`,
    {
      retryAfter: seconds,
    },
  );
}
