import { jest } from '@jest/globals';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { exportJWK, generateKeyPair } from 'jose';
import { unreachable } from '../api/problem';
import type { NewActivity } from '../api/types';
import type { StoredRecord } from './courier';
import { DATABASE } from './db';
import type { OutboxEntry } from './entry';
import type { Identity } from './identity';
import { openStores } from './open-store';
import { Outbox } from './outbox';
import { importStorageKey } from './own-seal';
import { digestOf, type SealingKey } from './sealing';
import { passes } from './senders';
import type { NewEntry } from './vault';

/** For the tests: a device with an IndexedDB of its own, on which windows are opened and closed, and a server that they reach or not. */
export class Device {
  readonly deliver = jest.fn<(entry: OutboxEntry, accountId: string) => Promise<StoredRecord | null>>();
  readonly deliverSealed = jest.fn<(rowId: string, envelope: string) => Promise<{ held: boolean }>>();
  readonly signedInAccount = jest.fn<() => Promise<string | null>>();
  sealingKey: SealingKey | null = null;
  /** Of the browser's session; null while nobody is signed in. */
  account: string | null = 'mira';
  private alone = inTurn();
  private readonly windows: Outbox[] = [];

  constructor() {
    globalThis.indexedDB = new IDBFactory();
    this.deliver.mockImplementation((entry) => Promise.resolve(recordOf(entry)));
    this.deliverSealed.mockImplementation(() => Promise.resolve({ held: false }));
    this.signedInAccount.mockImplementation(() => Promise.resolve(this.account));
  }

  /** A window on the device, for this person. */
  async open(identity: Identity | null): Promise<Outbox> {
    const outbox = new Outbox({
      store: openStores().then(({ rows }) => rows),
      sealingKey: () => Promise.resolve(this.sealingKey),
      deliver: this.deliver,
      deliverSealed: this.deliverSealed,
      signedInAccount: this.signedInAccount,
      passes,
      alone: this.alone,
      tellOthers: () => this.windows.forEach((other) => other !== outbox && void other.reload()),
      persist: () => undefined,
    });
    this.windows.push(outbox);
    await outbox.open(identity);
    return outbox;
  }

  /** Nothing gets through. */
  offline(): void {
    this.deliver.mockRejectedValue(unreachable());
    this.deliverSealed.mockRejectedValue(unreachable());
  }

  online(): void {
    this.deliver.mockImplementation((sent) => Promise.resolve(recordOf(sent)));
    this.deliverSealed.mockResolvedValue({ held: false });
  }

  /** The application is started again: its windows are gone, and the browser has freed their lock. */
  anotherStart(): this {
    this.windows.length = 0;
    this.alone = inTurn();
    return this;
  }

  /** What has been brought as the author, in order. */
  get brought(): string[] {
    return this.deliver.mock.calls.map(([{ id, withdrawn }]) => (withdrawn ? `${id} back` : id));
  }
}

export const body: NewActivity = {
  institutionId: 'house',
  groupId: 'group',
  heldOn: '2026-11-20',
  focusArea: 'active_learning',
  minutes: 30,
  childrenPresent: 20,
  note: 'Balancieren über den Kastendeckel',
};

export const entry = (id: string, changes: Partial<NewActivity> = {}): NewEntry<'activity'> => ({
  id,
  kind: 'activity',
  body: { ...body, ...changes },
  summary: `Bärengruppe: ${id}`,
});

/** What a server says that stores everything as it comes. */
export function recordOf({ id, kind, body: sent, withdrawn }: OutboxEntry): StoredRecord | null {
  if (withdrawn) return null;
  if (kind === 'attendance')
    return {
      id,
      marks: sent.marks.map((mark) => ({ ...mark, minutes: mark.minutes ?? 0, version: mark.version + 1 })),
    };
  const fields = kind === 'activity_change' ? { ...body, ...sent.changes } : sent;
  return { ...fields, id, version: 1 };
}

/** Whoever has this name signs in: the storage key comes from the server and is the same each time. */
export async function identity(
  accountId: string,
  proof: Identity['proof'] = { ticket: `${accountId}-ticket` },
): Promise<Identity> {
  const secret = (await digestOf(accountId)).slice(0, 43);
  return { accountId, key: await importStorageKey(secret), proof, hasSession: true };
}

/** The server's key pair. */
export async function sealingPair(): Promise<{ sealing: SealingKey; privateKey: CryptoKey }> {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const { x = '', y = '' } = await exportJWK(publicKey);
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  return { sealing: { kid: 'k1', publicKey: jwk, validUntil: '2027-02-01T00:00:00Z' }, privateKey };
}

/** One after the other, as the browser's lock does it. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Everything in the database, as a thief reads it. */
export async function loot(): Promise<{ stores: string[]; text: string }> {
  const database = await openDB(DATABASE);
  const stores = [...database.objectStoreNames];
  const values = await Promise.all(stores.map((store) => database.getAll(store)));
  database.close();
  const texts = values.flat().map((value) => readable(value));
  return { stores, text: texts.join('\n') };
}

/** Bytes as whoever looks at them in a hex editor would read them. */
function readable(value: unknown): string {
  if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
  if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([field, inner]) => `${field}=${readable(inner)}`)
    .join(' ');
}
