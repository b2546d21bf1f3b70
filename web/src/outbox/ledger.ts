import { asProblem, Problem } from '../api/problem';
import { texts } from '../texts/de';
import type { OutboxEntry } from './entry';
import type { Identity } from './identity';
import type { KnownVersions } from './known-versions';
import type { LegacyEntry } from './legacy';
import { isWaiting, type Row } from './row';
import type { RowChanges, RowStore } from './row-store';
import type { SealingKey } from './sealing';
import type { Foreign, OutboxSnapshot } from './snapshot';
import { Vault } from './vault';

export interface LedgerParts {
  store: Promise<RowStore>;
  /** The server's key as it is known now, without asking for it. */
  sealingKey: () => Promise<SealingKey | null>;
  /** Tells the other tabs of this browser that something changed. */
  tellOthers: () => void;
}

const NOTHING: OutboxSnapshot = {
  entries: [],
  foreign: { count: 0, oldest: null },
  sending: false,
  loaded: false,
  lasting: true,
};

/** The rows on this device, and what the person who is here can read of them. */
export class Ledger {
  /** Of the person who is here. */
  vault: Vault | null = null;
  private snapshot = NOTHING;
  private readonly listeners = new Set<() => void>();
  private begun = 0;
  private shown = 0;
  private reached: KnownVersions = {};

  constructor(private readonly parts: LedgerParts) {}

  readonly getSnapshot = (): OutboxSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** From here on this person's entries are readable, and nobody's with null. */
  async open(identity: Identity | null): Promise<void> {
    const isSame = this.vault?.identity.accountId === identity?.accountId;
    this.vault = identity && new Vault(identity);
    if (!isSame) {
      this.reached = {};
      this.update({ entries: [], loaded: false });
    }
    try {
      if (this.vault) await this.takeOver(this.vault);
      await this.reload();
    } catch (error) {
      // What cannot be read now is read later; whoever wants to enter something is told then.
      asProblem(error);
    }
  }

  /** What a page was told a moment ago may be older than what a row on its way has just brought about. */
  remember(versions: KnownVersions): void {
    this.reached = { ...this.reached, ...versions };
  }

  /** @param keys hashes of lanes and records */
  versionsOf(keys: readonly string[]): Record<string, number> {
    return Object.fromEntries(Object.entries(this.reached).filter(([key]) => keys.includes(key)));
  }

  /** Reads the rows again, after this or another tab changed them. */
  async reload(): Promise<readonly Row[]> {
    const turn = ++this.begun;
    const { vault } = this;
    const store = await this.parts.store;
    const rows = await store.all();
    const legacy = await store.legacy();
    const entries = vault ? await readable(rows, vault) : [];
    // Two readings may overtake each other, and the person may have left meanwhile.
    if (turn > this.shown && vault === this.vault) {
      this.shown = turn;
      const foreign = foreignOf(rows, legacy, vault ? entries : []);
      this.update({ entries: latest(entries), foreign, loaded: true, lasting: store.lasting });
    }
    return rows;
  }

  /** "Gesichert" is only said once the bytes are on the disk, as a tablet may run empty at any time. @throws Problem if it could not be written */
  async add(lanes: readonly string[], how: (rows: readonly Row[]) => RowChanges): Promise<void> {
    await this.write(lanes, how, 'strict');
    await this.reload();
    this.parts.tellOthers();
  }

  /** How far rows have come: if a tablet forgets that, they are sent once more. @throws Problem if nothing could be written */
  async change(lanes: readonly string[], how: (rows: readonly Row[]) => RowChanges): Promise<void> {
    await this.write(lanes, how);
    await this.reload();
    this.parts.tellOthers();
  }

  /** The same before anybody is shown the new state. */
  async write(
    lanes: readonly string[],
    how: (rows: readonly Row[]) => RowChanges,
    durability: 'strict' | 'relaxed' = 'relaxed',
  ): Promise<void> {
    const store = await this.parts.store;
    try {
      await store.change(lanes, how, durability);
    } catch (error) {
      if (error instanceof Problem) throw error;
      asProblem(error);
      throw new Problem({ status: 507, code: 'storage_lost', title: texts.keeping.lost });
    }
  }

  update(change: Partial<OutboxSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.listeners.forEach((listener) => listener());
  }

  /** What version 1 kept in clear is kept like everything else from the moment its author is here. */
  private async takeOver(vault: Vault): Promise<void> {
    const store = await this.parts.store;
    const sealing = await this.parts.sealingKey();
    for (const entry of await store.legacy()) {
      if (entry.accountId === vault.identity.accountId)
        await store.takeOver(entry.id, await rowOfLegacy(entry, vault, sealing));
    }
  }
}

async function rowOfLegacy(entry: LegacyEntry, vault: Vault, sealing: SealingKey | null) {
  const { state, withdrawn, attempts, notBefore, createdAt, refusal } = entry;
  const row = await vault.rowOf(entry, sealing, { state, withdrawn, attempts, notBefore, createdAt });
  const seal = refusal && (await vault.sealRefusal({ ...row, seq: 0 }, refusal));
  return { ...row, refusal: seal };
}

async function readable(rows: readonly Row[], vault: Vault): Promise<OutboxEntry[]> {
  const entries = await Promise.all(rows.filter(isWaiting).map((row) => vault.entryOf(row)));
  return entries.filter((entry) => entry !== null);
}

/** The last word on each record; changes of an activity build on each other and are shown one by one. */
function latest(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const keyOf = ({ kind, id, rowId }: OutboxEntry) => (kind === 'activity_change' ? rowId : `${kind}/${id}`);
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

function foreignOf(
  rows: readonly Row[],
  legacy: readonly LegacyEntry[],
  own: readonly OutboxEntry[],
): Foreign {
  const ownRows = new Set(own.map(({ rowId }) => rowId));
  const others = [...rows.filter((row) => isWaiting(row) && !ownRows.has(row.rowId)), ...legacy];
  const oldest = Math.min(...others.map(({ createdAt }) => createdAt));
  return { count: others.length, oldest: others.length > 0 ? oldest : null };
}
