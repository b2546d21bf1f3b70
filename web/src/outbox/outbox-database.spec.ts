import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openDB } from 'idb';
import { DATABASE } from './db';
import type { Identity } from './identity';
import { Device, entry, identity, loot } from './outbox-bench';

/** What a database on a device does that is full, closed, held by an old window or of an older release. */

let device: Device;
let mira: Identity;
beforeEach(async () => {
  jest.restoreAllMocks();
  device = new Device();
  mira = await identity('mira');
});
const hurry = { hurry: true };

describe('the database', () => {
  it('that is full refuses the entry before anything is shown, and a second word leaves the first as it was', async () => {
    device.offline();
    const outbox = await device.open(mira);
    await outbox.submit(entry('a'));
    const add = jest.spyOn(IDBObjectStore.prototype, 'add');
    add.mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(outbox.submit(entry('b'))).rejects.toMatchObject({ code: 'storage_full' });
    await expect(outbox.submit(entry('a', { minutes: 45 }))).rejects.toMatchObject({ code: 'storage_full' });
    add.mockRestore();
    expect(outbox.getSnapshot().entries).toMatchObject([{ id: 'a', body: { minutes: 30 }, state: 'sent' }]);
  });

  it('that is full still lets go out what it has', async () => {
    device.offline();
    const outbox = await device.open(mira);
    await outbox.submit(entry('a'));
    const put = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    device.online();
    await outbox.flush(hurry);
    put.mockRestore();
    expect(outbox.getSnapshot().entries).toEqual([]);
  });

  it('that was closed under pressure is opened anew, and the write done again', async () => {
    const outbox = await device.open(mira);
    const open = jest.spyOn(indexedDB, 'open');
    const begin = jest.spyOn(IDBDatabase.prototype, 'transaction');
    begin.mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    device.offline();
    await outbox.submit(entry('a'));
    expect(open).toHaveBeenCalled();
    expect(outbox.getSnapshot().entries).toMatchObject([{ id: 'a' }]);
    begin.mockRestore();
  });

  it('that an old window holds refuses the entry, and is read as soon as that is closed', async () => {
    const old = await openVersion1();
    jest.spyOn(console, 'error').mockReturnValue(undefined);
    const outbox = await device.open(mira);
    await expect(outbox.submit(entry('a'))).rejects.toMatchObject({ code: 'database_blocked' });
    old.close();
    // Asked for after the one that was blocked, and so answered after it.
    (await openDB(DATABASE)).close();
    await outbox.submit(entry('b'));
    expect(device.brought).toEqual(['b']);
    expect(outbox.getSnapshot()).toMatchObject({ entries: [], lasting: true });
  });

  it('of version 1 loses nothing: who is here sees and sends it, the others’ waits for them', async () => {
    const old = await openVersion1();
    const legacy = { withdrawn: false, attempts: 2, notBefore: 0, createdAt: 5, refusal: null };
    await old.put('entries', { ...entry('a'), ...legacy, accountId: 'mira', state: 'sent' });
    const refusal = { code: 'x', title: 'Zu kurz.', errors: [], current: null };
    await old.put('entries', { ...entry('b'), ...legacy, accountId: 'mira', state: 'needs_help', refusal });
    await old.put('entries', { ...entry('c'), ...legacy, accountId: 'jo', state: 'new' });
    old.close();
    const outbox = await device.open(mira);
    expect(outbox.getSnapshot()).toMatchObject({
      entries: [
        { id: 'a', state: 'sent', createdAt: 5, summary: 'Bärengruppe: a' },
        { id: 'b', state: 'needs_help', refusal: { title: 'Zu kurz.' } },
      ],
      foreign: { count: 1, oldest: 5 },
    });
    await outbox.flush(hurry);
    expect(device.brought).toEqual(['a']);
    await outbox.open(await identity('jo'));
    device.account = 'jo';
    await outbox.flush(hurry);
    expect(device.brought).toEqual(['a', 'c']);
    expect((await loot()).text.match(/recordId=\w+/g)).toEqual(['recordId=b']);
  });
});

function openVersion1() {
  return openDB(DATABASE, 1, {
    upgrade: (fresh) =>
      fresh.createObjectStore('entries', { keyPath: 'id' }).createIndex('accountId', 'accountId'),
  });
}
