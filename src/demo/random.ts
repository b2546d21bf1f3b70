/** A choice with its weight; weights need not sum to one. */
export type Weighted<T> = readonly (readonly [choice: T, weight: number])[];

/**
 * Repeatable chance: the same seed draws the same numbers on every machine.
 *
 * The generator is sfc32 ("small fast counter" of PractRand, public domain), its state filled from the seed text by FNV-1a. Only
 * integer arithmetic and divisions are used, because `Math.exp` and its like may differ between engines. Not for secrets.
 */
export class Random {
  private readonly state: Uint32Array;

  constructor(private readonly seed: string) {
    this.state = Uint32Array.of(hash(seed, 1), hash(seed, 2), hash(seed, 3), 1);
    for (let round = 0; round < 12; round++) this.uint32();
  }

  /** A stream of its own: what is drawn there never shifts what is drawn here. */
  branch(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** 0 ≤ x < 1. */
  unit(): number {
    return this.uint32() / 0x1_0000_0000;
  }

  /** min ≤ x < max. */
  between(min: number, max: number): number {
    return min + this.unit() * (max - min);
  }

  /** A whole number, both ends included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.unit() * (max - min + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.unit() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** @throws RangeError when no choice has a weight. */
  weighted<T>(choices: Weighted<T>): T {
    let left = this.unit() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    throw new RangeError('no choice has a weight');
  }

  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, order: this.uint32() }))
      .sort((left, right) => left.order - right.order)
      .map(({ item }) => item);
  }

  /** A UUID of version 7: the instant (milliseconds since 1970) first, so that later rows stand later in the index. */
  uuid(instant: number): string {
    const time = instant.toString(16).padStart(12, '0');
    const version = (0x7000 | (this.uint32() & 0x0fff)).toString(16);
    const variant = (0x8000 | (this.uint32() & 0x3fff)).toString(16);
    const tail = hex(this.uint32()) + hex(this.uint32()).slice(4);
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${tail}`;
  }

  private uint32(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.state;
    const result = (a + b + counter) >>> 0;
    this.state.set([b ^ (b >>> 9), c + (c << 3), ((c << 21) | (c >>> 11)) + result, counter + 1]);
    return result;
  }
}

/** FNV-1a over the UTF-16 units of the text, started differently for each `round`. */
function hash(text: string, round: number): number {
  let value = (0x811c9dc5 ^ Math.imul(round, 0x9e3779b9)) >>> 0;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
