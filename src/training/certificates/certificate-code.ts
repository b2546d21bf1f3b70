import { createHash, randomBytes } from 'node:crypto';

// Crockford's letters: none that is taken for another one (no I, L, O, U).
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = /.{4}/g;
const MISREAD: Record<string, string> = { I: '1', L: '1', O: '0' };

/** A new code of 100 random bits, in groups that can be read aloud: `7K3M-9QRT-…`. */
export function newCode(): string {
  // 256 is a multiple of 32, so each letter is as likely as any other.
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return (letters.match(GROUP) ?? []).join('-');
}

/** What somebody typed, read kindly: small letters, blanks and dashes anywhere, O for 0, I and L for 1. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter);
}

/**
 * What a code is looked up by. A hash, because an index compares letter by letter: the time it takes says something about the hash, and a
 * hash says nothing about the code.
 */
export function codeHash(typed: string): Buffer {
  return createHash('sha256').update(readCode(typed)).digest();
}
