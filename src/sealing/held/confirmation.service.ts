import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { type Actor, NOBODY } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { NeverThere, type Noted } from '../kinds/entry-kind.js';
import { EntryKinds } from '../kinds/entry-kinds.js';
import type { HeldEntryDto } from './held-entry.dto.js';
import { HeldEntryRepository, type WaitingEntry } from './held-entry.repository.js';
import { HeldEntryService } from './held-entry.service.js';

/** A lead takes a held entry as what it says to be: its author's. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly database: Database,
    private readonly service: HeldEntryService,
    private readonly held: HeldEntryRepository,
    private readonly kinds: EntryKinds,
    private readonly audit: Audit,
  ) {}

  /**
   * Done as the author's, with the reach of an educator of this one house: the lead says that it is theirs, and the trail names both.
   * @param changes fields of the body that shall be others
   * @throws Problem 404, 409, and as the operation does: then it still waits
   */
  async confirm(id: string, changes: Record<string, unknown>): Promise<HeldEntryDto> {
    const waiting = await this.service.take(id);
    assertChangeable(waiting, Object.keys(changes));
    const { institutionId, authorId: accountId } = waiting;
    const author: Actor = { ...NOBODY, kind: 'person', accountId, educatorHouses: [institutionId] };
    await this.database.actingAs(author, () => this.run(waiting, changes));
    await this.held.settle(waiting, 'confirmed');
    await this.audit.record({
      ...{ action: 'held_entry.confirm', objectType: 'held_entry', objectId: id, institutionId },
      fields: Object.keys(changes),
    });
    return this.service.get(id);
  }

  private async run(waiting: WaitingEntry, changes: Record<string, unknown>): Promise<void> {
    const { kind, recordId, body, withdrawn, institutionId } = waiting;
    // Of an activity: its house may have become part of another one since.
    const house = 'institutionId' in body ? { institutionId } : {};
    const noted: Noted = { recordId, body: { ...body, ...changes, ...house }, withdrawn };
    try {
      await this.kinds.of(kind).run(noted);
    } catch (error) {
      if (!(error instanceof NeverThere)) throw error;
    }
  }
}

/** What is taken back has nothing to put right; and its fields, which nobody checks then, must not go into the trail. */
function assertChangeable({ withdrawn }: WaitingEntry, fields: string[]): void {
  if (!withdrawn || fields.every((field) => field === 'version')) return;
  throw Problem.invalid('changes', 'Änderungen: An einem zurückgenommenen Eintrag lässt sich nichts ändern.');
}
