import { randomInt } from 'node:crypto';

/**
 * Signs that nobody mixes up when reading, writing or hearing them, in any case: none of 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V, E, A. 22 of them
 * make 4.46 bits each.
 */
export const READABLE_SIGNS = '34679CDFGHJKMNPQRTVWXY';

/** A random code of readable signs, from a cryptographic source. */
export function readableCode(length: number): string {
  return Array.from({ length }, () => READABLE_SIGNS.charAt(randomInt(READABLE_SIGNS.length))).join('');
}

/** What somebody typed, without blanks, dashes and small letters. */
export function readCodeTyped(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}
