import { Injectable } from '@nestjs/common';
import {
  type ChosenTrial,
  CreateTrialDto,
  TrialDto,
  UpdateTrialDto,
} from '../../assessments/entry/trial.dto.js';
import { TrialService } from '../../assessments/entry/trial.service.js';
import { checked } from '../../kernel/validation/checked.js';
import { ChoiceField, WholeNumberField } from '../../kernel/validation/fields.js';
import type { EntryKind, Noted } from './entry-kind.js';
import { RecordHouses } from './record-houses.js';
import { codeIs, found } from './refusals.js';

/** A try as the outbox keeps it. */
class NotedTrialDto extends CreateTrialDto {
  /** Of the stored try that it corrects; null for the first word on it. */
  @WholeNumberField({ label: 'Fassung', min: 1, max: 1_000_000_000, optional: true, nullable: true })
  version?: number | null;

  /** As in a change of a stored try. */
  @ChoiceField({ label: 'Gewählt', of: ['own', 'stored'], optional: true })
  chosen?: ChosenTrial;
}

type Said = Pick<TrialDto, 'value' | 'valid'>;

/** A try, brought to what it shall be exactly as the outbox does it with a session (web/src/outbox/trial-sender.ts). */
@Injectable()
export class TrialKind implements EntryKind {
  readonly roles = ['educator', 'institution_lead', 'coach'] as const;

  constructor(
    private readonly trials: TrialService,
    private readonly houses: RecordHouses,
  ) {}

  run({ recordId, body, withdrawn }: Noted): Promise<void> {
    const { version = null, chosen, ...trial } = checked(NotedTrialDto, { ...body, id: recordId });
    const wanted = { ...trial, id: recordId };
    if (withdrawn) return this.remove(wanted, version);
    return version === null ? this.store(wanted) : this.correct(wanted, version, chosen);
  }

  houseOf({ body: { testDayId } }: Noted): Promise<string | null> {
    return this.houses.ofTestDay(testDayId);
  }

  /** Nobody knew what had arrived when another value was noted under the same id: then what is stored is corrected. */
  private async store(wanted: CreateTrialDto & { id: string }): Promise<void> {
    try {
      await this.trials.create(checked(CreateTrialDto, wanted));
    } catch (error) {
      const stored = codeIs(error, 'id_reused') ? await found(this.trials.get(wanted.id)) : null;
      if (!stored) throw error;
      await this.correct(wanted, stored.version);
    }
  }

  private async correct(
    wanted: CreateTrialDto & { id: string },
    version: number,
    chosen?: ChosenTrial,
  ): Promise<void> {
    const { id, value, valid, confirmed } = wanted;
    const stored = await found(this.trials.get(id));
    // Somebody took it away: what was noted here is still worth storing.
    if (!stored) await this.trials.create(checked(CreateTrialDto, wanted));
    if (!stored || (stored.version !== version && saysTheSame(stored, wanted))) return;
    await this.trials.update(id, version, checked(UpdateTrialDto, { value, valid, confirmed, chosen }));
  }

  /** That another device took it away before is as good; another value was not meant. */
  private async remove(wanted: CreateTrialDto & { id: string }, version: number | null): Promise<void> {
    const stored = await found(this.trials.get(wanted.id));
    if (!stored) return;
    const meant = version === null || saysTheSame(stored, wanted) ? stored.version : version;
    await this.trials.remove(wanted.id, meant);
  }
}

/** Two devices noted the same. */
function saysTheSame(a: Said, b: Said): boolean {
  return a.valid === b.valid && a.value === b.value;
}
