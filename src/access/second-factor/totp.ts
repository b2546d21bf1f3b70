import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

// What every authenticator app understands (RFC 6238 with its defaults).
const DIGITS = 6;
const PERIOD_SECONDS = 30;
// A phone's clock may be a little off: the code before and the one after are taken, too.
const WINDOW = 1;
const SECRET_BYTES = 20;
const ISSUER = 'Olympia ruft';

/** 160 random bits. */
export function newSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The secret as people type it into an app: base32. */
export function secretText(secret: Buffer): string {
  return secretOf(secret).base32;
}

/** What the QR code holds; apps show issuer and account beside the code. */
export function keyUri(secret: Buffer, account: string): string {
  return totp(secret, account).toString();
}

/**
 * The 30-second step a code belongs to.
 * @returns null when the code is none of those that are good at the instant
 */
export function stepOf(secret: Buffer, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totp(secret, '').validate({ token: code, window: WINDOW, timestamp });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

function totp(secret: Buffer, label: string): TOTP {
  const algorithm = 'SHA1';
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm,
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: secretOf(secret),
  });
}

function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer });
}
