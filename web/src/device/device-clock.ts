/** What a clock may be wrong by before anybody is told, in ms: no date comes out wrong by less. */
const TOLERATED = 5 * 60_000;

/** Smaller changes are how long the answer took and the rounding of the header, in ms. */
const NOISE = 3_000;

/** An answer that took longer says too little about when it was given, in ms. */
const TOO_SLOW = 10_000;

const STORED = 'olympia:clock';

/** What the difference is kept in, so that a start without a network knows it. */
interface Memory {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

/** How far this device's clock is from the server's, from the `Date` of its answers. */
export class DeviceClock {
  private offset: number;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly memory: Memory | null,
    private readonly clock: () => number = Date.now,
  ) {
    this.offset = Number(memory?.getItem(STORED)) || 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** How much this clock goes ahead (or behind, if negative) in ms; 0 if it is right. */
  readonly getAhead = (): number => (Math.abs(this.offset) < TOLERATED ? 0 : -this.offset);

  /** Takes an answer's `Date` header in. @param sentAt when it was asked for, on this device's clock */
  note(date: string | null, sentAt: number): void {
    const receivedAt = this.clock();
    // The header is cut to whole seconds.
    const given = Date.parse(date ?? '') + 500;
    if (Number.isNaN(given) || receivedAt < sentAt || receivedAt - sentAt > TOO_SLOW) return;
    const offset = Math.round(given - (sentAt + receivedAt) / 2);
    if (Math.abs(offset - this.offset) < NOISE) return;
    this.offset = offset;
    this.remember();
    this.listeners.forEach((listener) => listener());
  }

  /** The time it is, as the server would say: epoch ms. */
  readonly now = (): number => this.clock() + this.offset;

  private remember(): void {
    try {
      this.memory?.setItem(STORED, String(this.offset));
    } catch {
      // Not kept, then: with the next answer it is known again.
    }
  }
}

/** Reading `localStorage` throws where the browser forbids it. */
function memory(): Memory | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}

export const deviceClock = new DeviceClock(memory());
