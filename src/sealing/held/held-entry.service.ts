import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { decodeCursor, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { HeldEntryDto, HeldEntryListDto, ListHeldEntriesDto } from './held-entry.dto.js';
import { HeldEntryRepository, type WaitingEntry } from './held-entry.repository.js';

/** Entries that wait for the lead of their house. */
@Injectable()
export class HeldEntryService {
  constructor(
    private readonly database: Database,
    private readonly held: HeldEntryRepository,
    private readonly audit: Audit,
  ) {}

  async list(query: ListHeldEntriesDto): Promise<HeldEntryListDto> {
    const { institutionId } = query;
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['instant', 'uuid']);
    const rows = await this.held.listWaiting(institutionId, after, limit + 1);
    const page = pageOf(rows, limit, ({ arrivedAt, id }) => [arrivedAt, id]);
    return { ...page, waiting: await this.held.countWaiting(institutionId) };
  }

  listOwn(): Promise<HeldEntryDto[]> {
    return this.held.listOwn();
  }

  /** In a house that the actor leads. @throws Problem 404 */
  async get(id: string): Promise<HeldEntryDto> {
    const entry = await this.held.find(id);
    if (!entry) throw Problem.notFound();
    return entry;
  }

  /**
   * One that waits in a house that the actor leads, until the end of the transaction.
   * @throws Problem 404, 409 once it is settled
   */
  async take(id: string): Promise<WaitingEntry> {
    const waiting = await this.held.lockWaiting(id);
    if (!waiting) {
      await this.get(id);
      throw settledAlready();
    }
    if (!this.database.actor.leadHouses.includes(waiting.institutionId)) throw Problem.notFound();
    return waiting;
  }

  /** @throws Problem 404, 409 */
  async discard(id: string): Promise<void> {
    const entry = await this.take(id);
    const { institutionId } = entry;
    await this.held.settle(entry, 'discarded');
    await this.audit.record({
      ...{ action: 'held_entry.discard', objectType: 'held_entry', objectId: id, institutionId },
    });
  }
}

function settledAlready(): Problem {
  return new Problem(409, 'held_entry_settled', 'Über diesen Eintrag ist schon entschieden.');
}
