import { base64url, CompactEncrypt, importJWK } from 'jose';
import type { components } from '../api/schema';
import type { OutboxKind } from './entry';
import type { Proof } from './identity';

/** The server's public key, as it gives it to everybody. */
export type SealingKey = components['schemas']['SealingKeyDto'];

/** What the server finds in an envelope (docs/decisions/0043). */
export interface SealedContent {
  v: 1;
  /** Of the row. */
  id: string;
  recordId: string;
  kind: OutboxKind;
  body: unknown;
  withdrawn: boolean;
  /** Account id. */
  author: string;
  proof: Proof;
  /** ISO instant of the device's clock. */
  notedAt: string;
}

/** An envelope that only the server can open: ECDH-ES over P-256 with a key of its own, A256GCM. */
export async function sealForServer({ kid, publicKey }: SealingKey, content: SealedContent): Promise<string> {
  const key = await importJWK(publicKey, 'ECDH-ES');
  return new CompactEncrypt(bytesOf(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid, v: 1, eid: content.id })
    .encrypt(key);
}

/** SHA-256 as base64url: what the server says about an envelope that it has taken. */
export async function digestOf(text: string): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text))));
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
