import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../audit/audit.js';
import { Database } from '../database/database.js';
import { assertUnchanged, contentDigest, sameRecord } from '../database/records.js';
import { berlinDate, Clock } from '../kernel/calendar/clock.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { Created } from '../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../kernel/page/cursor.js';
import { limitOf } from '../kernel/page/page-query.dto.js';
import { Problem } from '../kernel/problem/problem.js';
import type { ActivityDto, CreateActivityDto, ListActivitiesDto, UpdateActivityDto } from './activity.dto.js';
import type { SettledConflictDto } from './settled-conflict.dto.js';
import { ModuleService } from '../programme/modules/module.service.js';
import { assertPlausible, OWN_EDIT_DAYS, type Touched } from './activity-rules.js';
import { ActivityRepository } from './activity.repository.js';

@Injectable()
export class ActivityService {
  constructor(
    private readonly database: Database,
    private readonly activities: ActivityRepository,
    private readonly modules: ModuleService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListActivitiesDto): Promise<Page<ActivityDto>> {
    const limit = limitOf(query);
    const rows = await this.activities.list(query, decodeCursor(query.cursor, ['date', 'uuid']), limit + 1);
    return pageOf(rows, limit, ({ heldOn, id }) => [heldOn, id]);
  }

  /** @throws Problem 404, also for a deleted one */
  async get(id: string): Promise<ActivityDto> {
    const activity = await this.activities.find(id);
    if (!activity || activity.deletedAt !== null) throw Problem.notFound();
    return activity;
  }

  /** The own latest entry; null when there is none yet. @throws Problem 404 for a house that is not the actor's */
  async findLast(institutionId: string | undefined): Promise<ActivityDto | null> {
    const activity = await this.activities.findLast(institutionId ?? null);
    if (!activity && institutionId !== undefined) this.assertWorksIn(institutionId);
    return activity;
  }

  async create(wanted: CreateActivityDto): Promise<Created<ActivityDto>> {
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const record = await this.enter({ ...wanted, id }, digest);
    if (record) {
      await this.record('activity.create', record, Object.keys(wanted));
      return { created: true, record };
    }
    const stored = await this.activities.findStored(wanted.institutionId, id);
    return { created: false, record: sameRecord(stored, digest) };
  }

  async update(id: string, version: number, wanted: UpdateActivityDto): Promise<ActivityDto> {
    const { conflict, ...changes } = wanted;
    const before = await this.getEditable(id);
    if (conflict && Object.keys(changes).length === 0) return this.leave(before, version, conflict);
    const after = {
      groupId: before.groupId,
      heldOn: before.heldOn as CalendarDate,
      childrenPresent: before.childrenPresent,
      ...changes,
    };
    await this.assertPlausible(before.institutionId, after, {
      heldOn: after.heldOn !== before.heldOn,
      group: after.groupId !== before.groupId,
      childrenPresent: after.childrenPresent !== before.childrenPresent,
    });
    if (changes.moduleId && changes.moduleId !== before.moduleId)
      await this.modules.getChoosable(changes.moduleId);
    await this.write(before, version, changes);
    await this.record('activity.update', before, Object.keys(changes));
    if (conflict) await this.recordChoice(before, conflict);
    return this.get(id);
  }

  async remove(id: string, version: number): Promise<void> {
    const before = await this.getEditable(id);
    await this.write(before, version, { deletedAt: this.clock.now() });
    await this.record('activity.remove', before, []);
  }

  /** Takes a deletion back on the day it was made; the entry was plausible when it was written, so no rule is asked again. */
  async restore(id: string, version: number): Promise<ActivityDto> {
    const deleted = await this.activities.find(id);
    if (!deleted || !this.wasDeletedToday(deleted)) throw Problem.notFound();
    this.assertMayChange(deleted);
    await this.write(deleted, version, { deletedAt: null });
    await this.record('activity.restore', deleted, []);
    return this.get(id);
  }

  /**
   * Enters first and judges then, who acts is known only by then; what is refused is undone with the transaction. Sent twice is answered from the store, even when the
   * rules of today would refuse it: the entry is there.
   * @returns null when the id is taken
   */
  private async enter(
    wanted: CreateActivityDto & { id: string },
    digest: Buffer,
  ): Promise<ActivityDto | null> {
    const entered = await this.activities
      .insert({ ...wanted, digest })
      // Row-level security has refused a foreign house already; this says so in our words.
      .finally(() => this.assertWorksIn(wanted.institutionId));
    if (!entered) return null;
    assertPlausible(wanted, entered.surroundings, this.clock.today());
    if (wanted.moduleId) await this.modules.getChoosable(wanted.moduleId);
    return entered.record;
  }

  /** Whoever loses a race is told what stands there now, not what was read before the other's change. */
  private async write(before: ActivityDto, version: number, changes: object): Promise<void> {
    const updated = await this.activities.update(before, version, changes);
    await assertUnchanged(updated, () => this.activities.find(before.id));
  }

  private assertWorksIn(institutionId: string): void {
    const { educatorHouses, leadHouses } = this.database.actor;
    if (![...educatorHouses, ...leadHouses].includes(institutionId)) throw Problem.notFound();
  }

  private wasDeletedToday({ deletedAt }: ActivityDto): boolean {
    return deletedAt !== null && berlinDate(new Date(deletedAt)) === this.clock.today();
  }

  private async getEditable(id: string): Promise<ActivityDto> {
    const activity = await this.get(id);
    this.assertMayChange(activity);
    return activity;
  }

  // Whoever reads an entry by another of their roles is told so; row-level security would only find no row to change.
  private assertMayChange({ institutionId, authorId, editable }: ActivityDto): void {
    const { accountId, educatorHouses, leadHouses } = this.database.actor;
    const isOwn = authorId === accountId && educatorHouses.includes(institutionId);
    if (!isOwn && !leadHouses.includes(institutionId)) throw Problem.forbidden();
    if (!editable) throw editPeriodOver();
  }

  private async assertPlausible(
    institutionId: string,
    activity: { groupId: string; heldOn: CalendarDate; childrenPresent: number },
    touched?: Touched,
  ): Promise<void> {
    const surroundings = await this.activities.findSurroundings(
      institutionId,
      activity.groupId,
      activity.heldOn,
    );
    if (!surroundings)
      throw Problem.unknownReference('groupId', 'Gruppe: Diese Gruppe gibt es in der Einrichtung nicht.');
    assertPlausible(activity, surroundings, this.clock.today(), touched);
  }

  /** Of two versions the stored one was chosen in every field: only the choice is noted. */
  private async leave(
    stored: ActivityDto,
    version: number,
    choice: SettledConflictDto,
  ): Promise<ActivityDto> {
    await assertUnchanged(stored.version === version, () => Promise.resolve(stored));
    await this.recordChoice(stored, choice);
    return stored;
  }

  /** Somebody else had been quicker: in which fields the two differed, and where their word was left as it was. */
  private async recordChoice(activity: ActivityDto, { kept }: SettledConflictDto): Promise<void> {
    const fieldsOf = (chosen: typeof kept): string[] => chosen.map(({ field }) => field);
    await this.record('activity.settle_conflict', activity, fieldsOf(kept));
    const stored = kept.filter(({ chosen }) => chosen === 'stored');
    if (stored.length > 0) await this.record('activity.accept_stored', activity, fieldsOf(stored));
  }

  private async record(action: string, { id, institutionId }: ActivityDto, fields: string[]): Promise<void> {
    await this.audit.record({ action, objectType: 'activity', objectId: id, institutionId, fields });
  }
}

function editPeriodOver(): Problem {
  return new Problem(
    409,
    'edit_period_over',
    `Eigene Einträge lassen sich ${OWN_EDIT_DAYS} Tage lang ändern. Bitte wenden Sie sich an die Leitung der Einrichtung.`,
  );
}
