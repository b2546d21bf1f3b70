import type { Problem } from '../../api/problem';

export const PIN_LENGTH = 6;

export type PinKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'back';

export const PIN_DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** What stands after a key; more digits than a PIN has are not taken. */
export function digitsAfter(digits: string, key: PinKey): string {
  if (key === 'back') return digits.slice(0, -1);
  return digits.length < PIN_LENGTH ? digits + key : digits;
}

/** The key of the pad that a key of a keyboard stands for; null: none. */
export function pinKeyOf(key: string): PinKey | null {
  if (key === 'Backspace') return 'back';
  return PIN_DIGITS.find((digit) => digit === key) ?? null;
}

/** Why a tablet did not open. */
export type Trouble =
  | { kind: 'paused'; seconds: number }
  /** Only the lead opens it again. */
  | { kind: 'locked' }
  /** The house has taken this tablet out. */
  | { kind: 'revoked' }
  /** No answer: entries can be added all the same. */
  | { kind: 'unreachable' }
  /** Wrong, most of all: what comes after so many wrong ones is the server's to say. */
  | { kind: 'other'; problem: Problem };

/** Without `Retry-After` the pause that the server is known to make, in seconds. */
const PAUSE = 5 * 60;

export function troubleOf(problem: Problem): Trouble {
  switch (problem.code) {
    case 'pin_paused':
      return { kind: 'paused', seconds: problem.retryAfter ?? PAUSE };
    case 'pin_locked':
      return { kind: 'locked' };
    case 'tablet_unknown':
      return { kind: 'revoked' };
    default:
      // Busy is as good as no answer to somebody in a gym; being slowed down is one.
      return problem.passes && problem.status !== TOO_MANY
        ? { kind: 'unreachable' }
        : { kind: 'other', problem };
  }
}

const TOO_MANY = 429;
