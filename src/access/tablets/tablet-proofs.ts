import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import type { WorkContext } from '../../database/actor.js';
import { asSystem } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { verifyAgainstNothing, verifyPassword } from '../passwords/passwords.js';
import { AccountProofRepository, FREE_TRIES, MOST_TRIES, PAUSE_SECONDS } from './account-proof.repository.js';

/** What a person shows at a shared tablet. */
export type TabletProof = { pin: string } | { badge: string };

/** Compares PINs and badges. Outside of a transaction, since it hashes: through the same bounded queue as passwords. */
@Injectable()
export class TabletProofs {
  constructor(
    private readonly database: Database,
    private readonly proofs: AccountProofRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Whether the proof inside of a sealed entry is the person's. A wrong one never counts towards the lock, for many entries may bear the
   * same slip; but so that nobody finds a PIN by sending entries, a few wrong ones are all that is looked at in a day.
   */
  async verify(accountId: string, proof: TabletProof): Promise<boolean> {
    if ('badge' in proof) {
      return (await this.asSystem(() => this.proofs.findBadgeOwner(proof.badge))) === accountId;
    }
    const hash = await this.asSystem(() => this.proofs.countSealedTry(accountId));
    if (hash === null) return verifyAgainstNothing(proof.pin);
    let isWrong = false;
    try {
      isWrong = !(await verifyPassword(hash, proof.pin));
    } finally {
      if (!isWrong) await this.asSystem(() => this.proofs.takeBackSealed(accountId));
    }
    return !isWrong;
  }

  /**
   * Takes the PIN typed at a tablet, counting the tries; the same answer after the same time where there is none.
   * @returns the hash it fits, so that it can be asked later whether it still does
   * @throws Problem 401 `wrong_pin`, 429 `pin_paused`, 403 `pin_locked`
   */
  async takePin(accountId: string, pin: string, work: WorkContext): Promise<string> {
    const system = asSystem(work, accountId);
    const counted = await this.database.run(system, () => this.proofs.countTry(accountId));
    if ('locked' in counted) throw pinLocked();
    if ('waitSeconds' in counted) throw pinPaused(counted.waitSeconds);
    const hash = await this.database.run(system, () => this.proofs.findPinHash(accountId));
    const isRight = await this.compare(hash, pin).catch(async (error: unknown) => {
      await this.database.run(system, () => this.proofs.takeBack(accountId));
      throw error;
    });
    if (hash === null || !isRight) {
      if (counted.failures >= MOST_TRIES) await this.database.run(system, () => this.noteLock(accountId));
      throw wrongPin(counted.failures);
    }
    await this.database.run(system, () => this.proofs.release(accountId));
    return hash;
  }

  private compare(hash: string | null, pin: string): Promise<boolean> {
    return hash === null ? verifyAgainstNothing(pin) : verifyPassword(hash, pin);
  }

  private noteLock(accountId: string): Promise<void> {
    return this.audit.record({
      ...{ action: 'pin.lock', objectType: 'account', objectId: accountId, chain: accountId },
    });
  }

  private asSystem<T>(task: () => Promise<T>): Promise<T> {
    return this.database.asSystem(task);
  }
}

function wrongPin(failures: number): Problem {
  if (failures >= MOST_TRIES) return pinLocked();
  if (failures === FREE_TRIES) return pinPaused(PAUSE_SECONDS);
  const remaining = (failures < FREE_TRIES ? FREE_TRIES : MOST_TRIES) - failures;
  const then = remaining === 1 ? 'Noch ein Versuch' : `Noch ${remaining} Versuche`;
  const stop = failures < FREE_TRIES ? 'dann folgt eine Pause.' : 'dann ist die PIN gesperrt.';
  return new Problem(401, 'wrong_pin', `Diese PIN stimmt nicht. ${then}, ${stop}`, { remaining });
}

function pinPaused(retryAfter: number): Problem {
  const minutes = Math.ceil(retryAfter / 60);
  const wait = minutes === 1 ? 'einer Minute' : `${minutes} Minuten`;
  return new Problem(
    429,
    'pin_paused',
    `Die PIN war fünfmal falsch. In ${wait} geht es weiter; mit dem Ausweis sofort.`,
    { retryAfter },
  );
}

function pinLocked(): Problem {
  return new Problem(
    403,
    'pin_locked',
    'Die PIN war zu oft falsch und ist gesperrt. Die Leitung kann sie wieder freigeben; mit dem Ausweis geht es auch so.',
  );
}
