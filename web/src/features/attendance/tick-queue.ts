import { asProblem, type Problem } from '../../api/problem';
import type { AttendanceMark, AttendanceState, WantedMark } from '../../api/types';

/** What somebody tapped: null takes a mark back. */
export interface Tick {
  registrationId: string;
  sessionId: string;
  state: AttendanceState | null;
  minutes: number | null;
}

type Place = Pick<Tick, 'registrationId' | 'sessionId'>;

export interface TickParts {
  send: (marks: WantedMark[]) => Promise<AttendanceMark[]>;
  /** The version of the mark that is shown; 0 if there is none. */
  versionOf: (place: Place) => number;
  /** What the server has now, to be shown. */
  onSaved: (marks: AttendanceMark[]) => void;
  /** Refused for good: what was tapped is gone, and the list is read anew. */
  onRefused: (problem: Problem) => void;
  /** Keeps what is not sent yet beyond this page. */
  keep: (waiting: Tick[]) => void;
}

export interface TickSnapshot {
  /** Tapped and not yet confirmed. */
  waiting: readonly Tick[];
  /** The last attempt got no answer. */
  stuck: boolean;
}

const RETRY_AFTER = 5_000;

const keyOf = ({ registrationId, sessionId }: Place): string => `${registrationId} ${sessionId}`;

/**
 * Ticks on their way: shown at once, sent one request at a time, kept on the device until the server has answered. Without a network they
 * wait; sending one twice is no harm.
 */
export class TickQueue {
  private readonly waiting = new Map<string, Tick>();
  /** What was sent last for each place, answered or not. */
  private readonly attempted = new Map<string, Tick>();
  private readonly listeners = new Set<() => void>();
  private snapshot: TickSnapshot = { waiting: [], stuck: false };
  private sending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly parts: TickParts,
    kept: readonly Tick[] = [],
  ) {
    for (const tick of kept) this.waiting.set(keyOf(tick), tick);
    this.snapshot = { waiting: [...kept], stuck: kept.length > 0 };
  }

  readonly getSnapshot = (): TickSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  put(ticks: readonly Tick[]): void {
    for (const tick of ticks) this.waiting.set(keyOf(tick), tick);
    this.tell(this.snapshot.stuck);
    void this.flush();
  }

  /** Sends what waits, until nothing does or no answer comes. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      while (this.waiting.size > 0 && (await this.sendBatch([...this.waiting.values()])));
    } finally {
      this.sending = false;
    }
  }

  /** No attempts any more; what waits stays on the device. */
  stop(): void {
    clearTimeout(this.timer);
  }

  /** @returns whether to go on */
  private async sendBatch(batch: Tick[]): Promise<boolean> {
    const marks = batch.map((tick) => ({ ...tick, version: this.parts.versionOf(tick) }));
    try {
      const saved = await this.parts.send(marks);
      this.parts.onSaved(saved);
      this.done(batch);
      return true;
    } catch (error) {
      return this.settle(batch, asProblem(error));
    } finally {
      for (const tick of batch) this.attempted.set(keyOf(tick), tick);
    }
  }

  private settle(batch: Tick[], problem: Problem): boolean {
    if (problem.passes || problem.status === 401) {
      this.tell(true);
      this.timer = setTimeout(() => void this.flush(), RETRY_AFTER);
      return false;
    }
    // The answer to an earlier attempt was lost: what "somebody else" has ticked is our own.
    const current = marksIn(problem.current);
    if (problem.status === 412 && current.length > 0 && current.every((mark) => this.isOwn(mark))) {
      this.parts.onSaved(current);
      return true;
    }
    this.done(batch);
    this.parts.onRefused(problem);
    return true;
  }

  private isOwn(mark: AttendanceMark): boolean {
    const attempted = this.attempted.get(keyOf(mark));
    return attempted !== undefined && attempted.state === mark.state;
  }

  /** What was tapped again meanwhile still waits. */
  private done(batch: Tick[]): void {
    for (const tick of batch) if (this.waiting.get(keyOf(tick)) === tick) this.waiting.delete(keyOf(tick));
    this.tell(false);
  }

  private tell(stuck: boolean): void {
    this.snapshot = { waiting: [...this.waiting.values()], stuck: stuck && this.waiting.size > 0 };
    this.parts.keep([...this.waiting.values()]);
    this.listeners.forEach((listener) => listener());
  }
}

function marksIn(current: unknown): AttendanceMark[] {
  if (typeof current !== 'object' || current === null || !('items' in current)) return [];
  return Array.isArray(current.items) ? (current.items as AttendanceMark[]) : [];
}
