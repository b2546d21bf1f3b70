import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { compactDecrypt } from 'jose';
import { Problem, unreachable } from '../api/problem';
import type { Identity } from './identity';
import { offlineIdentity } from './keyring';
import { Device, entry, identity, loot, recordOf, sealingPair } from './outbox-bench';

/** What is on the device: for its owner, for the next person, for a thief, and after everything that can go wrong. */

let device: Device;
let mira: Identity;
beforeEach(async () => {
  jest.restoreAllMocks();
  device = new Device();
  mira = await identity('mira');
});
const hurry = { hurry: true };

describe('a thief', () => {
  const CANARIES = [
    'Kastendeckel',
    'Bärengruppe',
    'active_learning',
    'group',
    'house',
    '2026-11-20',
    'minutes',
    'ticket',
    'activity',
  ];

  it('finds no value in the database, neither while nor after somebody is signed in', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    const outbox = await device.open(mira);
    device.deliver.mockRejectedValueOnce(unreachable());
    await outbox.submit(entry('a'));
    device.deliver.mockRejectedValueOnce(
      new Problem({ status: 422, code: 'x', title: 'Kastendeckel', current: { note: 'Bärengruppe' } }),
    );
    await outbox.submit(entry('b'));
    expect(outbox.getSnapshot().entries).toHaveLength(2);
    const { stores, text } = await loot();
    expect(stores).toEqual(['entries', 'keys', 'rows']);
    expect(text.match(/rowId=/g)).toHaveLength(2);
    expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
  });
});

describe('signing out', () => {
  it('hides what waits from the next person, and it still goes out, sealed, with its proof', async () => {
    const { sealing, privateKey } = await sealingPair();
    device.sealingKey = sealing;
    device.offline();
    const outbox = await device.open(mira);
    await outbox.submit(entry('a'));
    await outbox.open(await identity('jo'));
    expect(outbox.getSnapshot()).toMatchObject({ entries: [], foreign: { count: 1 } });
    device.account = 'jo';
    device.online();
    await outbox.flush(hurry);
    expect(outbox.getSnapshot().foreign).toEqual({ count: 0, oldest: null });
    const [rowId, envelope] = device.deliverSealed.mock.lastCall!;
    const { plaintext, protectedHeader } = await compactDecrypt(envelope, privateKey);
    expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'k1', v: 1, eid: rowId });
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual({
      ...{
        v: 1,
        id: rowId,
        recordId: 'a',
        kind: 'activity',
        body: entry('a').body,
        withdrawn: false,
        author: 'mira',
      },
      proof: { ticket: 'mira-ticket' },
      notedAt: expect.stringMatching(/Z$/),
    });
  });

  it('with nobody signed in does the same, in the order of each record', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    device.offline();
    const outbox = await device.open(mira);
    for (const id of ['a', 'b', 'c']) await outbox.submit(entry(id));
    const rows = (await outbox.sealedRows()).map(({ id }) => id);
    await outbox.open(null);
    device.account = null;
    device.online();
    device.deliverSealed.mockClear();
    await outbox.flush(hurry);
    expect(device.deliverSealed.mock.calls.map(([rowId]) => rowId)).toEqual(rows);
    expect(outbox.getSnapshot().foreign.count).toBe(0);
  });

  it('and coming back shows the own entries again, which go out as one’s own', async () => {
    device.offline();
    const outbox = await device.open(mira);
    await outbox.submit(entry('a'));
    await outbox.open(null);
    await outbox.flush(hurry);
    expect(outbox.getSnapshot()).toMatchObject({ entries: [], foreign: { count: 1 } });
    await outbox.open(await identity('mira'));
    expect(outbox.getSnapshot()).toMatchObject({
      entries: [{ id: 'a', sealed: false }],
      foreign: { count: 0 },
    });
    device.online();
    await outbox.flush(hurry);
    expect(outbox.getSnapshot().entries).toEqual([]);
  });

  it('in another window lends nobody the session', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    const outbox = await device.open(mira);
    device.account = 'jo';
    expect(await outbox.submit(entry('a'))).toEqual({ state: 'arrived', held: false });
    expect(device.deliver).not.toHaveBeenCalled();
  });
});

describe('a locked tablet without a network', () => {
  it('keeps entries only if it can seal them, and only the server can read them after the lock', async () => {
    const pin = { pin: '246813' };
    const outbox = await device.open(await offlineIdentity('mira', pin));
    await expect(outbox.submit(entry('a'))).rejects.toMatchObject({ code: 'no_sealing_key' });
    const { sealing, privateKey } = await sealingPair();
    device.sealingKey = sealing;
    device.offline();
    await outbox.submit(entry('a'));
    expect(outbox.getSnapshot().entries).toMatchObject([{ id: 'a', sealed: true }]);
    await outbox.open(null);
    await outbox.open(await offlineIdentity('mira', pin));
    expect(outbox.getSnapshot()).toMatchObject({ entries: [], foreign: { count: 1 } });
    await outbox.open(null);
    device.account = null;
    device.deliverSealed.mockResolvedValue({ held: true });
    await outbox.flush(hurry);
    const { plaintext } = await compactDecrypt(device.deliverSealed.mock.lastCall![1], privateKey);
    expect(new TextDecoder().decode(plaintext)).toContain('"proof":{"pin":"246813"}');
    expect(outbox.getSnapshot().foreign.count).toBe(0);
  });
});

describe('an envelope', () => {
  it('that the server does not want stays for its author, who brings it', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    device.account = null;
    device.deliverSealed.mockRejectedValue(
      new Problem({ status: 422, code: 'unreadable_envelope', title: 'x' }),
    );
    const outbox = await device.open(mira);
    await outbox.submit(entry('a'));
    await outbox.open(null);
    await outbox.flush(hurry);
    expect(device.deliverSealed).toHaveBeenCalledTimes(1);
    expect(outbox.getSnapshot().foreign.count).toBe(1);
    device.account = 'mira';
    await outbox.open(mira);
    await outbox.flush(hurry);
    expect([device.brought, outbox.getSnapshot().entries]).toEqual([['a'], []]);
  });

  it('of an unknown device waits with growing pauses, and holds back nobody', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    device.deliverSealed.mockRejectedValue(new Problem({ status: 401, code: 'unknown_device', title: 'x' }));
    const jo = await device.open(await identity('jo'));
    await jo.submit(entry('j'));
    await jo.open(mira);
    await jo.submit(entry('a'));
    await jo.flush(hurry);
    expect(device.brought).toEqual(['a']);
    expect(device.deliverSealed).toHaveBeenCalledTimes(1);
    expect(jo.getSnapshot()).toMatchObject({ entries: [], foreign: { count: 1 } });
  });

  it('is made as soon as the server’s key is known', async () => {
    const outbox = await device.open(mira);
    device.offline();
    await outbox.submit(entry('a'));
    expect(await outbox.sealedRows()).toEqual([]);
    device.sealingKey = (await sealingPair()).sealing;
    await outbox.flush(hurry);
    expect(await outbox.sealedRows()).toHaveLength(1);
  });

  it('that may have arrived is asked about as such, also by its author', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    const outbox = await device.open(mira);
    device.account = null;
    device.deliverSealed.mockRejectedValueOnce(unreachable());
    await outbox.submit(entry('a'));
    device.account = 'mira';
    await outbox.flush(hurry);
    expect([device.brought, device.deliverSealed.mock.calls.length]).toEqual([[], 2]);
    expect(outbox.getSnapshot().entries).toEqual([]);
  });
});

describe('a window that is gone between two steps', () => {
  /** The server of these tests: what it has, by id. */
  const stored = new Map<string, number>();
  beforeEach(() => {
    stored.clear();
    device.deliver.mockImplementation((sent) => {
      stored.set(sent.id, (stored.get(sent.id) ?? 0) || 1);
      return Promise.resolve(recordOf(sent));
    });
  });

  /** From here on nothing of this window happens any more. */
  const never = () => new Promise<never>(() => undefined);

  it.each([
    ['before the sending', () => device.signedInAccount.mockImplementationOnce(never)],
    ['while it is sent', () => device.deliver.mockImplementationOnce(never)],
    [
      'before the answer came',
      () =>
        device.deliver.mockImplementationOnce((sent) => {
          stored.set(sent.id, 1);
          return never();
        }),
    ],
  ])('%s loses and doubles nothing', async (_, dies) => {
    dies();
    const first = await device.open(mira);
    await first.keep(entry('a'));
    await until(() => device.signedInAccount.mock.calls.length > 0);
    // The browser frees the lock of a window that is gone.
    const survivors = device.anotherStart();
    const second = await survivors.open(mira);
    await second.flush(hurry);
    expect([...stored]).toEqual([['a', 1]]);
    expect(second.getSnapshot().entries).toEqual([]);
    expect((await loot()).text).not.toContain('rowId=');
  });

  it('after the answer, before the copy is gone', async () => {
    const first = await device.open(mira);
    const remove = jest.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('gone', 'NotFoundError');
    });
    jest.spyOn(console, 'error').mockReturnValueOnce(undefined);
    await first.submit(entry('a'));
    remove.mockRestore();
    expect((await loot()).text).toContain('state=confirmed');
    const second = await device.anotherStart().open(mira);
    expect(second.getSnapshot().entries).toEqual([]);
    await second.flush(hurry);
    expect((await loot()).text).not.toContain('rowId=');
    expect(device.brought).toEqual(['a']);
  });
});

describe('two windows', () => {
  it('send each entry once, and see each other’s', async () => {
    device.offline();
    const first = await device.open(mira);
    const second = await device.open(mira);
    await first.submit(entry('a'));
    await second.submit(entry('b'));
    await Promise.all([first.reload(), second.reload()]);
    for (const one of [first, second])
      expect(one.getSnapshot().entries.map(({ id }) => id)).toEqual(['a', 'b']);
    device.online();
    device.deliver.mockClear();
    await Promise.all([first.flush(hurry), second.flush(hurry), first.flush(hurry)]);
    expect(device.brought).toEqual(['a', 'b']);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
