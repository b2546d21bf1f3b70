/** A point of the curve P-256, as in RFC 7517. */
export class PublicKeyDto {
  /** EC */
  kty: string;
  /** P-256 */
  crv: string;
  x: string;
  y: string;
}

export class SealingKeyDto {
  /** Goes into the header of what is sealed for it. */
  kid: string;
  publicKey: PublicKeyDto;
  /** Instant, ISO 8601; what is sealed for it is opened for 400 days more. */
  validUntil: string;
}

export class OutboxKeysDto {
  /** 32 bytes, base64url: the account's own copies on its devices are encrypted with it. */
  storageKey: string;
  /** 32 bytes, base64url: goes into sealed entries, and says that their author had been let in. Another one after a new password;
   * on a shared tablet, one that counts in its house alone. */
  ticket: string;
}
