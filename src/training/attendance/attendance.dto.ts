import { ChoiceField, IdField, TextField, WholeNumberField } from '../../kernel/validation/fields.js';
import { ListField } from '../../kernel/validation/list-field.js';
import { ATTENDANCE_STATES, type AttendanceState } from './attendance-rules.js';

const MOST_MARKS = 1000;
const SIDES = ['own', 'stored'] as const;

export class MarkInputDto {
  @IdField({ label: 'Anmeldung' })
  registrationId: string;

  @IdField({ label: 'Termin' })
  sessionId: string;

  /** Null takes the mark back. */
  @ChoiceField({ label: 'Anwesenheit', of: ATTENDANCE_STATES, name: 'AttendanceState', nullable: true })
  state: AttendanceState | null;

  /** Of those who were there; all of the session's unless said otherwise. */
  @WholeNumberField({ label: 'Minuten', min: 0, max: 1440, optional: true, nullable: true })
  minutes?: number | null;

  /** Of the mark that it was made from; 0: there was none. */
  @WholeNumberField({ label: 'Fassung', min: 0, max: 1_000_000_000 })
  version: number;

  /** Of two marks for one place: the one that was made here, or what somebody else had stored. A person's choice, for the trail. */
  @ChoiceField({ label: 'Gewählt', of: SIDES, optional: true })
  chosen?: (typeof SIDES)[number];
}

export class TakeAttendanceDto {
  @ListField({ label: 'Anwesenheit', of: MarkInputDto, most: MOST_MARKS })
  marks: MarkInputDto[];
}

export class MarkDto {
  registrationId: string;
  sessionId: string;
  /** present | excused | absent; null: nothing said yet */
  state: string | null;
  minutes: number;
  /** 0 where nothing is said yet. */
  version: number;
}

export class MarkListDto {
  items: MarkDto[];
}

export class SheetSessionDto {
  id: string;
  heldOn: string;
  /** `HH:MM` in Berlin. */
  startsAt: string;
  endsAt: string;
  /** Without breaks. */
  minutes: number;
  place: string | null;
}

export class SheetPersonDto {
  /** Of the registration. */
  id: string;
  institutionId: string;
  institutionName: string;
  staffMemberId: string;
  name: string;
  /** confirmed | walk_in */
  state: string;
  attendedMinutes: number;
  marks: MarkDto[];
}

export class AttendanceSheetDto {
  trainingId: string;
  municipalityId: string;
  title: string;
  state: string;
  place: string | null;
  trainerName: string | null;
  thresholdPercent: number;
  /** Of all sessions, without breaks. */
  totalMinutes: number;
  sessions: SheetSessionDto[];
  /** In the order of their names; whom the reader may name. */
  people: SheetPersonDto[];
}

export class WalkInDto {
  /** Of the registration. */
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  /** Somebody who is in the list of staff already. */
  @IdField({ label: 'Fachkraft', optional: true })
  staffMemberId?: string;

  /** For somebody new: the house and the name. */
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @TextField({ label: 'Name', max: 100, optional: true })
  name?: string;
}
