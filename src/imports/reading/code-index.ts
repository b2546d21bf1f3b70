import { grouped } from './grouped.js';
import { sameName } from './words.js';

/** Finds things by their short code: the one that is written the same way, else those that differ in capitals and blanks only. */
export class CodeIndex<T> {
  private readonly byCode: Map<string, T[]>;

  constructor(
    items: T[],
    private readonly codeOf: (item: T) => unknown,
  ) {
    const coded = items.filter((item) => typeof codeOf(item) === 'string');
    this.byCode = grouped(coded, (item) => sameName(String(codeOf(item))));
  }

  find(code: unknown): T[] {
    if (typeof code !== 'string') return [];
    const alike = this.byCode.get(sameName(code)) ?? [];
    const exact = alike.filter((item) => this.codeOf(item) === code);
    return exact.length > 0 ? exact : alike;
  }
}
