import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { OpenHouses } from '../../institutions/open-houses.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { ScoreKeeper } from '../entry/score-keeper.js';
import type {
  CreateTestDayDto,
  ListTestDaysDto,
  ReleaseTestDayDto,
  TestDayDto,
  UpdateTestDayDto,
} from './test-day.dto.js';
import { TestDayRepository } from './test-day.repository.js';
import { assertBattery, assertDay, assertGroups, assertRelease, releasedTooLate } from './test-day-rules.js';
import { dayClosed, hasResults } from './test-days.problems.js';

/** Planning test days; the staff of the house do, its coach reads. */
@Injectable()
export class TestDayService {
  constructor(
    private readonly houses: OpenHouses,
    private readonly days: TestDayRepository,
    private readonly scores: ScoreKeeper,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListTestDaysDto): Promise<Page<TestDayDto>> {
    const limit = limitOf(query);
    const rows = await this.days.list(query, decodeCursor(query.cursor, ['date', 'uuid']), limit + 1);
    return pageOf(rows, limit, ({ heldOn, id }) => [heldOn, id]);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<TestDayDto> {
    const day = await this.days.find(id);
    if (!day) throw Problem.notFound();
    return day;
  }

  async create(wanted: CreateTestDayDto): Promise<Created<TestDayDto>> {
    const { institutionId } = wanted;
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const { kind } = await this.houses.staffed(institutionId);
    const outcome = await createOnce({
      digest,
      insert: () => this.insert({ ...wanted, id }, kind, digest),
      stored: () => this.days.findStored(institutionId, id),
    });
    if (outcome.created) await this.record('test_day.create', outcome.record, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateTestDayDto): Promise<TestDayDto> {
    const before = await this.getOpen(id);
    await assertUnchanged(before.version === version, () => this.get(id));
    const { groupIds, ...fields } = changes;
    await this.assertFits(before, changes);
    await this.assertKeepsResults(before, changes);
    if (groupIds) await this.days.setGroups(before, groupIds);
    // The groups have rows of their own; a change of them is a new version of the day all the same.
    const written = groupIds ? { wave: before.wave, ...fields } : fields;
    await assertUnchanged(await this.days.update(before, version, written), () => this.get(id));
    if (changes.heldOn && changes.heldOn !== before.heldOn) await this.scores.keepForDay(before);
    await this.record('test_day.update', before, changes);
    return this.get(id);
  }

  /** The head's release of a school's day. @throws Problem 409, 422 */
  async release(id: string, version: number, release: ReleaseTestDayDto): Promise<TestDayDto> {
    const before = await this.getOpen(id);
    assertRelease(release, { kind: before.institutionKind }, before.heldOn as CalendarDate);
    await assertUnchanged(await this.days.update(before, version, release), () => this.get(id));
    await this.record('test_day.release', before, release);
    return this.get(id);
  }

  /** Only a day without results. */
  async remove(id: string, version: number): Promise<void> {
    const before = await this.getOpen(id);
    if ((await this.days.listTestedGroups(before)).length > 0) throw hasResults();
    await assertUnchanged(await this.days.remove(before, version), () => this.get(id));
    await this.record('test_day.remove', before, {});
  }

  /** Of the actor's own house and not closed; nobody else plans there until the end. @throws Problem 404, 409 */
  async getOpen(id: string): Promise<TestDayDto> {
    const { institutionId } = await this.get(id);
    await this.houses.staffed(institutionId);
    const day = await this.get(id);
    if (day.state === 'closed') throw dayClosed();
    return day;
  }

  /** Sent twice is answered from the store, even if the rules of today would refuse it: the day is there. */
  private async insert(
    { groupIds, ...wanted }: CreateTestDayDto & { id: string },
    kind: string,
    digest: Buffer,
  ): Promise<boolean> {
    const { institutionId, id, heldOn } = wanted;
    if (await this.days.findStored(institutionId, id)) return false;
    assertDay(heldOn, this.clock.today());
    assertBattery(await this.days.findBattery(wanted.batteryId), kind);
    assertGroups(groupIds, await this.days.listGroups(institutionId, groupIds), heldOn);
    const { releasedOn = null, releasedBy = null } = wanted;
    assertRelease({ releasedOn, releasedBy }, { kind }, heldOn);
    const created = await this.days.insert({ ...wanted, creationDigest: digest });
    if (created) await this.days.addGroups(wanted, groupIds);
    return created;
  }

  private async assertFits(before: TestDayDto, changes: UpdateTestDayDto): Promise<void> {
    const heldOn = changes.heldOn ?? (before.heldOn as CalendarDate);
    if (heldOn !== before.heldOn) {
      assertDay(heldOn, this.clock.today());
      if (before.releasedOn !== null && before.releasedOn > heldOn) throw releasedTooLate(heldOn);
    }
    if (changes.batteryId !== undefined && changes.batteryId !== before.batteryId)
      assertBattery(await this.days.findBattery(changes.batteryId), before.institutionKind);
    const groupIds = changes.groupIds ?? before.groups.map(({ id }) => id);
    if (changes.groupIds || heldOn !== before.heldOn)
      assertGroups(groupIds, await this.days.listGroups(before.institutionId, groupIds), heldOn);
  }

  /** What is measured already limits what may still be planned otherwise. */
  private async assertKeepsResults(before: TestDayDto, changes: UpdateTestDayDto): Promise<void> {
    const tested = await this.days.listTestedGroups(before);
    if (tested.length === 0) return;
    if (changes.batteryId !== undefined && changes.batteryId !== before.batteryId) throw hasResults();
    if (changes.groupIds && tested.some((id) => !changes.groupIds?.includes(id))) throw hasResults();
    const { heldOn } = changes;
    if (heldOn === undefined || heldOn === before.heldOn) return;
    if (heldOn > this.clock.today())
      throw Problem.invalid('heldOn', 'Datum: Es gibt schon Ergebnisse. Bitte höchstens heute angeben.');
    const left = await this.days.listLeftBefore(before, heldOn);
    if (left.length > 0)
      throw Problem.invalid(
        'heldOn',
        `Datum: Da waren diese Kinder schon nicht mehr da: ${left.join(', ')}.`,
      );
  }

  private async record(
    action: string,
    { id, institutionId }: Pick<TestDayDto, 'id' | 'institutionId'>,
    fields: object,
  ): Promise<void> {
    await this.audit.record({
      ...{ action, objectType: 'test_day', objectId: id, institutionId },
      fields: Object.keys(fields).filter((name) => name !== 'id'),
    });
  }
}
