/** Something under a person's storage key (AES-256-GCM). */
export interface OwnSeal {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** Recommended for GCM; random for each seal, which is safe for far more than a device ever keeps. */
const IV_BYTES = 12;

/** @param place what the seal belongs to: it cannot be opened in another place */
export async function sealOwn(key: CryptoKey, place: string, value: unknown): Promise<OwnSeal> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt(gcm(iv, place), key, bytesOf(JSON.stringify(value)));
  return { iv, data };
}

/** What was sealed; undefined if this key does not open it. */
export async function openOwn(key: CryptoKey, place: string, { iv, data }: OwnSeal): Promise<unknown> {
  try {
    const bytes = await crypto.subtle.decrypt(gcm(iv, place), key, data);
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** The server's 32 bytes as a key that no script can read out again. */
export function importStorageKey(base64Url: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOfBase64Url(base64Url), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
}

/** A key that is never written down, for a locked tablet: what is kept under it is readable until the page is gone. */
export function temporaryKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function gcm(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: bytesOf(place) };
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function bytesOfBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
