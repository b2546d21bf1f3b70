import { letterCount } from '../../kernel/validation/text-rules.js';
import { COMMON_WORDS } from './common-words.js';

/** Of a password alone. */
export const MIN_LENGTH = 15;
/** Beside a second factor (NIST SP 800-63B). */
export const MIN_LENGTH_WITH_FACTOR = 8;
export const MAX_LENGTH = 128;
const MIN_OWN_LETTERS = 6;
const MIN_DIFFERENT = 6;

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** How long the account's password must be at least. */
export function minLengthFor(hasSecondFactor: boolean): number {
  return hasSecondFactor ? MIN_LENGTH_WITH_FACTOR : MIN_LENGTH;
}

/** Whether a password is good only as long as there is a second factor. */
export function isShort(password: string): boolean {
  return letterCount(password) < MIN_LENGTH;
}

/**
 * Long instead of complicated (NIST SP 800-63B): no rules of composition, but no password that consists of what an attacker tries first –
 * common words, words of the programme, the person's own name, runs on the keyboard.
 * @returns a German sentence, or null when the password is good
 */
export function passwordFault(
  password: string,
  person: { name: string; email: string },
  minLength = MIN_LENGTH,
): string | null {
  const length = letterCount(password);
  if (length < minLength)
    return `Passwort: bitte mindestens ${minLength} Zeichen wählen, zum Beispiel vier Wörter hintereinander.`;
  if (length > MAX_LENGTH) return `Passwort: bitte höchstens ${MAX_LENGTH} Zeichen wählen.`;
  return isGuessable(password, person)
    ? 'Passwort: Das ist zu leicht zu erraten. Bitte keine üblichen Wörter, Zahlenfolgen oder den eigenen Namen verwenden.'
    : null;
}

function isGuessable(password: string, person: { name: string; email: string }): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < MIN_DIFFERENT) return true;
  const words = [...ownWords(person), ...COMMON_WORDS].sort((a, b) => b.length - a.length);
  return [plain, withoutLookalikes(plain)].some((text) => ownLetters(text, words) < MIN_OWN_LETTERS);
}

/** How much is left when everything that can be guessed is taken out. */
function ownLetters(text: string, words: string[]): number {
  let rest = text;
  for (const word of words) rest = rest.split(word).join('');
  rest = rest.replace(/[^\p{L}\d]/gu, '').replace(/(.)\1{2,}/gu, '');
  return letterCount(rest.replace(/(?:19|20)\d\d|\d{1,4}$/gu, ''));
}

function withoutLookalikes(text: string): string {
  return [...text].map((sign) => LOOKALIKES[sign] ?? sign).join('');
}

function ownWords({ name, email }: { name: string; email: string }): string[] {
  return `${name} ${email}`
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3);
}
