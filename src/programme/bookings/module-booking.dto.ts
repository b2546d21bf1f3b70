import { CityFilterDto } from '../../institutions/institution-query.dto.js';
import { TIME_OF_DAY } from '../../kernel/calendar/berlin-time.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import {
  ChoiceField,
  DateField,
  IdField,
  QueryFlag,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { BOOKING_STATES, type BookingState } from '../vocabulary.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };
const STATE = { label: 'Stand', of: BOOKING_STATES, optional: true };

export const BOOKING_SORTS = ['day', '-day'] as const;

/** Without a school year, whatever its day; `from` and `to` are about the day of its state. */
export class ListModuleBookingsDto extends CityFilterDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  /** Only houses that this person coaches today. */
  @IdField({ label: 'Coach', optional: true })
  coachId?: string;

  @IdField({ label: 'Modul', optional: true })
  moduleId?: string;

  @ChoiceField(STATE)
  state?: BookingState;

  /** Planned for a day that has passed, and nobody has said what became of it. */
  @QueryFlag({ label: 'Rückmeldung fehlt' })
  overdue?: boolean;

  @DateField({ label: 'Von', optional: true })
  from?: CalendarDate;

  @DateField({ label: 'Bis', optional: true })
  to?: CalendarDate;

  /** `-day`, the latest first, if absent. */
  @ChoiceField({ label: 'Sortierung', of: BOOKING_SORTS, optional: true })
  sort?: (typeof BOOKING_SORTS)[number];
}

/** Which of these may be filled depends on the state; what does not belong to it is refused. */
class BookingFieldsDto {
  @ChoiceField(STATE)
  state?: BookingState;

  @DateField({ label: 'Gewünscht ab', ...MAY_BE_EMPTY })
  wishedFrom?: CalendarDate | null;

  @DateField({ label: 'Gewünscht bis', ...MAY_BE_EMPTY })
  wishedTo?: CalendarDate | null;

  @DateField({ label: 'Geplant am', ...MAY_BE_EMPTY })
  plannedOn?: CalendarDate | null;

  /** Local time, `HH:MM`. */
  @TextField({ label: 'Uhrzeit', max: 5, pattern: TIME_OF_DAY, ...MAY_BE_EMPTY })
  plannedStart?: string | null;

  @DateField({ label: 'Durchgeführt am', ...MAY_BE_EMPTY })
  deliveredOn?: CalendarDate | null;

  @WholeNumberField({ label: 'Minuten', min: 5, max: 6000, ...MAY_BE_EMPTY })
  minutes?: number | null;

  @WholeNumberField({ label: 'Kinder', min: 0, max: 2000, ...MAY_BE_EMPTY })
  children?: number | null;

  @WholeNumberField({ label: 'Eltern', min: 0, max: 2000, ...MAY_BE_EMPTY })
  parents?: number | null;

  @WholeNumberField({ label: 'Fachkräfte', min: 0, max: 500, ...MAY_BE_EMPTY })
  staff?: number | null;

  @TextField({ label: 'Bemerkungen', max: 1000, multiline: true, ...MAY_BE_EMPTY })
  remarks?: string | null;

  @TextField({ label: 'Grund', max: 300, ...MAY_BE_EMPTY })
  cancelReason?: string | null;
}

/** Wished unless said otherwise; what took place already may be entered at once. */
export class CreateModuleBookingDto extends BookingFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @IdField({ label: 'Modul' })
  moduleId: string;
}

export class UpdateModuleBookingDto extends BookingFieldsDto {}

export class ModuleBookingDto {
  id: string;
  institutionId: string;
  institutionName: string;
  moduleId: string;
  moduleTitle: string;
  focusArea: string;
  /** children | parents | staff */
  audience: string;
  /** As in the catalogue. */
  format: string;
  usualMinutes: number | null;
  /** wished | planned | delivered | cancelled */
  state: string;
  wishedFrom: string | null;
  wishedTo: string | null;
  plannedOn: string | null;
  /** Local time, `HH:MM`. */
  plannedStart: string | null;
  deliveredOn: string | null;
  minutes: number | null;
  children: number | null;
  parents: number | null;
  staff: number | null;
  remarks: string | null;
  cancelledOn: string | null;
  cancelReason: string | null;
  createdAt: string;
  version: number;
  /** Whether the reader may change it. */
  editable: boolean;
}

export class ModuleBookingListDto {
  items: ModuleBookingDto[];
  next: string | null;
}
