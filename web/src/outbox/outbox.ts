import { asProblem, Problem } from '../api/problem';
import { texts } from '../texts/de';
import { type Arrived, type Confirmed, Courier, type CourierParts } from './courier';
import type { OutboxEntry, OutboxKind, Outcome } from './entry';
import type { Identity } from './identity';
import { hashOf, type Which } from './lanes';
import { Ledger, type LedgerParts } from './ledger';
import type { NewRow, Row } from './row';
import { added } from './row-steps';
import type { OutboxSnapshot, SealedRow } from './snapshot';
import type { AnyNewEntry, NewEntry, Vault } from './vault';

export interface OutboxParts extends LedgerParts, CourierParts {
  /** Asks the browser not to clear its store when space gets short. */
  persist: () => void;
}

const WAITING: Outcome = { state: 'waiting' };

/** Longest time a person waits for the answer before being told that the entry is safe on the device, in ms. */
const PATIENCE = 8_000;

/**
 * The one place through which everything goes that people enter: kept on the device first, sent at once and again
 * until the server has answered with the same id and content. Only then the device's copy is removed.
 */
export class Outbox {
  private readonly ledger: Ledger;
  private readonly courier: Courier;

  constructor(private readonly parts: OutboxParts) {
    this.ledger = new Ledger(parts);
    this.courier = new Courier(this.ledger, parts);
  }

  readonly getSnapshot = (): OutboxSnapshot => this.ledger.getSnapshot();
  readonly subscribe = (listener: () => void): (() => void) => this.ledger.subscribe(listener);

  /** Told just before the device's copy goes, so that a page that shows both never shows neither. */
  readonly onConfirmed = (listener: Confirmed): (() => void) =>
    listen(this.courier.confirmedListeners, listener);

  /** Told when something has arrived sealed: what became of it has to be read anew. */
  readonly onArrived = (listener: Arrived): (() => void) => listen(this.courier.arrivedListeners, listener);

  /** Who is here; null while nobody is. */
  get identity(): Identity | null {
    return this.ledger.vault?.identity ?? null;
  }

  /** From here on this person's entries are shown, and what waits of others goes out sealed; null while nobody is here. */
  open(identity: Identity | null): Promise<void> {
    return this.ledger.open(identity);
  }

  /** Hands in an entry, or a corrected one under the same id. @throws Problem if it cannot be kept: then nothing was stored */
  async submit<K extends OutboxKind>(draft: NewEntry<K>): Promise<Outcome<K>> {
    const { rowId } = await this.add(draft, false);
    return this.outcomeOf(rowId);
  }

  /** The same for who does not wait for the answer: done when the entry is on the disk. @throws Problem as `submit` */
  async keep<K extends OutboxKind>(draft: NewEntry<K>): Promise<void> {
    const { rowId } = await this.add(draft, false);
    void this.sendNow(rowId);
  }

  /** Takes back what the server has, or may have; like an entry it waits until the server has answered. */
  async remove<K extends OutboxKind>(draft: NewEntry<K>): Promise<void> {
    const { rowId } = await this.add(draft, true);
    void this.sendNow(rowId);
  }

  /** Tries an entry once more that was refused, as it is. */
  retry(rowId: string): Promise<Outcome> {
    return this.outcomeOf(rowId);
  }

  /**
   * Takes an entry back, named by its record or its row: at once if it never left the device or was refused, else also from the server.
   * False if it does not wait here any more, because the server has confirmed it.
   */
  async withdraw(id: string): Promise<boolean> {
    const { entries } = this.getSnapshot();
    const entry = entries.find(({ rowId }) => rowId === id) ?? entries.findLast((one) => one.id === id);
    const row = entry && (await this.ledger.reload()).find(({ rowId }) => rowId === entry.rowId);
    if (!entry || !row) return false;
    if (await this.dropUnsent(entry, row)) return true;
    // Marked for the server to forget; the answer to what is on its way may come before.
    await this.remove(entry);
    return true;
  }

  /** Sends what is due. `hurry` ignores the pauses (the network is back, or a person asked). */
  flush({ hurry = false }: { hurry?: boolean } = {}): Promise<Outcome | undefined> {
    return this.courier.flush({ hurry });
  }

  /** Reads the rows again, after another tab changed them. */
  async reload(): Promise<void> {
    try {
      await this.ledger.reload();
    } catch (error) {
      asProblem(error);
    }
  }

  /** Everything that waits here and is sealed, whoever wrote it. */
  async sealedRows(): Promise<SealedRow[]> {
    const rows = await this.ledger.reload();
    return rows.flatMap(({ rowId, sealed, state, createdAt }) =>
      sealed && state !== 'confirmed' && state !== 'replaced'
        ? [{ id: rowId, envelope: sealed, createdAt }]
        : [],
    );
  }

  private async add<K extends OutboxKind>(draft: NewEntry<K>, withdrawn: boolean): Promise<NewRow> {
    const vault = await this.present();
    this.parts.persist();
    const sealing = await this.parts.sealingKey();
    if (!sealing && !vault.identity.hasSession) throw notKept('no_sealing_key', texts.keeping.noSealingKey);
    // A draft of one kind is one of some kind, which the compiler does not see for a kind that is yet to be named.
    const row = await vault.rowOf(draft as unknown as AnyNewEntry, sealing, { withdrawn });
    const keys = [...row.lanes, await hashOf(row.recordId)];
    await this.ledger.add(row.lanes, (rows) => {
      const known = this.ledger.versionsOf(keys);
      return added({ ...row, known }, rows, draft.kind, (one) => vault.kindOf(one));
    });
    return row;
  }

  /** Removes an entry if no word on it can have reached the server. */
  private async dropUnsent({ kind }: OutboxEntry, row: Row): Promise<boolean> {
    let dropped = false;
    const isMeant = (one: Row) =>
      one.rowId === row.rowId ||
      (kind !== 'activity_change' && one.recordId === row.recordId && one.accountId === row.accountId);
    await this.ledger.change(row.lanes, (rows) => {
      const meant = rows.filter(isMeant);
      dropped = meant.every(({ state }) => state !== 'sent' && state !== 'confirmed');
      return { remove: dropped ? meant : [] };
    });
    return dropped;
  }

  private async outcomeOf(rowId: string): Promise<Outcome> {
    return withPatience(this.sendNow(rowId).then((outcome) => outcome ?? WAITING));
  }

  private async sendNow(only: string): Promise<Outcome | undefined> {
    const outcome = await this.courier.flush({ only } satisfies Partial<Which>);
    const { entries, foreign } = this.getSnapshot();
    // The network is back: nothing has to wait for the end of its pause.
    const isThrough = outcome === undefined || outcome.state === 'confirmed' || outcome.state === 'arrived';
    if (isThrough && entries.length + foreign.count > 0) void this.flush({ hurry: true });
    return outcome;
  }

  /** The key of the person who is here; it may still be on its way when a page has just been opened. */
  private async present(): Promise<Vault> {
    const { ledger } = this;
    if (ledger.vault) return ledger.vault;
    let stop = () => {};
    const came = new Promise<Vault>((resolve) => {
      stop = ledger.subscribe(() => ledger.vault && resolve(ledger.vault));
    });
    const vault = await withTimeLimit(came, null);
    stop();
    if (vault) return vault;
    throw notKept('no_storage_key', texts.keeping.noKey);
  }
}

function notKept(code: string, title: string): Problem {
  return new Problem({ status: 507, code, title });
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The outcome, or "waiting" if it takes longer than a person wants to look at a turning wheel. */
function withPatience(outcome: Promise<Outcome>): Promise<Outcome> {
  return withTimeLimit(outcome, WAITING);
}

async function withTimeLimit<T, O>(work: Promise<T>, otherwise: O): Promise<T | O> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<O>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
