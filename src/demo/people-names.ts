import type { Random } from './random.js';
import { FAMILY_NAMES, FIRST_NAMES } from './words-people.js';

/** Deals first and family names so that nobody in the city bears another's. @throws RangeError after 1,600 people */
export function nameDealer(random: Random): () => string {
  const deck = random.shuffled(
    FIRST_NAMES.flatMap((first) => FAMILY_NAMES.map((family) => `${first} ${family}`)),
  );
  return () => {
    const name = deck.pop();
    if (name === undefined) throw new RangeError('more people than names');
    return name;
  };
}

/** An address below `.invalid` (RFC 2606): no mail ever arrives anywhere. */
export function invalidEmail(name: string): string {
  return `${asciiWords(name).join('.')}@demo.invalid`;
}

function asciiWords(text: string): string[] {
  const marks: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  const ascii = text.toLowerCase().replace(/[äöüß]/g, (letter) => marks[letter] ?? letter);
  return ascii.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
