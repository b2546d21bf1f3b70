import { OTHER_PERSON } from '../api/author';
import { asProblem, Problem } from '../api/problem';
import { texts } from '../texts/de';
import type { OutboxEntry, OutboxKind, OutboxKinds, Outcome } from './entry';
import { goOn, versionsIn } from './known-versions';
import { dueOf, sharesLane, type Which } from './lanes';
import type { Ledger } from './ledger';
import { pauseAfter } from './pause';
import { isWaiting, type Row } from './row';
import { confirmed, refused, settled } from './row-steps';
import { saysWhatWasSent } from './same-content';
import type { SealingKey } from './sealing';

export type StoredRecord = OutboxKinds[OutboxKind]['record'];

/** The ways to the server, and one tab at a time. */
export interface CourierParts {
  /** As its author, whom the server holds against who is signed in. Null for an entry that was taken back. */
  deliver: (entry: OutboxEntry, accountId: string) => Promise<StoredRecord | null>;
  /** For anybody, with the proof inside. @throws Problem also if the answer is about something else */
  deliverSealed: (rowId: string, envelope: string) => Promise<{ held: boolean }>;
  /** The account that the browser's session belongs to now; null if there is none. */
  signedInAccount: () => Promise<string | null>;
  sealingKey: () => Promise<SealingKey | null>;
  passes: (error: unknown) => boolean;
  alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Null record: it is not there any more. */
export type Confirmed = (entry: OutboxEntry, record: StoredRecord | null) => void;
/** Sealed entries have arrived; what the server made of them can be read there. */
export type Arrived = (entry: OutboxEntry | null) => void;

type Way = 'open' | 'sealed';

const WAITING: Outcome = { state: 'waiting' };

/** What the server says about a house that is not, or no longer, the author's. */
const NOT_THEIRS: readonly string[] = ['not_found', 'forbidden'];

/** Entries that say all there is to say, whatever their author may still see. */
const NEW_RECORDS: readonly OutboxKind[] = ['activity', 'trial', 'not_done'];

/** Brings rows to the server. */
export class Courier {
  readonly confirmedListeners = new Set<Confirmed>();
  readonly arrivedListeners = new Set<Arrived>();
  /** Asked once a round: on a slow line each question costs as much as an entry. The server holds each entry against its author. */
  private signedIn: Promise<string | null> | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly parts: CourierParts,
  ) {}

  /** Sends what is due, oldest first, and stops when there is no network. Never throws: what is not sent waits. */
  async flush({ hurry = false, only }: Partial<Which> = {}): Promise<Outcome | undefined> {
    try {
      return await this.parts.alone(async () => {
        const rows = await this.sealRest(await this.ledger.reload());
        await this.sweep(rows);
        const account = this.ledger.vault?.identity.accountId;
        const due = dueOf(rows, { hurry, only, account }, Date.now());
        if (due.length === 0) return undefined;
        this.ledger.update({ sending: true });
        this.signedIn = null;
        try {
          return await this.sendAll(due);
        } finally {
          this.ledger.update({ sending: false });
        }
      });
    } catch (error) {
      asProblem(error);
      return WAITING;
    }
  }

  /** @returns what became of the last one */
  private async sendAll(due: readonly Row[]): Promise<Outcome | undefined> {
    let outcome: Outcome | undefined;
    const held: Row[] = [];
    for (const row of due) {
      if (held.some(sharesLane(row))) {
        outcome = WAITING;
        continue;
      }
      const step = await this.send(row);
      outcome = step.outcome;
      if (step.unreachable) return WAITING;
      if (outcome?.state === 'waiting') held.push(row);
    }
    return outcome;
  }

  /**
   * A person may act while the network is slow, so each step starts from what is stored then.
   * @param chosen instead of the way that would be found
   */
  private async send(
    row: Row,
    chosen?: Way,
  ): Promise<{ outcome: Outcome | undefined; unreachable?: boolean }> {
    const entry = (await this.ledger.vault?.entryOf(row)) ?? null;
    let way: Way | null = null;
    try {
      way = chosen ?? (await this.wayFor(row, entry));
      if (way === null) return { outcome: WAITING };
      const sent = await this.markSent(row, way);
      if (!sent) return { outcome: undefined };
      return { outcome: await this.bring(sent, entry, way) };
    } catch (error) {
      if (way === 'open' && isWithoutHouse(row, entry, asProblem(error))) return this.send(row, 'sealed');
      return this.settle(row, entry, way, error);
    }
  }

  /** What may have arrived sealed is asked about sealed; else the author's own way, which says what became of it. */
  private async wayFor(row: Row, entry: OutboxEntry | null): Promise<Way | null> {
    const canSeal = row.sealed !== null && row.sealedRefusal === null;
    if (canSeal && row.sentSealed && row.state === 'sent') return 'sealed';
    const mayAsk = entry !== null && this.ledger.vault?.identity.hasSession === true;
    if (mayAsk && (await this.isSignedIn(row.accountId))) return 'open';
    return canSeal ? 'sealed' : null;
  }

  private async isSignedIn(accountId: string): Promise<boolean> {
    this.signedIn ??= this.parts.signedInAccount();
    return (await this.signedIn) === accountId;
  }

  private async markSent(row: Row, way: Way): Promise<Row | undefined> {
    let sent: Row | undefined;
    const marking = this.ledger.change(row.lanes, (rows) => {
      const now = rows.find((one) => one.rowId === row.rowId && isWaiting(one));
      sent = now && { ...now, state: 'sent', sentSealed: way === 'sealed' };
      return { put: sent ? [sent] : [] };
    });
    await ifThereIsRoom(marking);
    return sent;
  }

  private async bring(row: Row, entry: OutboxEntry | null, way: Way): Promise<Outcome | undefined> {
    if (way === 'sealed' || !entry) return this.bringSealed(row, entry);
    const sent = await goOn(entry, row.known);
    const record = await this.parts.deliver(sent, row.accountId);
    if (record && !(record.id === row.recordId && saysWhatWasSent(sent, record))) throw otherContent(record);
    const versions = record ? await versionsIn(sent, record) : {};
    this.ledger.remember(versions);
    await ifThereIsRoom(this.ledger.write(row.lanes, (rows) => confirmed(row, rows, versions)));
    // Told just before the device's copy goes, so that a page that shows both never shows neither.
    tell(this.confirmedListeners, (listener) => listener(sent, record));
    await this.ledger.change(row.lanes, (rows) => settled(row, rows));
    return record ? { state: 'confirmed', record } : undefined;
  }

  private async bringSealed(row: Row, entry: OutboxEntry | null): Promise<Outcome> {
    const { held } = await this.parts.deliverSealed(row.rowId, row.sealed ?? '');
    await ifThereIsRoom(this.ledger.write(row.lanes, (rows) => confirmed(row, rows, {})));
    await this.ledger.change(row.lanes, (rows) => settled(row, rows));
    tell(this.arrivedListeners, (listener) => listener(entry));
    return { state: 'arrived', held };
  }

  /** After a failure: wait and try again, or ask the person for help. */
  private async settle(row: Row, entry: OutboxEntry | null, way: Way | null, error: unknown) {
    const problem = asProblem(error);
    if (problem.code === OTHER_PERSON) this.signedIn = null;
    if (way === null || this.parts.passes(error)) {
      const attempts = row.attempts + 1;
      const notBefore = Date.now() + pauseAfter(attempts, problem.retryAfter, Math.random());
      // 401 says that the envelope was not taken: its author may bring it.
      const unwelcome = way === 'sealed' && problem.status === 401;
      const sentSealed = way === 'sealed' && !unwelcome;
      await this.progress(row, { attempts, notBefore, unwelcome, ...(way && { sentSealed }) });
      return { outcome: WAITING, unreachable: isUnreachable(problem) };
    }
    if (way === 'sealed' || !entry) {
      await this.progress(row, { state: 'new', sentSealed: false, sealedRefusal: problem.code });
      return { outcome: WAITING };
    }
    await this.refuse(row, problem);
    return { outcome: { state: 'refused' as const, problem } };
  }

  private progress(row: Row, step: Partial<Row>): Promise<void> {
    return this.ledger.change(row.lanes, (rows) => {
      const now = rows.find(({ rowId }) => rowId === row.rowId);
      return { put: now ? [{ ...now, ...step }] : [] };
    });
  }

  private async refuse(row: Row, { code, message: title, errors, current }: Problem): Promise<void> {
    const { vault } = this.ledger;
    const seal = vault ? await vault.sealRefusal(row, { code, title, errors, current }) : null;
    await this.ledger.change(row.lanes, (rows) =>
      refused(row, rows, { seal, code }, (one) => vault?.kindOf(one)),
    );
  }

  /** Rows that were made before the server's key was known get their envelope. */
  private async sealRest(rows: readonly Row[]): Promise<readonly Row[]> {
    const { vault } = this.ledger;
    const open = rows.filter((row) => isWaiting(row) && row.sealed === null);
    const key = vault && open.length > 0 ? await this.parts.sealingKey() : null;
    if (!vault || !key) return rows;
    for (const row of open) {
      const sealed = await vault.envelopeOf(row, key);
      if (sealed) await this.progress(row, { sealed });
    }
    return this.ledger.reload();
  }

  /** Rows that were confirmed when the page was closed, before they could be removed. */
  private async sweep(rows: readonly Row[]): Promise<void> {
    for (const row of rows.filter(({ state }) => state === 'confirmed'))
      await this.ledger.change(row.lanes, (now) => settled(row, now));
  }
}

/** How far a row has come is not worth stopping for: what is sent is what frees a full disk. */
async function ifThereIsRoom(step: Promise<void>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (asProblem(error).code !== 'storage_full') throw error;
  }
}

/** What a page makes of it is none of the courier's business. */
function tell<T>(listeners: ReadonlySet<T>, how: (listener: T) => void): void {
  listeners.forEach((listener) => {
    try {
      how(listener);
    } catch (error) {
      asProblem(error);
    }
  });
}

/**
 * The author has no such house any more, or it has become part of another one: nothing that they could mend. Sealed, it comes to where it
 * belongs today, and be it to the lead. What was taken back is no case: the server does not have it.
 */
function isWithoutHouse(row: Row, entry: OutboxEntry | null, { code }: Problem): boolean {
  const isNew = entry !== null && NEW_RECORDS.includes(entry.kind) && !row.withdrawn;
  return isNew && NOT_THEIRS.includes(code) && row.sealed !== null && row.sealedRefusal === null;
}

/** No further attempt makes sense now, with this row or another. */
function isUnreachable({ status, code }: Problem): boolean {
  return (status === 0 && code !== 'unexpected') || [408, 429, 502, 503, 504].includes(status);
}

function otherContent(record: StoredRecord): Problem {
  return new Problem({
    status: 200,
    code: 'other_content',
    title: texts.keeping.otherContent,
    current: record,
  });
}
