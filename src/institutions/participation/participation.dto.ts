import { ChoiceField, DateField, IdField, TextField } from '../../kernel/validation/fields.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PARTICIPATION_STATUSES, type ParticipationStatus } from '../vocabulary.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };

export class PutParticipationDto {
  @ChoiceField({ label: 'Stand', of: PARTICIPATION_STATUSES })
  status: ParticipationStatus;

  @IdField({ label: 'Coach', ...MAY_BE_EMPTY })
  coachId?: string | null;

  @DateField({ label: 'Beginn', ...MAY_BE_EMPTY })
  startedOn?: CalendarDate | null;

  @DateField({ label: 'Ende', ...MAY_BE_EMPTY })
  endedOn?: CalendarDate | null;

  @TextField({ label: 'Grund', max: 500, ...MAY_BE_EMPTY })
  reason?: string | null;
}
