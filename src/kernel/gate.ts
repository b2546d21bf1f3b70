import { Problem } from './problem/problem.js';

/** How much of it is taken. */
export interface Load {
  /** The most that may run at once. */
  size: number;
  running: number;
  waiting: number;
}

/** Lets `size` pieces of work run at once and `queue` more wait; whoever comes beyond that is told to come back (503). */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly size: number,
    private readonly queue: number,
  ) {}

  get load(): Load {
    return { size: this.size, running: this.running, waiting: this.waiting.length };
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** How full the queue is: 0 when nobody waits, 1 when the next one is refused. */
  get crowding(): number {
    return this.queue === 0 ? Number(this.running >= this.size) : this.waiting.length / this.queue;
  }

  /** Takes a place; the returned function gives it back and may be called more than once. */
  async enter(): Promise<() => void> {
    if (this.running < this.size) this.running += 1;
    else await this.waitForPlace();
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.leave();
    };
  }

  private waitForPlace(): Promise<void> {
    if (this.waiting.length >= this.queue) throw Problem.busy();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
