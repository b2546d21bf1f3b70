import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import {
  ChoiceField,
  DateField,
  DecimalField,
  EmailField,
  FlagField,
  IdField,
  QueryFlag,
  TextField,
} from '../../kernel/validation/fields.js';
import { STAFF_FUNCTIONS, type StaffFunction } from '../vocabulary.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };
const NAME = { label: 'Name', max: 100 };
const FUNCTION = { label: 'Funktion', of: STAFF_FUNCTIONS };

export class ListStaffMembersDto extends PageQueryDto {
  /** Who works, or worked, in this house. */
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  /** Those without a running position; otherwise those with one. */
  @QueryFlag({ label: 'Ehemalige' })
  former?: boolean;

  /** Part of the name; forgives missing accents. */
  @TextField({ label: 'Suche', max: 100, optional: true })
  q?: string;
}

class StaffFieldsDto {
  @EmailField({ label: 'E-Mail-Adresse', ...MAY_BE_EMPTY })
  email?: string | null;

  @DecimalField({ label: 'Wochenstunden', min: 0.5, max: 60, ...MAY_BE_EMPTY })
  weeklyHours?: number | null;

  /** With which the person signs in; one with a role in the house. */
  @IdField({ label: 'Konto', ...MAY_BE_EMPTY })
  accountId?: string | null;

  /** Somebody in the house has this address already, and yet it is right. */
  @FlagField({ label: 'Trotz gleicher E-Mail-Adresse', optional: true })
  despiteSameEmail?: boolean;
}

export class CreateStaffMemberDto extends StaffFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  /** The house that keeps the record; the person works there. */
  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @TextField(NAME)
  name: string;

  @ChoiceField(FUNCTION)
  function: StaffFunction;

  @DateField({ label: 'Seit', ...MAY_BE_EMPTY })
  since?: CalendarDate | null;
}

export class UpdateStaffMemberDto extends StaffFieldsDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @ChoiceField({ ...FUNCTION, optional: true })
  function?: StaffFunction;

  /** Another house keeps the record from now on; the person must work there. For coordinators. */
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;
}

export class CreateStaffPositionDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Fachkraft' })
  staffMemberId: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @DateField({ label: 'Seit', ...MAY_BE_EMPTY })
  since?: CalendarDate | null;
}

export class UpdateStaffPositionDto {
  @DateField({ label: 'Seit', ...MAY_BE_EMPTY })
  since?: CalendarDate | null;

  /** The last day; null: it goes on. */
  @DateField({ label: 'Letzter Tag', ...MAY_BE_EMPTY })
  until?: CalendarDate | null;
}

export class StaffPositionDto {
  id: string;
  staffMemberId: string;
  institutionId: string;
  institutionName: string;
  since: string | null;
  /** The last day; null while it runs. */
  until: string | null;
  version: number;
}

export class StaffMemberDto {
  id: string;
  /** The house that keeps the record. */
  institutionId: string;
  /** Null where the reader does not see the house. */
  institutionName: string | null;
  name: string;
  /** educator | teacher | all_day_staff | lead | other */
  function: string;
  email: string | null;
  weeklyHours: number | null;
  accountId: string | null;
  /** Where the person works, as far as the reader sees these houses. */
  positions: StaffPositionDto[];
  version: number;
  /** Whether the reader keeps the record. */
  editable: boolean;
}

export class StaffMemberListDto {
  items: StaffMemberDto[];
  next: string | null;
}
