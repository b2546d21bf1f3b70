/** Finds what a word stands for, however it is written: capitals, accents, blanks and signs do not matter, `ue` is `ü`. */
export class WordIndex<T> {
  private readonly spelled = new Map<string, T>();
  private readonly meanings = new Map<string, T | null>();

  constructor(entries: Iterable<readonly [T, readonly string[]]>) {
    for (const [meaning, words] of entries) words.forEach((word) => this.add(word, meaning));
  }

  /** @returns undefined for an unknown word, and for a spelling that stands for several things */
  find(word: string): T | undefined {
    return this.spelled.get(sameName(word)) ?? this.meanings.get(folded(word)) ?? undefined;
  }

  private add(word: string, meaning: T): void {
    this.spelled.set(sameName(word), meaning);
    for (const form of [folded(word), folded(writtenOut(word))]) {
      const known = this.meanings.get(form);
      this.meanings.set(form, known === undefined || known === meaning ? meaning : null);
    }
  }
}

/** Letters and digits only, without capitals and accents. */
export function folded(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
}

/** Names are the same when they differ in capitals and blanks only. */
export function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function writtenOut(word: string): string {
  const long: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöü]/g, (letter) => long[letter] ?? letter);
}
