/** Numbers that look random and are the same every time (xorshift32): the same children give the same publication. */
export class Random {
  private state: number;

  constructor(seed: number) {
    // Seeds that follow each other shall not begin alike.
    this.state = Math.imul(seed, 0x9e3779b1) | 1;
    for (let i = 0; i < 8; i++) this.below(2);
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return ((this.state >>> 8) & 0xffffff) % end;
  }
}
