import { Injectable } from '@nestjs/common';
import { AccountProofRepository } from '../../access/tablets/account-proof.repository.js';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { TabletPersonDto } from './tablet-person.dto.js';
import { TabletPersonRepository } from './tablet-person.repository.js';

/** How the lead helps people who cannot unlock the tablet. Never by setting a PIN for them: then two would know it. */
@Injectable()
export class TabletPersonService {
  constructor(
    private readonly database: Database,
    private readonly people: TabletPersonRepository,
    private readonly proofs: AccountProofRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem 404 for a house that the actor does not lead */
  async list(institutionId: string): Promise<TabletPersonDto[]> {
    if (!this.database.actor.leadHouses.includes(institutionId)) throw Problem.notFound();
    return this.people.list(institutionId);
  }

  /** Lets somebody try again whose PIN was wrong too often. Nothing happens where it was not. */
  async release(accountId: string): Promise<TabletPersonDto> {
    await this.get(accountId);
    if (await this.proofs.release(accountId)) await this.record('pin.release', accountId);
    return this.get(accountId);
  }

  /** The person sets a new one. @throws Problem 404 */
  async clearPin(accountId: string): Promise<void> {
    await this.get(accountId);
    if (!(await this.proofs.clearPin(accountId))) throw Problem.notFound();
    await this.record('pin.clear', accountId);
  }

  /** A lost badge. @throws Problem 404 */
  async removeBadge(accountId: string): Promise<void> {
    await this.get(accountId);
    if (!(await this.proofs.removeBadge(accountId))) throw Problem.notFound();
    await this.record('badge.revoke', accountId);
  }

  private async get(accountId: string): Promise<TabletPersonDto> {
    const person = await this.people.findLed(accountId);
    if (!person) throw Problem.notFound();
    return person;
  }

  private record(action: string, accountId: string): Promise<void> {
    return this.audit.record({ action, objectType: 'account', objectId: accountId, chain: accountId });
  }
}
