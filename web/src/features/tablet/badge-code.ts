const BADGE = /^(?:obw_)?([A-Za-z0-9_-]{43})$/;

/** What a badge says: a secret of 256 bits behind our sign, so that no other QR code is sent anywhere. Typed by hand without that sign, or with spaces. Null if it is no badge. */
export function badgeIn(text: string): string | null {
  const secret = BADGE.exec(text.replace(/\s+/g, ''))?.[1];
  return secret === undefined ? null : `obw_${secret}`;
}
