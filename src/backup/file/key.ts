import { hkdfSync, scrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EXIT, Refusal } from '../refusal.js';

/** What opens a backup: words that somebody remembers, or the bytes of a file that somebody keeps. */
export type Secret = { passphrase: string } | { keyFile: Buffer };

/** How the key of one file follows from the secret; stands in the file's header. */
export type Derivation =
  { by: 'scrypt'; N: number; r: number; p: number; salt: string } | { by: 'hkdf-sha256'; salt: string };

export interface FileKeys {
  /** AES-256, for this file alone: each file has a salt of its own. */
  encryption: Buffer;
  /** Tells a wrong key from a changed file before anything is decrypted; says nothing about the key itself. */
  check: string;
}

// What OWASP recommends: 128 MiB and about half a second for each guess.
const COST = { N: 2 ** 17, r: 8, p: 1 };
const MAX_COST = 2 ** 20;
const SHORTEST_KEY_FILE = 32;

/** @throws Refusal where the file cannot be read or is too short to be a key */
export function readKeyFile(path: string): Secret {
  try {
    const keyFile = readFileSync(path);
    if (keyFile.length >= SHORTEST_KEY_FILE) return { keyFile };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(EXIT.failed, `The key file ${path} cannot be read (${code ?? 'unknown'}).`);
  }
  throw new Refusal(
    EXIT.failed,
    `The key file ${path} is shorter than ${SHORTEST_KEY_FILE} bytes; make one with "openssl rand -out ${path} 32".`,
  );
}

export function newDerivation(secret: Secret, salt: Buffer): Derivation {
  const text = salt.toString('base64');
  return 'passphrase' in secret ? { by: 'scrypt', ...COST, salt: text } : { by: 'hkdf-sha256', salt: text };
}

/** @throws Refusal when the file wants the other kind of secret, or costs that no file of ours has */
export async function deriveKeys(secret: Secret, derivation: Derivation): Promise<FileKeys> {
  const salt = Buffer.from(derivation.salt, 'base64');
  const master = await masterKey(secret, derivation, salt);
  const part = (name: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', master, salt, `olympia-ruft backup ${name}`, length));
  return { encryption: part('encryption', 32), check: part('check', 16).toString('base64') };
}

function masterKey(secret: Secret, derivation: Derivation, salt: Buffer): Promise<Buffer> | Buffer {
  if (derivation.by === 'hkdf-sha256') {
    if ('keyFile' in secret) return secret.keyFile;
    throw otherSecret('a key file, not with a passphrase: set OLYMPIA_BACKUP_KEY_FILE');
  }
  if (!('passphrase' in secret))
    throw otherSecret('a passphrase, not with a key file: set OLYMPIA_BACKUP_PASSPHRASE');
  const { N, r, p } = derivation;
  return scrypted(secret.passphrase.normalize('NFC'), salt, { N, r, p });
}

/** The costs come from a header that nobody has vouched for yet. */
function scrypted(passphrase: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const { N, r, p } = cost;
  const sane = [N, r, p].every(Number.isSafeInteger) && N > 1 && r > 0 && p > 0 && N * r * p <= MAX_COST * 8;
  return new Promise((resolve, reject) => {
    const refuse = (): void =>
      reject(new Refusal(EXIT.file, 'The file asks for a key in a way that this program does not know.'));
    if (!sane || (N & (N - 1)) !== 0) return refuse();
    scrypt(passphrase, salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? refuse() : resolve(key),
    );
  });
}

function otherSecret(wanted: string): Refusal {
  return new Refusal(EXIT.file, `The file was encrypted with ${wanted}.`);
}
