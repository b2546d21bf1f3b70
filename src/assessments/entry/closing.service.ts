import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { TestDayDto } from '../test-days/test-day.dto.js';
import { TestDayRepository } from '../test-days/test-day.repository.js';
import { TestDayService } from '../test-days/test-day.service.js';
import { conspicuousOf, gapsOf } from './closing-rules.js';
import type { CloseTestDayDto, ClosingDto } from './closing.dto.js';
import { EntryRepository } from './entry.repository.js';
import { SheetService } from './sheet.service.js';

/** The end of a test day: what is missing or strange is looked at once more, then every change is a correction. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly planning: TestDayService,
    private readonly days: TestDayRepository,
    private readonly entries: EntryRepository,
    private readonly sheets: SheetService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async get(id: string): Promise<ClosingDto> {
    return this.closing(await this.planning.get(id));
  }

  /** @throws Problem 404, 409 when nothing was entered, or something else than what was looked at, 412 */
  async close(id: string, version: number, seen: CloseTestDayDto): Promise<TestDayDto> {
    const day = await this.planning.getOpen(id);
    await assertUnchanged(day.version === version, () => this.planning.get(id));
    await this.entries.lockDay(day);
    const closing = await this.closing(await this.planning.get(id));
    this.assertSeen(closing, seen);
    const closed = { state: 'closed', closedAt: this.clock.now(), closedBy: this.database.actor.accountId };
    await assertUnchanged(await this.days.update(day, version, closed), () => this.planning.get(id));
    const { institutionId } = day;
    await this.audit.record({
      ...{ action: 'test_day.close', objectType: 'test_day', objectId: id, institutionId, fields: ['state'] },
    });
    return this.planning.get(id);
  }

  private async closing(testDay: TestDayDto): Promise<ClosingDto> {
    const { protocols, children } = await this.sheets.get(testDay);
    return {
      testDay,
      gaps: gapsOf(protocols, children),
      conspicuous: conspicuousOf(protocols, children),
      withoutConsent: children.filter(({ hasConsent, left }) => !hasConsent && !left).length,
    };
  }

  private assertSeen(closing: ClosingDto, seen: CloseTestDayDto): void {
    if (closing.testDay.started === 0) {
      throw new Problem(
        409,
        'nothing_entered',
        'An diesem Testtag ist noch nichts eingetragen. Fällt er aus, lässt er sich löschen.',
      );
    }
    if (closing.gaps.length === seen.gaps && closing.conspicuous.length === seen.conspicuous) return;
    throw new Problem(
      409,
      'closing_changed',
      'Inzwischen ist etwas dazugekommen. Bitte Lücken und auffällige Werte noch einmal ansehen.',
      { current: closing },
    );
  }
}
