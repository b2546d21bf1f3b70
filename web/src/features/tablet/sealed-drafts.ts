import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { newId } from '../../outbox/new-id';
import type { DraftBox } from '../../ui/draft-store';
import type { DraftKey, DraftRow, TabletStore } from './tablet-store';

/** Drafts older than this are forgotten, in ms. */
const MAX_AGE = 14 * 86_400_000;
/** After a keystroke, in ms: not every letter needs a sealing of its own. */
const CALM = 250;
const ALGORITHM = 'ECDH-ES';

type Store = Pick<
  TabletStore,
  'draftKeyOf' | 'keepDraftKey' | 'draftsOf' | 'keepDraft' | 'removeDrafts' | 'removeDraftsBefore'
>;

/**
 * Begun forms on a shared tablet. In clear they are in this page's memory only, and only while their person works. On the device
 * they lie sealed for that person: each has a key pair whose private half is kept under the storage key that the server gives
 * after a checked PIN. So a form begun without a network, where no PIN can be checked, is kept too, and comes back with the next
 * unlocking that is checked; whoever only claims to be that person sees nothing of it.
 */
export class SealedDrafts implements DraftBox {
  private owner: { accountId: string; seal: JWK | null } | null = null;
  private readonly texts = new Map<string, string>();
  /** By name, the rows that the next word on it replaces. */
  private readonly rows = new Map<string, string[]>();
  private readonly unsaved = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  /** Raised with each word on whose drafts they are: an older one that is still reading has nothing to say any more. */
  private word = 0;

  constructor(private readonly store: () => Promise<Store | null>) {}

  /**
   * From now on drafts of this person are kept, and with the storage key those from before are there again. What was typed in
   * this sitting stays, if the network came back only now.
   */
  async open(accountId: string, storageKey: CryptoKey | null): Promise<void> {
    const word = ++this.word;
    if (this.owner?.accountId !== accountId) await this.forget();
    const store = await this.store();
    const opened = await (store && storageKey
      ? openWith(store, accountId, storageKey)
      : nothingOf(store, accountId));
    if (word !== this.word) return;
    this.owner = { accountId, seal: opened.seal };
    this.take(opened.drafts);
  }

  getItem(name: string): string | null {
    return this.texts.get(name) ?? null;
  }

  setItem(name: string, text: string): void {
    if (!this.owner) return;
    this.texts.set(name, text);
    this.saveSoon(name);
  }

  removeItem(name: string): void {
    this.texts.delete(name);
    this.unsaved.delete(name);
    const ids = this.rows.get(name);
    this.rows.delete(name);
    if (ids) this.later(async () => (await this.store())?.removeDrafts(ids));
  }

  /** Forgets everything readable at once; what was typed last is sealed and kept. Resolves when it is on the device. */
  close(): Promise<void> {
    this.word += 1;
    return this.forget();
  }

  private async forget(): Promise<void> {
    this.save();
    this.owner = null;
    this.texts.clear();
    this.rows.clear();
    await this.queue;
  }

  /** True if forms begun now outlive the lock. */
  get lasting(): boolean {
    return Boolean(this.owner?.seal);
  }

  /** True if a form is begun that does not. */
  get losing(): boolean {
    return !this.lasting && this.texts.size > 0;
  }

  private take(drafts: StoredDraft[]): void {
    const fromBefore = new Map<string, string>();
    for (const { id, name, text } of drafts) {
      fromBefore.set(name, text);
      const others = this.rows.get(name) ?? [];
      if (!others.includes(id)) this.rows.set(name, [...others, id]);
    }
    for (const [name, text] of fromBefore) if (!this.texts.has(name)) this.texts.set(name, text);
    for (const name of this.texts.keys()) if (!this.rows.has(name)) this.saveSoon(name);
  }

  private saveSoon(name: string): void {
    this.unsaved.add(name);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), CALM);
  }

  private save(): void {
    clearTimeout(this.timer);
    for (const name of this.unsaved) this.saveOne(name);
    this.unsaved.clear();
  }

  private saveOne(name: string): void {
    const text = this.texts.get(name);
    const { owner } = this;
    if (text === undefined || !owner?.seal) return;
    const [id = newId(), ...older] = (this.rows.get(name) ?? []).reverse();
    this.rows.set(name, [id]);
    const { accountId, seal } = owner;
    this.later(async () => {
      const store = await this.store();
      await store?.keepDraft({
        id,
        accountId,
        savedAt: Date.now(),
        sealed: await sealed({ name, text }, seal),
      });
      await store?.removeDrafts(older);
    });
  }

  /** One after the other: a form that is stored for good must not come back because an older word on it was slower. */
  private later(work: () => Promise<unknown>): void {
    // A full disk costs the draft its life beyond this page and nothing else.
    this.queue = this.queue.then(work).catch(() => undefined);
  }
}

interface Draft {
  name: string;
  text: string;
}

interface StoredDraft extends Draft {
  /** Of the row. */
  id: string;
}

/** What there is of a person: the public key for the next, and what is readable of the earlier ones, oldest first. */
interface Opened {
  seal: JWK | null;
  drafts: StoredDraft[];
}

async function nothingOf(store: Store | null, accountId: string): Promise<Opened> {
  return { seal: (await store?.draftKeyOf(accountId))?.publicKey ?? null, drafts: [] };
}

async function openWith(store: Store, accountId: string, storageKey: CryptoKey): Promise<Opened> {
  const known = await store.draftKeyOf(accountId);
  const opened = known && (await openedKey(known, storageKey));
  const { publicKey, privateKey } = opened ?? (await freshKey(accountId, storageKey, store));
  await store.removeDraftsBefore(Date.now() - MAX_AGE);
  return { seal: publicKey, drafts: await readable(await store.draftsOf(accountId), privateKey) };
}

async function readable(rows: DraftRow[], privateKey: JWK): Promise<StoredDraft[]> {
  const key = await importJWK(privateKey, ALGORITHM);
  const drafts: StoredDraft[] = [];
  for (const { id, sealed } of rows.sort((a, b) => a.savedAt - b.savedAt)) {
    const draft = await compactDecrypt(sealed, key).then(
      ({ plaintext }) => draftIn(plaintext),
      () => null,
    );
    if (draft) drafts.push({ id, ...draft });
  }
  return drafts;
}

async function sealed(draft: Draft, publicKey: JWK): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(draft)))
    .setProtectedHeader({ alg: ALGORITHM, enc: 'A256GCM' })
    .encrypt(await importJWK(publicKey, ALGORITHM));
}

function draftIn(plaintext: Uint8Array): Draft | null {
  const draft: unknown = JSON.parse(new TextDecoder().decode(plaintext));
  return typeof draft === 'object' && draft !== null && 'name' in draft && 'text' in draft
    ? { name: String(draft.name), text: String(draft.text) }
    : null;
}

interface OpenKey {
  publicKey: JWK;
  privateKey: JWK;
}

/** Null if the server has made a new storage key since: what was sealed before is lost to everybody. */
async function openedKey(
  { publicKey, iv, sealedPrivateKey }: DraftKey,
  key: CryptoKey,
): Promise<OpenKey | null> {
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealedPrivateKey);
    return { publicKey, privateKey: JSON.parse(new TextDecoder().decode(bytes)) as JWK };
  } catch {
    return null;
  }
}

async function freshKey(
  accountId: string,
  storageKey: CryptoKey,
  store: Pick<Store, 'keepDraftKey'>,
): Promise<OpenKey> {
  const pair = await generateKeyPair(ALGORITHM, { extractable: true });
  const [publicKey, privateKey] = [await exportJWK(pair.publicKey), await exportJWK(pair.privateKey)];
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify(privateKey));
  const sealedPrivateKey = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, storageKey, bytes);
  await store.keepDraftKey({ accountId, publicKey, iv, sealedPrivateKey });
  return { publicKey, privateKey };
}
