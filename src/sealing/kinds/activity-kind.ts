import { Injectable } from '@nestjs/common';
import { type ActivityDto, CreateActivityDto, UpdateActivityDto } from '../../activities/activity.dto.js';
import { ActivityService } from '../../activities/activity.service.js';
import { Problem } from '../../kernel/problem/problem.js';
import { checked } from '../../kernel/validation/checked.js';
import { type EntryKind, NeverThere, type Noted } from './entry-kind.js';
import { RecordHouses } from './record-houses.js';
import { codeIs, found } from './refusals.js';

/** An activity: entered, corrected before it was known whether it had arrived, or taken back. */
@Injectable()
export class ActivityKind implements EntryKind {
  readonly roles = ['educator', 'institution_lead'] as const;

  constructor(
    private readonly activities: ActivityService,
    private readonly houses: RecordHouses,
  ) {}

  async run(noted: Noted): Promise<void> {
    const here = await this.ofToday(noted);
    return here.withdrawn ? this.withdraw(here) : this.store(here.recordId, wantedIn(here));
  }

  houseOf({ body: { institutionId } }: Noted): Promise<string | null> {
    return this.houses.today(institutionId);
  }

  dayOf({ heldOn }: Record<string, unknown>): unknown {
    return heldOn;
  }

  /** Its house may have become part of another one since it was noted. */
  private async ofToday(noted: Noted): Promise<Noted> {
    const institutionId = await this.houses.today(noted.body['institutionId']);
    return institutionId === null ? noted : { ...noted, body: { ...noted.body, institutionId } };
  }

  /** The id may be there with what was noted first: then this is its correction. */
  private async store(id: string, wanted: CreateActivityDto): Promise<void> {
    try {
      await this.activities.create(wanted);
    } catch (error) {
      if (!codeIs(error, 'id_reused')) throw error;
      const stored = await found(this.activities.get(id));
      if (stored?.institutionId !== wanted.institutionId) throw error;
      const { id: _, institutionId: __, ...facts } = wanted;
      await this.activities.update(id, stored.version, checked(UpdateActivityDto, facts));
    }
  }

  /** Entered and deleted where it is not there: an earlier sending that is still on its way then finds its id taken. */
  private async withdraw(noted: Noted): Promise<void> {
    const { recordId: id } = noted;
    const stored = await found(this.activities.get(id));
    if (stored) return this.activities.remove(id, stored.version);
    const record = await this.enter(noted);
    if (record.deletedAt === null) await this.activities.remove(id, record.version);
  }

  private async enter(noted: Noted): Promise<ActivityDto> {
    try {
      return (await this.activities.create(wantedIn(noted))).record;
    } catch (error) {
      throw error instanceof Problem && error.status < 500 ? new NeverThere() : error;
    }
  }
}

/** @throws Problem 400, 422 */
function wantedIn({ recordId, body }: Noted): CreateActivityDto {
  // Of a stored one that is to be deleted the device says the version; here the last word counts.
  const { version: _, ...facts } = body;
  return checked(CreateActivityDto, { ...facts, id: recordId });
}
