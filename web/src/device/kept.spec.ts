import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { unreachable } from '../api/problem';
import { Kept } from './kept';
import { KeptStore } from './kept-store';

const A_DAY = 86_400_000;

let now = Date.parse('2026-11-23T12:00:00Z');
let isOnline = true;
let kept: Kept;
const line = { getSnapshot: () => isOnline, missed: () => (isOnline = false) };
const device = () => new Kept(() => KeptStore.open(() => now), line);

beforeEach(async () => {
  isOnline = true;
  kept = device();
  await kept.forget();
  await kept.open('anna');
});

/** A page that asks for the first time. */
const asking = () => ({ client: new QueryClient(), queryKey: ['groups'] });
const offline = () => Promise.reject(unreachable());

describe('what was read', () => {
  test('is there without a network, after a new start too', async () => {
    await kept.put('groups', [{ name: 'Bären' }]);
    const copy = await device().read(asking(), 'groups', offline);
    expect(copy).toEqual([{ name: 'Bären' }]);
    expect(isOnline).toBe(false);
  });

  test('gives way to what the page still shows, and to any answer of the server', async () => {
    await kept.put('groups', ['Bären']);
    const shown = asking();
    shown.client.setQueryData(shown.queryKey, ['Bären', 'Igel']);
    await expect(kept.read(shown, 'groups', offline)).rejects.toMatchObject({ code: 'unreachable' });
    await expect(kept.read(asking(), 'groups', () => Promise.resolve(['Igel']))).resolves.toEqual(['Igel']);
    await expect(kept.read(asking(), 'groups', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  test('keeps only as much as may stay', async () => {
    const keep = (sheet: { codes: string[]; results: number[] }) => ({ ...sheet, results: [] });
    await kept.read(asking(), 'sheet', () => Promise.resolve({ codes: ['K7F9Q'], results: [98] }), { keep });
    await stored('sheet');
    expect((await kept.get('sheet'))?.value).toEqual({ codes: ['K7F9Q'], results: [] });
    await kept.read(asking(), 'sheet', () => Promise.resolve({ codes: [], results: [] }), {
      keep: () => null,
    });
    await gone('sheet');
  });

  test('is too old after a week', async () => {
    await kept.put('groups', ['Bären']);
    now += 8 * A_DAY;
    await expect(kept.read(asking(), 'groups', offline)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('nobody else', () => {
  test('finds it after a sign-out, or when another person signs in', async () => {
    await kept.put('groups', ['Bären']);
    await kept.open('berta');
    expect(await kept.get('groups')).toBeNull();
    await kept.put('groups', ['Igel']);
    await kept.forget();
    expect(await kept.get('groups')).toBeNull();
    await kept.put('groups', ['Dachse']);
    expect(await kept.get('groups')).toBeNull();
  });

  test('reads it in the database: no word of it, and a key that cannot be taken out', async () => {
    await kept.put('groups', ['Bärengruppe']);
    const [owner, reading] = await stored('groups');
    expect(JSON.stringify(reading)).not.toContain('ren');
    expect(Buffer.from(reading.content).includes('gruppe')).toBe(false);
    expect(owner.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', owner.key)).rejects.toThrow();
  });
});

type Stored = [{ key: CryptoKey }, { content: ArrayBuffer }];

/** As it lies in the database, once it does. */
async function stored(name: string): Promise<Stored> {
  while ((await kept.keptAt(name)) === null) await new Promise((done) => setTimeout(done, 1));
  const open = indexedDB.open('olympia-device');
  const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
  const read = <T>(store: string, key: string) => {
    const request = database.transaction(store).objectStore(store).get(key);
    return new Promise<T>((done) => (request.onsuccess = () => done(request.result as T)));
  };
  return [await read<Stored[0]>('owner', 'owner'), await read<Stored[1]>('readings', name)];
}

async function gone(name: string): Promise<void> {
  while ((await kept.keptAt(name)) !== null) await new Promise((done) => setTimeout(done, 1));
}
