import { createHash } from 'node:crypto';

/**
 * The ticket that is given out on a shared tablet of a house: what it shows counts in that house alone, and nobody can make the account's
 * own one of it.
 */
export function ticketAt(house: string, ticket: Buffer): Buffer {
  return sha256(Buffer.concat([sha256(ticket), Buffer.from(house.replaceAll('-', ''), 'hex')]));
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
