import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { Reason } from '../test-days/vocabulary.js';
import { AssessmentLock, type HeldAssessment } from './assessment-lock.js';
import type { EntryDay } from './entry-rules.js';
import { EntryRepository, type StoredResult } from './entry.repository.js';
import type { SheetProtocolDto } from './sheet.dto.js';
import { SheetService } from './sheet.service.js';
import type { ChildResultsDto, NotDoneDto } from './trial.dto.js';

/** "Nicht durchgeführt" with its reason, for one task, several, or all that are left of a child. */
@Injectable()
export class NotDoneService {
  constructor(
    private readonly lock: AssessmentLock,
    private readonly entries: EntryRepository,
    private readonly sheets: SheetService,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem 404, 409 for a task that has trials and as for a trial, 422 */
  async mark(testDayId: string, { childId, protocolIds, reason }: NotDoneDto): Promise<ChildResultsDto> {
    const day = await this.lock.getDay(testDayId);
    const protocols = await this.protocolsOf(day, protocolIds);
    const held =
      reason === null ? await this.lock.takeExisting(day, childId) : await this.lock.take(day, childId);
    if (held) {
      const results = await this.entries.listResults(held);
      if (protocolIds !== null) assertUntried(protocols, results);
      const changed =
        reason === null
          ? await this.takeBack(held, protocols, results)
          : await this.set(held, protocols, results, reason);
      if (changed) await this.record(held);
    }
    return { childId, results: await this.sheets.listResults(day, childId) };
  }

  private async protocolsOf(day: EntryDay, ids: string[] | null): Promise<SheetProtocolDto[]> {
    const protocols = await this.entries.listProtocols(day.batteryId);
    if (ids === null) return protocols;
    if (ids.some((id) => !protocols.some((protocol) => protocol.id === id)))
      throw Problem.unknownReference('protocolIds', 'Aufgaben: Diese Aufgabe gehört nicht zum Testtag.');
    return protocols.filter(({ id }) => ids.includes(id));
  }

  private async set(
    held: HeldAssessment,
    protocols: SheetProtocolDto[],
    results: StoredResult[],
    reason: Reason,
  ): Promise<boolean> {
    let changed = false;
    for (const protocol of protocols) {
      const stored = results.find(({ protocolId }) => protocolId === protocol.id);
      if (stored && (stored.trials > 0 || stored.reason === reason)) continue;
      if (stored) await this.entries.setResult(held, stored.id, { state: 'not_done', reason, value: null });
      else await this.entries.addResult(held, protocol, { state: 'not_done', reason });
      changed = true;
    }
    return changed;
  }

  private async takeBack(
    held: HeldAssessment,
    protocols: SheetProtocolDto[],
    results: StoredResult[],
  ): Promise<boolean> {
    const marked = results.filter(
      ({ state, protocolId }) => state === 'not_done' && protocols.some(({ id }) => id === protocolId),
    );
    for (const { id } of marked) await this.entries.removeResult(held, id);
    await this.entries.removeIfEmpty(held);
    return marked.length > 0;
  }

  private async record({ institutionId, id, closed }: HeldAssessment): Promise<void> {
    const action = closed ? 'trial.correct' : 'result.mark';
    await this.audit.record({
      ...{ action, objectType: 'assessment', objectId: id, institutionId, fields: ['state', 'reason'] },
    });
  }
}

/** @throws Problem 409 when something was measured where "not done" is to stand */
function assertUntried(protocols: SheetProtocolDto[], results: StoredResult[]): void {
  const tried = results.find(
    ({ protocolId, trials }) => trials > 0 && protocols.some(({ id }) => id === protocolId),
  );
  if (!tried) return;
  const title = protocols.find(({ id }) => id === tried.protocolId)?.title ?? tried.itemCode;
  throw new Problem(
    409,
    'has_trials',
    `„${title}“: Hier sind schon Versuche eingetragen. Bitte diese zuerst löschen.`,
  );
}
