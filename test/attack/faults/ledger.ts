export type Kind = 'activity' | 'trial' | 'booking' | 'registration' | 'withdrawal' | 'house';

/** What became of a write, as far as the browser that sent it knows. */
export type Fate = 'pending' | 'acknowledged' | 'abandoned';

export type Content = Record<string, string | number | boolean>;

export interface Entry {
  kind: Kind;
  /** Of the record: made by the browser, or for registrations by the server, once it has answered. */
  id: string;
  fate: Fate;
  /** What was written, by the names of the API. */
  content: Content;
  /** Of what was sealed: the row on the device. */
  arrival?: string;
  /** Version that the acknowledged change of a house has made. */
  version?: number;
  /** How often it was sent. */
  attempts: number;
  /** How many of these attempts got no answer: each of them may have arrived. */
  unanswered: number;
}

/** The browsers' side of the story: what they have sent, and what they were told of it. */
export class Ledger {
  readonly entries: Entry[] = [];
  acknowledged = 0;
  /** Answered with what an earlier attempt had stored. */
  repeated = 0;
  /** Attempts without an answer, and those that were told to come back. */
  unanswered = 0;
  /** Called with each acknowledgement, before anything else happens. */
  onAcknowledged: (entry: Entry) => void = () => undefined;

  private readonly waiting: { at: number; go: () => void }[] = [];

  open(kind: Kind, id: string, content: Content): Entry {
    const entry: Entry = { kind, id, content, fate: 'pending', attempts: 0, unanswered: 0 };
    this.entries.push(entry);
    return entry;
  }

  acknowledge(entry: Entry): void {
    entry.fate = 'acknowledged';
    this.acknowledged += 1;
    this.onAcknowledged(entry);
    for (const { at, go } of this.waiting) if (this.acknowledged >= at) go();
  }

  /** Resolves when so many more writes have been acknowledged. */
  more(count: number): Promise<void> {
    const at = this.acknowledged + count;
    return new Promise((go) => this.waiting.push({ at, go }));
  }

  of(kind: Kind): Entry[] {
    return this.entries.filter((entry) => entry.kind === kind);
  }
}
