import { SecretField, TextField } from '../../kernel/validation/fields.js';
import { PIN } from './pin-policy.js';

export const PIN_FIELD = { label: 'PIN', max: 6, pattern: { regex: PIN, expected: 'genau sechs Ziffern' } };

/** By what the person unlocks a shared tablet. Neither PIN nor badge can be read again. */
export class OwnProofDto {
  /** When the PIN was set; null without one. */
  pinSetAt: string | null;
  /** Since when it is locked, after too many wrong ones, until the lead releases it. */
  pinLockedAt: string | null;
  /** When the badge was made; null without one. */
  badgeMadeAt: string | null;
  badgeLastUsedAt: string | null;
}

export class SetPinDto {
  @SecretField({ label: 'Passwort' })
  password: string;

  @TextField(PIN_FIELD)
  pin: string;
}

export class MakeBadgeDto {
  @SecretField({ label: 'Passwort' })
  password: string;
}

export class NewBadgeDto extends OwnProofDto {
  /** To be printed as a QR code; shown only in this answer. */
  secret: string;
}
