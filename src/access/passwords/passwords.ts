import type { Algorithm } from '@node-rs/argon2';
import { hash, verify } from '@node-rs/argon2';
import { Gate } from '../../kernel/gate.js';

// OWASP password storage cheat sheet: argon2id with 46 MiB, one pass, one lane.
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 47_104,
  timeCost: 1,
  parallelism: 1,
} as const;

// A hash takes 46 MiB: at most four at once, a short queue, then 503 instead of running out of memory.
const gate = new Gate(4, 24);

/** argon2id, PHC string. @throws Problem 503 when too many are being hashed */
export function hashPassword(password: string): Promise<string> {
  return gate.run(() => hash(password.normalize('NFKC'), PARAMETERS));
}

/** @throws Problem 503 when too many are being hashed */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return gate.run(() => verify(stored, password.normalize('NFKC')));
}

const unknownAccount = hashPassword('the hash that an unknown account is compared with');

/** Takes as long as a real comparison and is never true, so that the time does not tell whether an account exists. */
export async function verifyAgainstNothing(password: string): Promise<false> {
  await verifyPassword(await unknownAccount, password);
  return false;
}
