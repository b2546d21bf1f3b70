import { FlagField, SecretField } from '../../kernel/validation/fields.js';

/** Something that goes, and how much of it. */
export class ErasedPartDto {
  title: string;
  count: number;
}

/** Something that stays, and why. */
export class KeptPartDto {
  title: string;
  count: number;
  why: string;
}

/** What erasing would do, before it is done. */
export class ErasurePreviewDto {
  name: string;
  erased: ErasedPartDto[];
  kept: KeptPartDto[];
  /** Why it cannot be done now, in German; null: it can. */
  obstacle: string | null;
}

export class AccountErasurePreviewDto extends ErasurePreviewDto {
  /** A record of the staff belongs to the account; whose it is and where, administrators are not told. */
  hasStaffRecord: boolean;
}

export class EraseDto {
  /** Of whoever erases. */
  @SecretField({ label: 'Passwort' })
  password: string;
}

export class EraseAccountDto extends EraseDto {
  /** Erase the record of the staff that belongs to the account as well. */
  @FlagField({ label: 'Auch den Eintrag als Fachkraft', optional: true })
  staffRecord?: boolean;
}
