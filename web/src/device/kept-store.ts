import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Older copies are of no use to anybody, in ms. */
const MAX_AGE = 7 * 86_400_000;

const OWNER = 'owner';

interface Owner {
  accountId: string;
  /** Made on this device and never to be taken out of it; with it goes everything it has sealed. */
  key: CryptoKey;
}

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  content: ArrayBuffer;
  keptAt: number;
}

interface DeviceSchema extends DBSchema {
  owner: { key: string; value: Owner };
  readings: { key: string; value: Sealed };
}

export interface Copy<T> {
  value: T;
  /** Epoch ms, by the server's clock. */
  keptAt: number;
}

/**
 * What one account has read, for when there is no network: sealed by a key that cannot leave the device, and gone for good with that
 * account's sign-out. A cache and nothing more: what people enter is in the outbox.
 */
export class KeptStore {
  private constructor(
    private readonly database: IDBPDatabase<DeviceSchema>,
    private readonly now: () => number,
  ) {}

  /** @returns null where the browser keeps nothing, as in some private windows, or seals nothing, as on plain http */
  static async open(now: () => number): Promise<KeptStore | null> {
    try {
      // Not there without https, whatever its type says.
      if (!(globalThis.crypto as Crypto | undefined)?.subtle) return null;
      const database = await openDB<DeviceSchema>('olympia-device', 1, {
        upgrade: (fresh) => {
          fresh.createObjectStore('owner');
          fresh.createObjectStore('readings');
        },
      });
      return new KeptStore(database, now);
    } catch {
      return null;
    }
  }

  async ownerId(): Promise<string | null> {
    return (await this.database.get('owner', OWNER))?.accountId ?? null;
  }

  /** From now on it belongs to this account; what another one left is erased. */
  async adopt(accountId: string): Promise<void> {
    if ((await this.ownerId()) === accountId) return this.dropOld();
    await this.erase();
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await this.database.put('owner', { accountId, key }, OWNER);
  }

  /** @returns false if the account is not (any more) the owner */
  async put(accountId: string, name: string, value: unknown): Promise<boolean> {
    const owner = await this.database.get('owner', OWNER);
    if (owner?.accountId !== accountId) return false;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const clear = new TextEncoder().encode(JSON.stringify(value));
    const content = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, owner.key, clear);
    await this.database.put('readings', { iv, content, keptAt: this.now() }, name);
    return true;
  }

  /** @returns null if there is none, or none that can be opened */
  async get<T>(name: string): Promise<Copy<T> | null> {
    const [owner, sealed] = await Promise.all([
      this.database.get('owner', OWNER),
      this.database.get('readings', name),
    ]);
    if (!owner || !sealed || this.isOld(sealed)) return null;
    const { iv, content, keptAt } = sealed;
    try {
      const clear = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, owner.key, content);
      return { value: JSON.parse(new TextDecoder().decode(clear)) as T, keptAt };
    } catch {
      return null;
    }
  }

  /** When something was kept; null if it is not. */
  async keptAt(name: string): Promise<number | null> {
    return (await this.database.get('readings', name))?.keptAt ?? null;
  }

  /** The names that begin so, in their order. */
  names(prefix: string): Promise<string[]> {
    return this.database.getAllKeys('readings', IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  }

  async remove(name: string): Promise<void> {
    await this.database.delete('readings', name);
  }

  /** Everything, with the key. */
  async erase(): Promise<void> {
    const transaction = this.database.transaction(['owner', 'readings'], 'readwrite');
    await Promise.all([
      transaction.objectStore('owner').clear(),
      transaction.objectStore('readings').clear(),
      transaction.done,
    ]);
  }

  private async dropOld(): Promise<void> {
    const transaction = this.database.transaction('readings', 'readwrite');
    for await (const cursor of transaction.store) if (this.isOld(cursor.value)) await cursor.delete();
    await transaction.done;
  }

  private isOld({ keptAt }: Sealed): boolean {
    return this.now() - keptAt > MAX_AGE;
  }
}
