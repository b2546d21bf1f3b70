import { SecretField, TextField } from '../../kernel/validation/fields.js';

const CODE_LENGTH = 40;

export class StartSecondFactorDto {
  /** Not needed within ten minutes of signing in. */
  @SecretField({ label: 'Passwort', optional: true })
  password?: string;

  /** Of the second factor so far, when it is replaced: from the app, or a recovery code. */
  @TextField({ label: 'Code', max: CODE_LENGTH, optional: true })
  code?: string;
}

export class ConfirmSecondFactorDto {
  @TextField({ label: 'Code', max: CODE_LENGTH })
  code: string;
}

export class RenewRecoveryCodesDto {
  @SecretField({ label: 'Passwort' })
  password: string;
}

export class RemoveSecondFactorDto extends RenewRecoveryCodesDto {
  @TextField({ label: 'Code', max: CODE_LENGTH })
  code: string;
}

export class SecondFactorDto {
  on: boolean;
  /** One of the person's roles asks for it; it can be replaced, but not switched off. */
  required: boolean;
  /** Instant, ISO 8601; null while it is off. */
  confirmedAt: string | null;
  recoveryCodesLeft: number;
  /** Starting to set it up asks for the password, since signing in was long ago. */
  passwordNeeded: boolean;
}

export class SecondFactorSecretDto {
  /** To be typed into an app, base32. */
  secret: string;
  /** What the QR code holds: otpauth://totp/… */
  uri: string;
}

export class RecoveryCodesDto {
  /** Shown only in this answer; each opens the door once. */
  recoveryCodes: string[];
}

export class SecondFactorResetDto {
  /** The password was good only beside the second factor and is gone: the person needs a link for a new one. */
  passwordRemoved: boolean;
}
