import type { Identity, Proof } from './identity';
import type { KeptAccountKey, KeptKeys } from './kept-keys';
import { importStorageKey, openOwn, sealOwn, temporaryKey } from './own-seal';
import type { AccountSecrets } from './sealed-sender';
import type { SealingKey } from './sealing';

export interface KeyringParts {
  kept: Promise<KeptKeys>;
  readAccount: (wanted?: AbortSignal) => Promise<AccountSecrets>;
  readSealing: () => Promise<SealingKey>;
}

/** How long the server's public key is used before it is asked for again, in ms; the server understands it for much longer. */
const A_DAY = 86_400_000;
const TICKET = 'ticket';

/** The keys of this device: of the person who is signed in, and the server's public one. */
export class Keyring {
  private known: { sealing: SealingKey; readAt: number } | undefined;
  private asking: Promise<void> | null = null;

  constructor(private readonly parts: KeyringParts) {}

  /** Who was signed in here last and has not signed out; null if nobody. Needs no network. */
  async lastIdentity(): Promise<Identity | null> {
    const account = await (await this.parts.kept).account();
    return account ? identityOf(account) : null;
  }

  /**
   * The signed-in person's key, from the server.
   * @param lasts false on a shared tablet: there the key is in memory only
   * @param wanted aborted once nobody waits for it
   */
  async readIdentity(accountId: string, lasts: boolean, wanted?: AbortSignal): Promise<Identity> {
    const { storageKey, ticket } = await this.parts.readAccount(wanted);
    const key = await importStorageKey(storageKey);
    const kept = await this.parts.kept;
    if (lasts) {
      const account = { id: accountId, key, ticket: await sealOwn(key, TICKET, ticket) };
      // A browser that keeps no keys still works, as long as the page is open.
      await kept.keepAccount(account).catch(() => undefined);
    } else await kept.forgetAccounts();
    return { accountId, key, proof: { ticket }, hasSession: true };
  }

  /** After signing out, or when access has ended: from here on only the server can read what waits. */
  async forget(): Promise<void> {
    await (await this.parts.kept).forgetAccounts();
  }

  /** The server's key as it is known on this device; null if it was never connected. */
  async sealingKey(): Promise<SealingKey | null> {
    this.known ??= await (await this.parts.kept).sealing().catch(() => undefined);
    return this.known?.sealing ?? null;
  }

  /** Asks for the server's key if it is unknown or older than a day. Never throws. */
  refreshSealingKey(): Promise<void> {
    return (this.asking ??= this.askForSealing().finally(() => (this.asking = null)));
  }

  /** The server's key as it came with something else. */
  async learnSealingKey(sealing: SealingKey): Promise<void> {
    this.known = { sealing, readAt: Date.now() };
    // Not kept: it is asked for again after the next start.
    await (await this.parts.kept).keepSealing(sealing, this.known.readAt).catch(() => undefined);
  }

  private async askForSealing(): Promise<void> {
    await this.sealingKey();
    if (this.known && Math.abs(Date.now() - this.known.readAt) < A_DAY) return;
    const sealing = await this.parts.readSealing().catch(() => null);
    if (sealing) await this.learnSealingKey(sealing);
  }
}

/** Somebody who enters something on a locked tablet without a network: readable until the page is gone, and sealed for the server. */
export async function offlineIdentity(accountId: string, proof: Proof): Promise<Identity> {
  return { accountId, key: await temporaryKey(), proof, hasSession: false };
}

async function identityOf({ id, key, ticket: seal }: KeptAccountKey): Promise<Identity | null> {
  const ticket = await openOwn(key, TICKET, seal);
  if (typeof ticket !== 'string') return null;
  return { accountId: id, key, proof: { ticket }, hasSession: true };
}
