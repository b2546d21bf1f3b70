/** How the server is convinced of who wrote an entry that comes sealed. */
export type Proof = { ticket: string } | { pin: string } | { badge: string };

/** Who enters something on this device. */
export interface Identity {
  accountId: string;
  /** The storage key, AES-GCM, not extractable: what is kept on the device under it is readable while the person is here. */
  key: CryptoKey;
  proof: Proof;
  /** False on a locked tablet without a network: then entries go out sealed, whoever brings them. */
  hasSession: boolean;
}
