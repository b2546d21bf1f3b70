import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { ChoiceField, DateField, FlagField, IdField, TextField } from '../../kernel/validation/fields.js';
import { PARTICIPATION_STATUSES, type ParticipationStatus } from '../vocabulary.js';

const REASON = { label: 'Grund', max: 500, optional: true, nullable: true };
const CORRECTION = { label: 'Grund der Berichtigung', max: 300 };

class NewStepDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @ChoiceField({ label: 'Stand', of: PARTICIPATION_STATUSES })
  status: ParticipationStatus;

  @DateField({ label: 'Datum' })
  reachedOn: CalendarDate;

  @TextField(REASON)
  reason?: string | null;
}

/** A run begins with its first step; one of the past may be entered with its end. */
export class CreateParticipationDto extends NewStepDto {
  @ChoiceField({ label: 'Ausgang', of: ['completed', 'cancelled'], optional: true })
  closedAs?: 'completed' | 'cancelled';

  @DateField({ label: 'Ende', optional: true })
  closedOn?: CalendarDate;

  @TextField({ ...REASON, label: 'Grund des Endes' })
  closedReason?: string | null;
}

export class AddStepDto extends NewStepDto {
  /** Why a step is entered out of turn; without it a step must lead forward. */
  @TextField({ ...CORRECTION, optional: true })
  correction?: string;
}

/** A step is never overwritten: it is withdrawn, and what is right takes its place. */
export class CorrectStepDto {
  @TextField(CORRECTION)
  correction: string;

  @ChoiceField({ label: 'Stand', of: PARTICIPATION_STATUSES, optional: true })
  status?: ParticipationStatus;

  @DateField({ label: 'Datum', optional: true })
  reachedOn?: CalendarDate;

  @TextField(REASON)
  reason?: string | null;

  /** Nothing takes its place. */
  @FlagField({ label: 'Zurückgenommen', optional: true })
  withdrawn?: boolean;
}

export class StepDto {
  id: string;
  /** requested | registered | initial_consultation | choosing_modules | active | completed | cancelled */
  status: string;
  reachedOn: string;
  reason: string | null;
  recordedAt: string;
  /** Why it was entered out of turn. */
  correction: string | null;
}

export class WithdrawnStepDto {
  id: string;
  status: string;
  reachedOn: string;
  reason: string | null;
  withdrawnAt: string;
  correction: string;
}

/** One run in the programme. */
export class ParticipationRunDto {
  id: string;
  institutionId: string;
  status: string;
  /** The day from which the house takes part; a request is none. */
  startedOn: string | null;
  endedOn: string | null;
  reason: string | null;
  /** When the house was given its box of material. */
  materialsOn: string | null;
  version: number;
  /** In the programme's order. */
  steps: StepDto[];
  /** What was corrected, the latest first. */
  withdrawn: WithdrawnStepDto[];
}

export class ParticipationRunListDto {
  items: ParticipationRunDto[];
}
