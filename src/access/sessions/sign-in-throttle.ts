import { Injectable } from '@nestjs/common';
import { Brake, type Limit } from './brake.js';

const FREE_PER_ACCOUNT_AND_NETWORK = 5;
// From all networks together: high enough that a stranger elsewhere does not slow the owner down at once.
const FREE_PER_ACCOUNT = 50;
// A whole Kita shares one address.
const FREE_PER_NETWORK = 100;
const LONGEST_WAIT_SECONDS = 60;

/**
 * The brake on guessing passwords. The short brake is on an account from one network, so that who guesses elsewhere does not stop its
 * owner.
 */
@Injectable()
export class SignInThrottle {
  constructor(private readonly brake: Brake) {}

  /** @throws Problem 429 with the seconds to wait */
  async admit(email: string, origin: string): Promise<void> {
    const { network, account, here } = limitsFor(email, origin);
    await this.brake.admit([network, account, here]);
  }

  /** Takes the try back once the password was right, and forgets the failures from this network. */
  async forgive(email: string, origin: string): Promise<void> {
    const { network, account, here } = limitsFor(email, origin);
    await this.brake.release(here);
    await this.brake.takeBack([network, account]);
  }

  /** Takes just this try back: the password was right, but the sign-in is not complete, and may be somebody else's. */
  async excuse(email: string, origin: string): Promise<void> {
    await this.brake.takeBack(Object.values(limitsFor(email, origin)));
  }
}

function limitsFor(email: string, origin: string): Record<'network' | 'account' | 'here', Limit> {
  const longestWaitSeconds = LONGEST_WAIT_SECONDS;
  return {
    network: { kind: 'network', value: origin, free: FREE_PER_NETWORK, longestWaitSeconds },
    account: { kind: 'account', value: email, free: FREE_PER_ACCOUNT, longestWaitSeconds },
    here: {
      kind: 'account from network',
      value: `${email} ${origin}`,
      free: FREE_PER_ACCOUNT_AND_NETWORK,
      longestWaitSeconds,
    },
  };
}
