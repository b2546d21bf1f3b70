import { Injectable, type OnModuleInit } from '@nestjs/common';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { Database } from '../../database/database.js';
import { DailyJobs } from '../../jobs/daily-jobs.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { SealingKeyDto } from './sealing-key.dto.js';
import { SealingKeyRepository, type StoredKey } from './sealing-key.repository.js';

const DAY_MS = 86_400_000;
const KEY_DAYS = 90;
// A client that asks for it today seals with it for a while: nobody is given one that ends tomorrow.
const RENEWED_BEFORE_DAYS = 7;
/** Hour of the day in Berlin. */
const HOUR = 3;
const CURVE = { kty: 'EC', crv: 'P-256' };

/** The keys that entries are sealed for: the public half for everybody, the private one for the server alone. */
@Injectable()
export class SealingKeyService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly keys: SealingKeyRepository,
    private readonly jobs: DailyJobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add('sealing-key', HOUR, () => this.renew());
  }

  /** The public half of the one in use; the first one is made when it is asked for. */
  async getCurrent(): Promise<SealingKeyDto> {
    const { kid, x, y, validUntil } = await this.database.asSystem(() => this.currentFor(0));
    return { kid, publicKey: { ...CURVE, x, y }, validUntil: validUntil.toISOString() };
  }

  /** The private half, also of one that is over; null for one that there is not (any more). Within a transaction of the system. */
  async findPrivate(kid: string): Promise<JWK | null> {
    const key = await this.keys.find(kid);
    return key && { ...CURVE, x: key.x, y: key.y, d: key.d };
  }

  /** Makes the next one before the one in use ends. */
  async renew(): Promise<void> {
    await this.database.asSystem(() => this.currentFor(RENEWED_BEFORE_DAYS));
  }

  /** The one that is good for so many days at least. */
  private async currentFor(days: number): Promise<StoredKey> {
    const until = new Date(this.clock.now().getTime() + days * DAY_MS);
    const current = await this.keys.findCurrent(until);
    if (current) return current;
    await this.keys.lock();
    return (await this.keys.findCurrent(until)) ?? this.make();
  }

  private async make(): Promise<StoredKey> {
    const now = this.clock.now();
    const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const jwk = await exportJWK(privateKey);
    const { x = '', y = '', d = '' } = jwk;
    const kid = await calculateJwkThumbprint({ ...CURVE, x, y });
    const key = { kid, x, y, d, validUntil: new Date(now.getTime() + KEY_DAYS * DAY_MS) };
    await this.keys.add(key, now);
    return key;
  }
}
