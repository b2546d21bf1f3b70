import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { unreachable } from '../api/problem';
import { Keyring } from './keyring';
import { openStores } from './open-store';
import { openOwn, sealOwn } from './own-seal';
import type { AccountSecrets } from './sealed-sender';
import type { SealingKey } from './sealing';

const storageKey = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
const sealing: SealingKey = {
  kid: 'k1',
  publicKey: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' },
  validUntil: '2027-02-01T00:00:00Z',
};

const readAccount = jest.fn<() => Promise<AccountSecrets>>();
const readSealing = jest.fn<() => Promise<SealingKey>>();

/** The application, started (again) on this device. */
const start = () => new Keyring({ kept: openStores().then(({ keys }) => keys), readAccount, readSealing });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  readAccount.mockReset().mockResolvedValue({ storageKey, ticket: 'the-ticket' });
  readSealing.mockReset().mockResolvedValue(sealing);
});

describe('a person’s key', () => {
  it('is there without a network on an own device, and no script can read it out', async () => {
    const { key } = await start().readIdentity('mira', true);
    const again = await start().lastIdentity();
    expect(again).toMatchObject({ accountId: 'mira', proof: { ticket: 'the-ticket' }, hasSession: true });
    expect([key, again!.key].map(({ extractable }) => extractable)).toEqual([false, false]);
    expect(await openOwn(again!.key, 'row', await sealOwn(key, 'row', 'Kastendeckel'))).toBe('Kastendeckel');
  });

  it('opens nothing in another place, and nothing of another person', async () => {
    const { key } = await start().readIdentity('mira', true);
    const seal = await sealOwn(key, 'row', 1);
    readAccount.mockResolvedValue({ storageKey: storageKey.replace('A', 'B'), ticket: 'x' });
    const other = await start().readIdentity('jo', true);
    expect(await openOwn(key, 'another row', seal)).toBeUndefined();
    expect(await openOwn(other.key, 'row', seal)).toBeUndefined();
  });

  it.each([
    ['signing out', (keyring: Keyring) => keyring.forget()],
    ['an unlocked tablet', (keyring: Keyring) => keyring.readIdentity('jo', false)],
  ])('is gone after %s', async (_, next) => {
    await start().readIdentity('mira', true);
    await next(start());
    expect(await start().lastIdentity()).toBeNull();
  });

  it('gives way to the next person’s', async () => {
    await start().readIdentity('mira', true);
    await start().readIdentity('jo', true);
    expect(await start().lastIdentity()).toMatchObject({ accountId: 'jo' });
  });
});

describe('the server’s key', () => {
  it('is asked for once a day, and known without a network', async () => {
    const keyring = start();
    expect(await keyring.sealingKey()).toBeNull();
    await keyring.refreshSealingKey();
    await start().refreshSealingKey();
    expect(readSealing).toHaveBeenCalledTimes(1);
    readSealing.mockRejectedValue(unreachable());
    const later = Date.now() + 100 * 86_400_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    const again = start();
    await again.refreshSealingKey();
    jest.restoreAllMocks();
    expect(await again.sealingKey()).toEqual(sealing);
  });
});
