import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { ChoiceField, DateField, IdField, IdListField, TextField } from '../../kernel/validation/fields.js';
import { DAY_STATES, type DayState, type Wave, WAVES } from './vocabulary.js';

const GROUPS = { label: 'Gruppen', least: 1, most: 40 };
const WAVE = { label: 'Zeitpunkt', of: WAVES };
const RELEASED_BY = { label: 'Freigegeben von', max: 100 };

export class ListTestDaysDto extends PageQueryDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @IdField({ label: 'Gruppe', optional: true })
  groupId?: string;

  @ChoiceField({ ...WAVE, optional: true })
  wave?: Wave;

  @ChoiceField({ label: 'Stand', of: DAY_STATES, optional: true })
  state?: DayState;

  @DateField({ label: 'Von', optional: true })
  from?: CalendarDate;

  @DateField({ label: 'Bis', optional: true })
  to?: CalendarDate;
}

export class CreateTestDayDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @IdListField(GROUPS)
  groupIds: string[];

  @IdField({ label: 'Testbatterie' })
  batteryId: string;

  @ChoiceField(WAVE)
  wave: Wave;

  @DateField({ label: 'Datum' })
  heldOn: CalendarDate;

  /** Schools only: since when the head has released the day; with `releasedBy`. */
  @DateField({ label: 'Freigegeben am', optional: true, nullable: true })
  releasedOn?: CalendarDate | null;

  /** The head's name. */
  @TextField({ ...RELEASED_BY, optional: true, nullable: true })
  releasedBy?: string | null;
}

export class UpdateTestDayDto {
  @IdListField({ ...GROUPS, optional: true })
  groupIds?: string[];

  @IdField({ label: 'Testbatterie', optional: true })
  batteryId?: string;

  @ChoiceField({ ...WAVE, optional: true })
  wave?: Wave;

  @DateField({ label: 'Datum', optional: true })
  heldOn?: CalendarDate;
}

/** A school's head says that the day may take place. */
export class ReleaseTestDayDto {
  @DateField({ label: 'Freigegeben am' })
  releasedOn: CalendarDate;

  @TextField(RELEASED_BY)
  releasedBy: string;
}

export class TestDayGroupDto {
  id: string;
  name: string;
}

export class TestDayDto {
  id: string;
  institutionId: string;
  institutionName: string;
  /** kita | school */
  institutionKind: string;
  batteryId: string;
  batteryCode: string;
  batteryTitle: string;
  /** entry | progress | exit */
  wave: string;
  heldOn: string;
  releasedOn: string | null;
  releasedBy: string | null;
  /** A school's day that the head has not released yet: nothing can be entered. */
  needsRelease: boolean;
  /** planned | closed */
  state: string;
  closedAt: string | null;
  /** own | brought (one child's history, come along from another house) */
  origin: string;
  groups: TestDayGroupDto[];
  /** Children of the groups on the day whose parents have consented. */
  children: number;
  /** Of these, the ones with anything entered. */
  started: number;
  /** Of these, the ones for whom no task of the battery (optional ones apart) is left open. */
  complete: number;
  createdAt: string;
  version: number;
  /** Whether the reader may plan it: the staff of the house. */
  editable: boolean;
}

export class TestDayListDto {
  items: TestDayDto[];
  next: string | null;
}
