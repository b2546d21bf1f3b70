import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../audit/audit.js';
import type { WorkContext } from '../../../database/actor.js';
import { Database } from '../../../database/database.js';
import { germanDate } from '../../../kernel/calendar/calendar-date.js';
import { Clock } from '../../../kernel/calendar/clock.js';
import { Problem } from '../../../kernel/problem/problem.js';
import type { PdfDownload } from '../../../paper/pdf-answer.js';
import { openParentsSheets } from './document/parents-sheet-document.js';
import { titleOf } from './document/sheet-words.de.js';
import { ParentsSheetRepository, type SheetRow } from './parents-sheet.repository.js';

/** Sheets for parents, drawn outside of the transaction, because drawing takes its time. */
@Injectable()
export class ParentsSheetService {
  constructor(
    private readonly database: Database,
    private readonly sheets: ParentsSheetRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, or 409 while nothing was measured */
  async open(work: WorkContext, assessmentId: string): Promise<PdfDownload> {
    const sheet = await this.database.run(work, () => this.take(assessmentId));
    const name = `elternblatt_${sheet.childCode}_${sheet.testedOn}.pdf`;
    return { name, body: await this.draw([sheet], titleOf(sheet)) };
  }

  /** All of a test day, or of one of its groups, a page each. @throws Problem 404 if there is none */
  async openAll(work: WorkContext, testDayId: string, groupId: string | null): Promise<PdfDownload> {
    const [first, ...others] = await this.database.run(work, () => this.takeAll(testDayId, groupId));
    if (!first) {
      throw new Problem(404, 'not_found', 'Zu diesem Testtag gibt es hier (noch) keine Ergebnisse.');
    }
    const title = `Rückmeldungen für Eltern, ${germanDate(first.testedOn)}`;
    return { name: `elternblaetter_${first.testedOn}.pdf`, body: await this.draw([first, ...others], title) };
  }

  private async take(assessmentId: string): Promise<SheetRow> {
    const sheet = await this.sheets.find(assessmentId);
    if (sheet) return sheet;
    if (!(await this.sheets.hasAssessment(assessmentId))) throw Problem.notFound();
    throw new Problem(
      409,
      'no_result',
      'Von diesem Kind gibt es an diesem Tag noch kein Ergebnis, das auf ein Blatt für die Eltern passt.',
    );
  }

  // Reading one is not recorded, but taking a whole stack away is.
  private async takeAll(testDayId: string, groupId: string | null): Promise<SheetRow[]> {
    const sheets = await this.sheets.list(testDayId, groupId);
    const [first] = sheets;
    if (first) {
      await this.audit.record({
        ...{ action: 'parents_sheet.export', objectType: 'test_day', objectId: testDayId },
        institutionId: first.institutionId,
      });
    }
    return sheets;
  }

  private draw(sheets: SheetRow[], title: string): Promise<Readable> {
    return openParentsSheets({ title, sheets, madeAt: this.clock.now() });
  }
}
