import { CityFilterDto } from '../institutions/institution-query.dto.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import {
  ChoiceField,
  DateField,
  IdField,
  QueryFlag,
  TextField,
  WholeNumberField,
} from '../kernel/validation/fields.js';
import { NestedField } from '../kernel/validation/nested-field.js';
import { SettledConflictDto } from './settled-conflict.dto.js';

export const PLACES = ['hall', 'room', 'outdoors'] as const;
export type Place = (typeof PLACES)[number];

const MINUTES = { label: 'Minuten', min: 5, max: 480 };
// The size of the group sets the real limit; this only keeps nonsense out.
const CHILDREN = { label: 'Anzahl der Kinder', min: 0, max: 210 };
const FOCUS_AREA = { label: 'Schwerpunkt', max: 40 };
const MAY_BE_EMPTY = { optional: true, nullable: true };

class ActivityDetailsDto {
  @WholeNumberField({ label: 'Anzahl der Erwachsenen', min: 0, max: 100, ...MAY_BE_EMPTY })
  adultsPresent?: number | null;

  @ChoiceField({ label: 'Ort', of: PLACES, ...MAY_BE_EMPTY })
  place?: Place | null;

  /** Of the catalogue. */
  @IdField({ label: 'Modul', ...MAY_BE_EMPTY })
  moduleId?: string | null;

  @TextField({ label: 'Notiz', max: 500, multiline: true, ...MAY_BE_EMPTY })
  note?: string | null;
}

export class CreateActivityDto extends ActivityDetailsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @IdField({ label: 'Gruppe' })
  groupId: string;

  @DateField({ label: 'Datum' })
  heldOn: CalendarDate;

  @TextField(FOCUS_AREA)
  focusArea: string;

  @WholeNumberField(MINUTES)
  minutes: number;

  @WholeNumberField(CHILDREN)
  childrenPresent: number;
}

export class UpdateActivityDto extends ActivityDetailsDto {
  @IdField({ label: 'Gruppe', optional: true })
  groupId?: string;

  @DateField({ label: 'Datum', optional: true })
  heldOn?: CalendarDate;

  @TextField({ ...FOCUS_AREA, optional: true })
  focusArea?: string;

  @WholeNumberField({ ...MINUTES, optional: true })
  minutes?: number;

  @WholeNumberField({ ...CHILDREN, optional: true })
  childrenPresent?: number;

  @NestedField({ label: 'Wahl zwischen zwei Fassungen', of: SettledConflictDto })
  conflict?: SettledConflictDto;
}

export class ListActivitiesDto extends CityFilterDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @IdField({ label: 'Gruppe', optional: true })
  groupId?: string;

  /** Only the own entries. */
  @QueryFlag({ label: 'Nur eigene' })
  mine?: boolean;

  @DateField({ label: 'Von', optional: true })
  from?: CalendarDate;

  @DateField({ label: 'Bis', optional: true })
  to?: CalendarDate;

  @TextField({ ...FOCUS_AREA, optional: true })
  focusArea?: string;
}

export class LastActivityDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;
}

export class ActivityDto {
  id: string;
  institutionId: string;
  institutionName: string;
  groupId: string;
  groupName: string;
  /** Null once the author's account is erased. */
  authorId: string | null;
  /** Null where the person may not be named to the reader. */
  authorName: string | null;
  heldOn: string;
  focusArea: string;
  minutes: number;
  childrenPresent: number;
  adultsPresent: number | null;
  /** hall | room | outdoors */
  place: string | null;
  moduleId: string | null;
  moduleTitle: string | null;
  note: string | null;
  createdAt: string;
  deletedAt: string | null;
  version: number;
  /** Whether the reader may still change it. */
  editable: boolean;
}

export class ActivityListDto {
  items: ActivityDto[];
  next: string | null;
}
