import { randomUUID } from 'node:crypto';
import type { Answer, Client } from './client.js';
import { load } from './outside.js';

type Jose = typeof import('jose');

/** What is sealed; what is not said is as a client would have it. */
export interface Content {
  id?: string;
  recordId?: string;
  kind: string;
  body: object;
  withdrawn?: boolean;
  author: string;
  proof?: object;
  /** ISO 8601. */
  notedAt?: string;
}

export interface Sealed {
  id: string;
  envelope: string;
  deviceTime: string;
}

/** Seals entries as a client does, for the key that the application gives out. */
export class Sealer {
  private constructor(
    private readonly jose: Jose,
    private readonly now: string,
    readonly kid: string,
    private readonly publicKey: Parameters<Jose['importJWK']>[0],
  ) {}

  /** @param now what the device takes the time to be */
  static async open(client: Client, now: string): Promise<Sealer> {
    const answer = await client.get<{ kid: string; publicKey: object }>('/api/sealing-key');
    const { kid, publicKey } = answer.json;
    return new Sealer(await load<Jose>('jose'), now, kid, publicKey);
  }

  async seal(content: Content, { header = {}, deviceTime = this.now }: Dressing = {}): Promise<Sealed> {
    const { id = randomUUID(), recordId = randomUUID(), withdrawn = false, proof = {} } = content;
    const { notedAt = this.now, kind, body, author } = content;
    const plain = { v: 1, id, recordId, kind, body, withdrawn, author, proof, notedAt };
    const protectedHeader = { alg: 'ECDH-ES', enc: 'A256GCM', kid: this.kid, v: 1, eid: id, ...header };
    const key = await this.jose.importJWK(this.publicKey, 'ECDH-ES');
    const envelope = await new this.jose.CompactEncrypt(Buffer.from(JSON.stringify(plain)))
      .setProtectedHeader(protectedHeader)
      .encrypt(key);
    return { id, envelope, deviceTime };
  }
}

interface Dressing {
  header?: object;
  deviceTime?: string;
}

export function send(client: Client, sealed: object): Promise<Answer> {
  return client.post('/api/sealed-entries', sealed);
}
