import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import type { Problem } from '../../kernel/problem/problem.js';
import { clockOffset } from '../entries/clock-rules.js';
import type { OpenedEntry } from '../entries/opened-entry.js';
import type { Standing } from '../entries/proof.service.js';
import { HeldEntryRepository } from './held-entry.repository.js';
import type { Refusal } from './held-reason.js';

interface Holding extends Refusal {
  entry: OpenedEntry;
  standing: Standing;
  institutionId: string;
}

/** Keeps an entry for the lead of its house. */
@Injectable()
export class EntryHolding {
  constructor(
    private readonly held: HeldEntryRepository,
    private readonly audit: Audit,
  ) {}

  /** Within a transaction of the system's: nobody is known to have done this. */
  async hold({ entry, standing, institutionId, reason, problem, proposed }: Holding): Promise<void> {
    const { id, author: authorId, kind, recordId, body, withdrawn, readings } = entry;
    await this.held.add({
      ...{ institutionId, id, authorId, tabletId: standing.tablet?.id ?? null },
      ...{ kind, recordId, body, withdrawn, reason, problem: problem && said(problem) },
      ...{ notedAt: readings.notedAt, clockOffsetSeconds: clockOffset(readings) },
      proposed: proposed === undefined ? null : { heldOn: proposed },
    });
    await this.audit.record({
      ...{ action: 'held_entry.create', objectType: 'held_entry', objectId: id, institutionId },
      fields: ['reason'],
    });
  }
}

function said({ code, title, extras: { field, errors, current } }: Problem): object {
  return { code, title, field: field ?? errors?.[0]?.field ?? null, current: current ?? null };
}
