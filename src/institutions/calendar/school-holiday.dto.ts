import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { DateField, IdField, QueryNumber, TextField } from '../../kernel/validation/fields.js';

const STATE = {
  label: 'Bundesland',
  max: 2,
  pattern: { regex: /^[A-Z]{2}$/, expected: 'das Kürzel des Bundeslandes wie NW' },
};
const NAME = { label: 'Ferien', max: 60 };
const SOURCE = { label: 'Quelle', max: 200 };

export class ListSchoolHolidaysDto extends PageQueryDto {
  @TextField({ ...STATE, optional: true })
  state?: string;

  /** First calendar year: 2026 is 2026/27. Holidays belong to the year in which they begin. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}

export class CreateSchoolHolidayDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @TextField(STATE)
  state: string;

  /** Such as Herbstferien. */
  @TextField(NAME)
  name: string;

  @DateField({ label: 'Erster Tag' })
  firstDay: CalendarDate;

  @DateField({ label: 'Letzter Tag' })
  lastDay: CalendarDate;

  /** Where the dates were published. */
  @TextField(SOURCE)
  source: string;
}

export class UpdateSchoolHolidayDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @DateField({ label: 'Erster Tag', optional: true })
  firstDay?: CalendarDate;

  @DateField({ label: 'Letzter Tag', optional: true })
  lastDay?: CalendarDate;

  @TextField({ ...SOURCE, optional: true })
  source?: string;
}

export class SchoolHolidayDto {
  id: string;
  /** Federal state: NW is North Rhine-Westphalia. */
  state: string;
  name: string;
  firstDay: string;
  lastDay: string;
  source: string;
  version: number;
}

export class SchoolHolidayListDto {
  items: SchoolHolidayDto[];
  next: string | null;
}
