import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { DateField, IdField, QueryNumber, TextField } from '../../kernel/validation/fields.js';

const REASON = { label: 'Grund', max: 100 };

export class ListClosingDaysDto extends PageQueryDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  /** First calendar year: 2026 is 2026/27. What reaches into two school years belongs to both. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}

export class CreateClosingDayDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @DateField({ label: 'Erster Tag' })
  firstDay: CalendarDate;

  /** The same as the first for a single day. */
  @DateField({ label: 'Letzter Tag' })
  lastDay: CalendarDate;

  /** Such as Brauchtum, Konzeptionstag, Sommerschließung. */
  @TextField(REASON)
  reason: string;
}

export class UpdateClosingDayDto {
  @DateField({ label: 'Erster Tag', optional: true })
  firstDay?: CalendarDate;

  @DateField({ label: 'Letzter Tag', optional: true })
  lastDay?: CalendarDate;

  @TextField({ ...REASON, optional: true })
  reason?: string;
}

export class ClosingDayDto {
  id: string;
  institutionId: string;
  firstDay: string;
  lastDay: string;
  reason: string;
  version: number;
}

export class ClosingDayListDto {
  items: ClosingDayDto[];
  next: string | null;
}
