import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { OutboxKeysRepository } from './outbox-keys.repository.js';
import type { OutboxKeysDto } from './sealing-key.dto.js';
import { ticketAt } from './ticket-at.js';

const KEY_BYTES = 32;

/** What the signed-in person's entries on this device are kept and shown by. */
@Injectable()
export class OutboxKeysService {
  constructor(
    private readonly database: Database,
    private readonly keys: OutboxKeysRepository,
  ) {}

  /** Made when they are asked for the first time. On a shared tablet the ticket is good for its house only. */
  async get(): Promise<OutboxKeysDto> {
    const { accountId: account, educatorHouses, leadHouses, coachHouses, tablet } = this.database.actor;
    const accountId = account ?? '';
    const known = await this.keys.find(accountId);
    if (!known)
      await this.keys.add(accountId, { storageKey: randomBytes(KEY_BYTES), ticket: randomBytes(KEY_BYTES) });
    await this.keys.remember(accountId, [...educatorHouses, ...leadHouses, ...coachHouses]);
    const keys = known ?? (await this.keys.find(accountId));
    if (!keys) throw new Error('The account has no keys');
    const ticket = tablet ? ticketAt(tablet.institutionId, keys.ticket) : keys.ticket;
    return { storageKey: keys.storageKey.toString('base64url'), ticket: ticket.toString('base64url') };
  }
}
