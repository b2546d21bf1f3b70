import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { DateField, IdField } from '../../kernel/validation/fields.js';

export class CreateCoachAssignmentDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Coach' })
  coachId: string;

  @DateField({ label: 'Erster Tag' })
  firstDay: CalendarDate;

  @DateField({ label: 'Letzter Tag', optional: true, nullable: true })
  lastDay?: CalendarDate | null;
}

/** A coach who is followed by another is not changed here: the next assignment ends the running one. */
export class UpdateCoachAssignmentDto {
  @DateField({ label: 'Erster Tag', optional: true })
  firstDay?: CalendarDate;

  /** Null: until further notice. */
  @DateField({ label: 'Letzter Tag', optional: true, nullable: true })
  lastDay?: CalendarDate | null;
}

export class CoachAssignmentDto {
  id: string;
  institutionId: string;
  /** Null once the coach's account is erased. */
  coachId: string | null;
  /** Null for who may not read it. */
  coachName: string | null;
  firstDay: string;
  /** Null: until further notice. */
  lastDay: string | null;
  version: number;
}

export class CoachAssignmentListDto {
  items: CoachAssignmentDto[];
}
