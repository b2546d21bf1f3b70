import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { assertTakesEntries, assertTakesPart, type EntryChild, type EntryDay } from './entry-rules.js';
import { type Assessed, EntryRepository } from './entry.repository.js';
import type { SheetProtocolDto } from './sheet.dto.js';

/** A child's assessment in the hands of one device, with the day as it is then. */
export interface HeldAssessment extends Assessed {
  /** After closing every change is a correction. */
  closed: boolean;
}

/** The one way to a child's results: whoever writes holds the assessment until the end of the transaction. */
@Injectable()
export class AssessmentLock {
  constructor(
    private readonly entries: EntryRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async getDay(id: string): Promise<EntryDay> {
    const day = await this.entries.findDay(id);
    if (!day) throw Problem.unknownReference('testDayId', 'Testtag: Diesen Testtag gibt es nicht.');
    return day;
  }

  /** Of the day's battery. @throws Problem 404 */
  async getProtocol({ batteryId }: EntryDay, protocolId: string): Promise<SheetProtocolDto> {
    const protocols = await this.entries.listProtocols(batteryId);
    const found = protocols.find(({ id }) => id === protocolId);
    if (found) return found;
    throw Problem.unknownReference('protocolId', 'Aufgabe: Diese Aufgabe gehört nicht zum Testtag.');
  }

  /**
   * Takes the child's assessment, and makes it if it is the first entry.
   * @throws Problem 404, 409 `no_consent`, `not_released` and others, 422 for a child that the day is not about
   */
  async take(day: EntryDay, childId: string): Promise<HeldAssessment> {
    assertTakesEntries(day, this.clock.today());
    const child = await this.getChild(day, childId);
    assertTakesPart(child);
    // Looked for first: an insert would lock child and consent each time, and those who change them wait for this row.
    const held = await this.entries.lockAssessment(day, childId);
    if (held) return this.asOfNow(day, held);
    await this.entries.addAssessment(day, child);
    const added = await this.entries.lockAssessment(day, childId);
    if (!added) throw Problem.busy(1);
    return this.asOfNow(day, added);
  }

  /** The one that is there; null if nothing was entered. @throws Problem 404, 409 */
  async takeExisting(day: EntryDay, childId: string): Promise<HeldAssessment | null> {
    assertTakesEntries(day, this.clock.today());
    await this.getChild(day, childId);
    const held = await this.entries.lockAssessment(day, childId);
    return held && this.asOfNow(day, held);
  }

  private async getChild(day: EntryDay, childId: string): Promise<EntryChild> {
    const child = await this.entries.findChild(day, childId);
    if (child) return child;
    throw Problem.unknownReference('childId', 'Kind: Dieses Kind gibt es in der Einrichtung nicht.');
  }

  // Whoever closes the day holds all its assessments: what is read here is read after that.
  private async asOfNow({ id }: EntryDay, held: Assessed): Promise<HeldAssessment> {
    const { state } = await this.getDay(id);
    return { ...held, closed: state === 'closed' };
  }
}
