import type { EntryOf, OutboxEntry, OutboxKind, Refusal } from './entry';
import type { Identity } from './identity';
import { hashesOf, lanesOf } from './lanes';
import { newId } from './new-id';
import { openOwn, type OwnSeal, sealOwn } from './own-seal';
import { type NewRow, type Row, UNTOUCHED } from './row';
import { sealForServer, type SealingKey } from './sealing';

export type NewEntry<K extends OutboxKind> = Pick<EntryOf<K>, 'id' | 'kind' | 'body' | 'summary'>;
export type AnyNewEntry = { [K in OutboxKind]: NewEntry<K> }[OutboxKind];

/** What an entry says, as it is kept under its author's key. */
type Noted = Pick<OutboxEntry, 'kind' | 'body' | 'summary'>;

/** Makes rows of what a person enters, and reads them again while that person is here. */
export class Vault {
  /** By row; null for one that this key does not open. A row never says anything else. */
  private readonly opened = new Map<string, Noted | null>();

  constructor(readonly identity: Identity) {}

  /** @param how what is known of it besides; nothing for what has just been typed */
  async rowOf(
    { id, kind, body, summary }: AnyNewEntry,
    sealing: SealingKey | null,
    how: Partial<NewRow> = {},
  ): Promise<NewRow> {
    const rowId = newId();
    const row: NewRow = {
      ...UNTOUCHED,
      rowId,
      recordId: id,
      accountId: this.identity.accountId,
      lanes: await hashesOf(lanesOf({ id, body })),
      withdrawn: false,
      createdAt: Date.now(),
      ...how,
      own: await sealOwn(this.identity.key, rowId, { kind, body, summary }),
    };
    return sealing ? { ...row, sealed: await this.envelope(row, { kind, body }, sealing) } : row;
  }

  /** The entry as its author sees it; null if it is somebody else's, or was kept under a key that is gone. */
  async entryOf(row: Row): Promise<OutboxEntry | null> {
    const noted = await this.noted(row);
    if (!noted) return null;
    const { recordId: id, rowId, accountId, withdrawn, attempts, notBefore, createdAt } = row;
    const state = row.state === 'sent' || row.state === 'needs_help' ? row.state : 'new';
    const refusal = row.refusal ? await this.refusalOf(rowId, row.refusal) : null;
    const progress = {
      state,
      withdrawn,
      sealed: row.sealed !== null,
      attempts,
      notBefore,
      createdAt,
      refusal,
    };
    // Kind and body belong together as they did when they were sealed.
    return { id, rowId, accountId, ...noted, ...progress } as OutboxEntry;
  }

  /** What kind of entry a row is, as far as it has been read. */
  kindOf({ rowId }: Pick<Row, 'rowId'>): OutboxKind | undefined {
    return this.opened.get(rowId)?.kind;
  }

  /** The envelope of a row that was made before the server's key was known. */
  async envelopeOf(row: Row, sealing: SealingKey): Promise<string | null> {
    const noted = await this.noted(row);
    return noted && this.envelope(row, noted, sealing);
  }

  sealRefusal({ rowId }: Row, refusal: Refusal): Promise<OwnSeal> {
    return sealOwn(this.identity.key, refusalPlace(rowId), refusal);
  }

  private async refusalOf(rowId: string, seal: OwnSeal): Promise<Refusal | null> {
    return ((await openOwn(this.identity.key, refusalPlace(rowId), seal)) as Refusal | undefined) ?? null;
  }

  private async noted(row: Row): Promise<Noted | null> {
    if (row.accountId !== this.identity.accountId) return null;
    const known = this.opened.get(row.rowId);
    if (known !== undefined) return known;
    const noted = ((await openOwn(this.identity.key, row.rowId, row.own)) as Noted | undefined) ?? null;
    this.opened.set(row.rowId, noted);
    return noted;
  }

  private envelope(
    row: NewRow,
    { kind, body }: Pick<Noted, 'kind' | 'body'>,
    key: SealingKey,
  ): Promise<string> {
    const { rowId: id, recordId, accountId: author, withdrawn, createdAt } = row;
    const { proof } = this.identity;
    const notedAt = new Date(createdAt).toISOString();
    return sealForServer(key, { v: 1, id, recordId, kind, body, withdrawn, author, proof, notedAt });
  }
}

const refusalPlace = (rowId: string): string => `${rowId}/refusal`;
