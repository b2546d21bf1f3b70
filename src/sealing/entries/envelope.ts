import { createHash } from 'node:crypto';
import {
  compactDecrypt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  type ProtectedHeaderParameters,
} from 'jose';
import { parseStrictJson } from '../../kernel/json/strict-json.js';
import { Problem } from '../../kernel/problem/problem.js';
import { checked } from '../../kernel/validation/checked.js';
import { SealedContentDto } from './sealed-entry.dto.js';

const ALGORITHMS = { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] };
const VERSION = 1;
/** How a key of ours may be called; whatever else stands there, the database is not asked for it. */
const KID = /^[\w-]{1,100}$/;

/** SHA-256 of an envelope as it was sent. */
export function digestOf(envelope: string): Buffer {
  return createHash('sha256').update(envelope).digest();
}

/**
 * Opens a sealed entry.
 * @param id the row that it says to be
 * @param keyOf the private key with the id; null if there is none (any more)
 * @throws Problem 422 `unreadable_envelope` for whatever is not a whole envelope of ours, 400 or 422 for what is wrong inside of it
 */
export async function openEnvelope(
  id: string,
  envelope: string,
  keyOf: (kid: string) => Promise<JWK | null>,
): Promise<SealedContentDto> {
  const plain = parsed(await decrypted(id, envelope, keyOf));
  if (!isStorable(plain)) throw unreadable();
  const content = checked(SealedContentDto, plain);
  if (content.id !== id) throw unreadable();
  return content;
}

async function decrypted(
  id: string,
  envelope: string,
  keyOf: (kid: string) => Promise<JWK | null>,
): Promise<Uint8Array> {
  const header = headerOf(envelope);
  if (!header || !isOurs(header, id)) throw unreadable();
  // Apart from the opening: that the database cannot be asked says nothing about the envelope.
  const jwk = await keyOf(header.kid);
  if (!jwk) throw unreadable();
  try {
    return (await compactDecrypt(envelope, await importJWK(jwk, 'ECDH-ES'), ALGORITHMS)).plaintext;
  } catch {
    throw unreadable();
  }
}

function headerOf(envelope: string): ProtectedHeaderParameters | null {
  try {
    return decodeProtectedHeader(envelope);
  } catch {
    return null;
  }
}

/** The header is sealed along with the content: whoever puts an envelope under another id has broken it. */
function isOurs(header: ProtectedHeaderParameters, id: string): header is { kid: string } {
  const { v, eid, kid, zip }: Record<string, unknown> = { ...header };
  return v === VERSION && eid === id && typeof kid === 'string' && KID.test(kid) && zip === undefined;
}

function parsed(plaintext: Uint8Array): unknown {
  try {
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
  } catch {
    throw unreadable();
  }
}

/** What the database has no place for, in whatever field: nobody types it. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, held]) => isStorable(key) && isStorable(held));
}

function unreadable(): Problem {
  return new Problem(
    422,
    'unreadable_envelope',
    'Dieser versiegelte Eintrag lässt sich nicht öffnen. Er bleibt auf dem Gerät; bitte dort noch einmal eintragen.',
    { field: 'envelope' },
  );
}
