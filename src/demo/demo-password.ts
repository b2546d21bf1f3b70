import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Letters that sit on the same key of German and English keyboards and are not mistaken for each other. */
const CONSONANTS = 'bdfghkmnprstvw';
const VOWELS = 'aeiou';
const GROUPS = 5;
const SYLLABLES_IN_A_GROUP = 2;

/**
 * The password of the demo's sign-ins: the one that was set, or one made at the first start and kept in the data directory,
 * readable for its owner alone.
 */
export function demoPassword(dataDir: string, chosen: string | null): string {
  if (chosen) return chosen;
  const file = join(dataDir, 'demo-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = speakablePassword();
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}

/** Such as "kebo-tafi-rulo-pasu-gimo": 61 bits, easy to read out and to type on a phone. */
export function speakablePassword(): string {
  const syllable = (): string => pick(CONSONANTS) + pick(VOWELS);
  const group = (): string => Array.from({ length: SYLLABLES_IN_A_GROUP }, syllable).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

function pick(letters: string): string {
  return letters.charAt(randomInt(letters.length));
}
