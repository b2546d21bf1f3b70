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
import { CONTACT_STATES, CONTACT_WAYS, type ContactState, type ContactWay } from '../vocabulary.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };
const STATE = { label: 'Stand', of: CONTACT_STATES };
const WAY = { label: 'Art der Beratung', of: CONTACT_WAYS };
const DAY = { label: 'Datum' };

export class ListCoachContactsDto extends CityFilterDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  /** Who advised. */
  @IdField({ label: 'Coach', optional: true })
  coachId?: string;

  @ChoiceField({ ...STATE, optional: true })
  state?: ContactState;

  /** Only those whose next step is not done yet. */
  @QueryFlag({ label: 'Nächster Schritt offen' })
  openStep?: boolean;

  @DateField({ label: 'Von', optional: true })
  from?: CalendarDate;

  @DateField({ label: 'Bis', optional: true })
  to?: CalendarDate;
}

class ContactFieldsDto {
  /** Local time, `HH:MM`. */
  @TextField({ label: 'Uhrzeit', max: 5, pattern: TIME_OF_DAY, ...MAY_BE_EMPTY })
  startsAt?: string | null;

  /** Needed once it was held. */
  @WholeNumberField({ label: 'Minuten', min: 5, max: 600, ...MAY_BE_EMPTY })
  minutes?: number | null;

  @TextField({ label: 'Themen', max: 2000, multiline: true, ...MAY_BE_EMPTY })
  topics?: string | null;

  @TextField({ label: 'Nächster Schritt', max: 300, ...MAY_BE_EMPTY })
  nextStep?: string | null;

  @DateField({ label: 'Fällig am', ...MAY_BE_EMPTY })
  nextStepDue?: CalendarDate | null;

  @DateField({ label: 'Erledigt am', ...MAY_BE_EMPTY })
  nextStepDoneOn?: CalendarDate | null;
}

export class CreateCoachContactDto extends ContactFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  /** Who advises; the house's coach of that day if absent. */
  @IdField({ label: 'Coach', optional: true })
  coachId?: string;

  @ChoiceField(STATE)
  state: ContactState;

  @ChoiceField(WAY)
  way: ContactWay;

  @DateField(DAY)
  heldOn: CalendarDate;
}

export class UpdateCoachContactDto extends ContactFieldsDto {
  @ChoiceField({ ...STATE, optional: true })
  state?: ContactState;

  @ChoiceField({ ...WAY, optional: true })
  way?: ContactWay;

  @DateField({ ...DAY, optional: true })
  heldOn?: CalendarDate;
}

export class CoachContactDto {
  id: string;
  institutionId: string;
  institutionName: string;
  /** Null once the coach's account is erased. */
  coachId: string | null;
  /** Null where the person may not be named to the reader. */
  coachName: string | null;
  /** planned | held | cancelled */
  state: string;
  /** on_site | phone | online */
  way: string;
  /** The day, whether it was or is still to come. */
  heldOn: string;
  /** Local time, `HH:MM`. */
  startsAt: string | null;
  minutes: number | null;
  topics: string | null;
  nextStep: string | null;
  nextStepDue: string | null;
  nextStepDoneOn: string | null;
  createdAt: string;
  version: number;
  /** Whether the reader may change it. */
  editable: boolean;
}

export class CoachContactListDto {
  items: CoachContactDto[];
  next: string | null;
}
