import {
  ChoiceField,
  FlagField,
  IdField,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { InstantField } from '../../kernel/validation/instant-field.js';
import { ObjectField } from '../../kernel/validation/object-field.js';
import { ENTRY_KINDS, type EntryKindName } from '../kinds/entry-kind.js';

/** 64 KB. */
const LONGEST_ENVELOPE = 65_536;

export class SealedEntryDto {
  /** Of the row on the device: sent twice, it is one entry. */
  @IdField({ label: 'Kennung' })
  id: string;

  /** Compact JWE (ECDH-ES on P-256, A256GCM) for a key of `GET /api/sealing-key`; header: `{ alg, enc, kid, v: 1, eid: id }`. */
  @TextField({
    label: 'Umschlag',
    max: LONGEST_ENVELOPE,
    pattern: { regex: /^[\w-]+\.[\w-]*(\.[\w-]+){3}$/, expected: 'einen versiegelten Eintrag (JWE)' },
  })
  envelope: string;

  /** What the device takes the time to be while it sends. */
  @InstantField({ label: 'Uhrzeit des Geräts' })
  deviceTime: string;
}

/** What came of it. The client erases its copy only if id and digest are those of what it has sent. */
export class SealedAnswerDto {
  id: string;
  /** SHA-256 of the envelope, base64url. */
  digest: string;
  /** stored | withdrawn (it is not there, as was wanted) | held (the house's lead decides) */
  state: string;
}

/** What is inside of an envelope, version 1. Fields may be added to it; none may change or go (docs/api.md). */
export class SealedContentDto {
  @WholeNumberField({ label: 'Fassung', min: 1, max: 1 })
  v: number;

  @IdField({ label: 'Kennung' })
  id: string;

  /** Of the activity or trial. */
  @IdField({ label: 'Kennung des Eintrags' })
  recordId: string;

  @ChoiceField({ label: 'Art', of: ENTRY_KINDS })
  kind: EntryKindName;

  /** As the operation takes it that the kind stands for. */
  @ObjectField({ label: 'Eintrag' })
  body: Record<string, unknown>;

  /** It shall not be there (any more). */
  @FlagField({ label: 'Zurückgenommen' })
  withdrawn: boolean;

  /** Account of whoever noted it. */
  @IdField({ label: 'Konto' })
  author: string;

  /** One of `{ ticket }`, `{ pin }`, `{ badge }`. */
  @ObjectField({ label: 'Nachweis' })
  proof: Record<string, unknown>;

  /** By the device's clock. */
  @InstantField({ label: 'Eingetragen' })
  notedAt: string;
}
