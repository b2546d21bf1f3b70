import type { OutboxDatabase } from './db';
import type { OwnSeal } from './own-seal';
import type { SealingKey } from './sealing';

/** An account's storage key, which no script can read out, with the ticket under it. */
export interface KeptAccountKey {
  id: string;
  key: CryptoKey;
  ticket: OwnSeal;
}

interface KeptSealingKey {
  id: typeof SEALING;
  sealing: SealingKey;
  /** Epoch ms. */
  readAt: number;
}

export type KeptKey = KeptAccountKey | KeptSealingKey;

const SEALING = 'sealing';

/** Keys on this device: of the person who is signed in, and the server's public one. */
export interface KeptKeys {
  account(): Promise<KeptAccountKey | undefined>;
  /** Keeps this one, and no other person's. */
  keepAccount(kept: KeptAccountKey): Promise<void>;
  forgetAccounts(): Promise<void>;
  sealing(): Promise<{ sealing: SealingKey; readAt: number } | undefined>;
  keepSealing(sealing: SealingKey, readAt: number): Promise<void>;
}

export class IndexedDbKeys implements KeptKeys {
  constructor(private readonly database: OutboxDatabase) {}

  async account(): Promise<KeptAccountKey | undefined> {
    const kept = await this.database.use((connection) => connection.getAll('keys'));
    return kept.find(isOfAccount);
  }

  keepAccount(kept: KeptAccountKey): Promise<void> {
    return this.replaceAccounts(kept);
  }

  forgetAccounts(): Promise<void> {
    return this.replaceAccounts(null);
  }

  async sealing(): Promise<KeptSealingKey | undefined> {
    const kept = await this.database.use((connection) => connection.get('keys', SEALING));
    return kept && !isOfAccount(kept) ? kept : undefined;
  }

  async keepSealing(sealing: SealingKey, readAt: number): Promise<void> {
    await this.database.use((connection) => connection.put('keys', { id: SEALING, sealing, readAt }));
  }

  private replaceAccounts(kept: KeptAccountKey | null): Promise<void> {
    return this.database.use(async (connection) => {
      const transaction = connection.transaction('keys', 'readwrite');
      const ids = await transaction.store.getAllKeys();
      await Promise.all(ids.filter((id) => id !== SEALING).map((id) => transaction.store.delete(id)));
      if (kept) await transaction.store.put(kept);
      await transaction.done;
    });
  }
}

/** The memory of this page, where the browser keeps nothing. */
export class MemoryKeys implements KeptKeys {
  private kept: KeptAccountKey | undefined;
  private server: { sealing: SealingKey; readAt: number } | undefined;

  account(): Promise<KeptAccountKey | undefined> {
    return Promise.resolve(this.kept);
  }

  keepAccount(kept: KeptAccountKey): Promise<void> {
    this.kept = kept;
    return Promise.resolve();
  }

  forgetAccounts(): Promise<void> {
    this.kept = undefined;
    return Promise.resolve();
  }

  sealing(): Promise<{ sealing: SealingKey; readAt: number } | undefined> {
    return Promise.resolve(this.server);
  }

  keepSealing(sealing: SealingKey, readAt: number): Promise<void> {
    this.server = { sealing, readAt };
    return Promise.resolve();
  }
}

function isOfAccount(kept: KeptKey): kept is KeptAccountKey {
  return 'key' in kept;
}
