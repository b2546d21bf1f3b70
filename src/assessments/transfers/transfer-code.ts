import { createHash } from 'node:crypto';
import { readableCode, readCodeTyped } from '../../kernel/readable-code.js';

// 16 of 22 signs are 71 random bits.
const LENGTH = 16;
const GROUP = /.{4}/g;

/** A new code in groups that can be read aloud: `C7FK-9MRT-…`. */
export function newTransferCode(): string {
  return (readableCode(LENGTH).match(GROUP) ?? []).join('-');
}

/** What a code is looked up by; the code itself is kept nowhere. */
export function transferCodeHash(typed: string): Buffer {
  return createHash('sha256').update(readCodeTyped(typed)).digest();
}
