import { quiet, unwrap } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema';
import { texts } from '../texts/de';
import { digestOf, type SealingKey } from './sealing';

/** The secrets of the signed-in person, base64url of 32 bytes each. */
export type AccountSecrets = components['schemas']['OutboxKeysDto'];

/**
 * Brings an envelope to the server, whoever is signed in, and be it nobody.
 * @throws Problem as the server says it, or `other_content` if it speaks of another row or another envelope
 */
export async function deliverSealed(rowId: string, envelope: string): Promise<{ held: boolean }> {
  const body = { id: rowId, envelope, deviceTime: new Date().toISOString() };
  const answer = await unwrap(quiet.POST('/api/sealed-entries', { body }));
  if (answer.id === rowId && answer.digest === (await digestOf(envelope)))
    return { held: answer.state === 'held' };
  throw new Problem({ status: 200, code: 'other_content', title: texts.keeping.otherContent });
}

export function readAccountSecrets(wanted?: AbortSignal): Promise<AccountSecrets> {
  // Past the browser's cache: there the next person's question would wait for the answer to a broken one.
  return unwrap(quiet.GET('/api/session/outbox', { cache: 'no-store', ...(wanted && { signal: wanted }) }));
}

export function readSealingKey(): Promise<SealingKey> {
  return unwrap(quiet.GET('/api/sealing-key'));
}
