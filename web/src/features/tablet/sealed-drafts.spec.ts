import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDB } from 'idb';
import { SealedDrafts } from './sealed-drafts';
import { TabletStore } from './tablet-store';

const CANARY = 'Rutschpartie mit Kissen';
const ANNA = 'a0000000-0000-4000-8000-000000000001';
const BEN = 'b0000000-0000-4000-8000-000000000002';

/** As the server gives it after a checked PIN: bytes in, a key that nobody gets out again. */
const storageKey = (byte: number) =>
  crypto.subtle.importKey('raw', new Uint8Array(32).fill(byte), 'AES-GCM', false, ['encrypt', 'decrypt']);

let store: TabletStore;
beforeEach(async () => {
  store = await TabletStore.open();
});
afterEach(async () => {
  await store.empty();
  store.close();
});

const drafts = () => new SealedDrafts(() => Promise.resolve(store));

/** Everything a thief finds, as one text. */
async function foundByAThief(): Promise<string> {
  const database = await openDB('olympia-tablet');
  const rows = await Promise.all([...database.objectStoreNames].map((name) => database.getAll(name)));
  database.close();
  return JSON.stringify(rows.flat(), (_key, value: unknown) =>
    value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value,
  );
}

describe('begun forms on a shared tablet', () => {
  it('come back to the same person after the lock, and to nobody else', async () => {
    const first = drafts();
    await first.open(ANNA, await storageKey(1));
    first.setItem('olympia:draft:form', CANARY);
    await first.close();
    expect(first.getItem('olympia:draft:form')).toBeNull();
    expect(await foundByAThief()).not.toContain(CANARY);

    const next = drafts();
    await next.open(BEN, await storageKey(2));
    expect(next.getItem('olympia:draft:form')).toBeNull();
    await next.open(ANNA, await storageKey(2));
    expect(next.getItem('olympia:draft:form')).toBeNull();
  });

  it('stay shut if the tablet is locked, or another sits down, while they are being read', async () => {
    const box = drafts();
    await box.open(ANNA, await storageKey(1));
    box.setItem('form', CANARY);
    await box.close();
    const opening = box.open(ANNA, await storageKey(1));
    await box.close();
    await opening;
    expect(box.getItem('form')).toBeNull();
    const again = box.open(ANNA, await storageKey(1));
    await box.open(BEN, null);
    await again;
    expect([box.getItem('form'), box.losing]).toEqual([null, false]);
    box.setItem('form', 'of Ben');
    expect([box.lasting, box.losing]).toEqual([false, true]);
  });

  it('are read with the right key, the latest word of each, and go for good once they are stored', async () => {
    const first = drafts();
    await first.open(ANNA, await storageKey(1));
    first.setItem('one', 'early');
    await first.close();
    await first.open(ANNA, await storageKey(1));
    expect(first.getItem('one')).toBe('early');
    first.setItem('one', 'late');
    first.setItem('two', 'other');
    await first.close();
    expect(await store.draftsOf(ANNA)).toHaveLength(2);

    await first.open(ANNA, await storageKey(1));
    expect([first.getItem('one'), first.getItem('two')]).toEqual(['late', 'other']);
    first.removeItem('one');
    await first.close();
    expect(await store.draftsOf(ANNA)).toHaveLength(1);
  });

  it('begun where no PIN can be checked are kept, but shown only after one has been', async () => {
    const box = drafts();
    await box.open(ANNA, await storageKey(1));
    box.setItem('form', 'from before');
    await box.close();

    await box.open(ANNA, null);
    expect(box.getItem('form')).toBeNull();
    expect(box.lasting).toBe(true);
    box.setItem('form', CANARY);
    await box.close();
    expect(await foundByAThief()).not.toContain(CANARY);

    await box.open(ANNA, await storageKey(1));
    expect(box.getItem('form')).toBe(CANARY);
  });

  it('stay where they are when the network comes back in the middle of work', async () => {
    const box = drafts();
    await box.open(ANNA, null);
    expect(box.lasting).toBe(false);
    box.setItem('form', CANARY);
    await box.open(ANNA, await storageKey(1));
    expect(box.getItem('form')).toBe(CANARY);
    await box.close();
    await box.open(ANNA, await storageKey(1));
    expect(box.getItem('form')).toBe(CANARY);
  });

  it('of somebody who never comes back go after a fortnight', async () => {
    const box = drafts();
    await box.open(ANNA, await storageKey(1));
    box.setItem('form', CANARY);
    await box.close();
    const [row] = await store.draftsOf(ANNA);
    await store.keepDraft({ ...row!, savedAt: Date.now() - 15 * 86_400_000 });
    await box.open(BEN, await storageKey(2));
    expect(await store.draftsOf(ANNA)).toEqual([]);
  });
});
