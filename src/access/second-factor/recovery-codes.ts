import { createHash, randomInt } from 'node:crypto';

// Without i, l, o and u: nothing that looks like a digit, and no words by accident.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const COUNT = 10;
const BLOCKS = 4;
const BLOCK = 4;

/** Ten codes of 80 random bits, in blocks that can be copied from paper: `7k2m-x9qa-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => Array.from({ length: BLOCKS }, newBlock).join('-'));
}

/** What is stored. With 80 random bits a plain hash suffices; the account in it keeps equal codes apart. */
export function recoveryCodeHash(accountId: string, typed: string): Buffer {
  return createHash('sha256')
    .update(`${accountId}:${plain(typed)}`)
    .digest();
}

/** Capitals, blanks and dashes do not matter, nor letters that were read instead of digits. */
function plain(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
}

function newBlock(): string {
  return Array.from({ length: BLOCK }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
