import { Injectable } from '@nestjs/common';
import { UpdateActivityDto } from '../../activities/activity.dto.js';
import { ActivityService } from '../../activities/activity.service.js';
import { checked } from '../../kernel/validation/checked.js';
import { IdField, WholeNumberField } from '../../kernel/validation/fields.js';
import { ObjectField } from '../../kernel/validation/object-field.js';
import { RecordHouses } from './record-houses.js';
import type { EntryKind, Noted } from './entry-kind.js';

/** A change of an activity that is stored, with what it was made from. */
class ActivityChangeDto {
  /** Of the activity. */
  @IdField({ label: 'Aktivität', optional: true })
  id?: string;

  @WholeNumberField({ label: 'Fassung', min: 1, max: 1_000_000_000 })
  version: number;

  @ObjectField({ label: 'Änderungen' })
  changes: Record<string, unknown>;

  /** What the changed fields were; for people who compare. */
  @ObjectField({ label: 'Ausgangsfassung', optional: true })
  base?: Record<string, unknown>;
}

@Injectable()
export class ActivityChangeKind implements EntryKind {
  readonly roles = ['educator', 'institution_lead'] as const;

  constructor(
    private readonly activities: ActivityService,
    private readonly houses: RecordHouses,
  ) {}

  /** Taken back before it was done, there is nothing to do. */
  async run({ recordId, body, withdrawn }: Noted): Promise<void> {
    const { version, changes } = checked(ActivityChangeDto, body);
    if (withdrawn) return;
    await this.activities.update(recordId, version, checked(UpdateActivityDto, changes));
  }

  houseOf({ recordId }: Noted): Promise<string | null> {
    return this.houses.ofActivity(recordId);
  }

  dayOf({ changes }: Record<string, unknown>): unknown {
    return typeof changes === 'object' && changes !== null && 'heldOn' in changes
      ? changes.heldOn
      : undefined;
  }
}
