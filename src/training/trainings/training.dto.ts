import { INSTITUTION_KINDS, type InstitutionKind } from '../../institutions/vocabulary.js';
import { TIME_OF_DAY } from '../../kernel/calendar/berlin-time.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import {
  ChoiceField,
  ChoiceListField,
  DateField,
  FlagField,
  IdField,
  IdListField,
  QueryFlag,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { ListField } from '../../kernel/validation/list-field.js';
import { TRAINING_STATES, type TrainingState } from '../vocabulary.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };
const TITLE = { label: 'Titel', max: 200 };
const FOCUS_AREA = { label: 'Schwerpunkt', max: 40 };
const CAPACITY = { label: 'Plätze', min: 1, max: 1000 };
const PLACE = { label: 'Ort', max: 200 };

/** Which trainings a list is about, by their dates. */
export const TRAINING_TIMES = ['upcoming', 'past'] as const;
export type TrainingTime = (typeof TRAINING_TIMES)[number];

export class ListTrainingsDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  /** upcoming: not over yet, the next first; past: the latest first. All of them, the next first, if absent. */
  @ChoiceField({ label: 'Zeit', of: TRAINING_TIMES, optional: true })
  when?: TrainingTime;

  @ChoiceField({ label: 'Stand', of: TRAINING_STATES, optional: true })
  state?: TrainingState;

  /** Only those that the person is registered for. */
  @QueryFlag({ label: 'Nur meine' })
  mine?: boolean;

  /** Only those for the person's houses. */
  @QueryFlag({ label: 'Für mich' })
  forMe?: boolean;

  @TextField({ ...FOCUS_AREA, optional: true })
  focusArea?: string;

  /** Part of the title; forgives missing accents. */
  @TextField({ label: 'Suche', max: 100, optional: true })
  q?: string;
}

export class WriteTrainingSessionDto {
  /** Of a session that is there already; without it a new one is made. */
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @DateField({ label: 'Datum' })
  heldOn: CalendarDate;

  /** Clock time in Europe/Berlin, HH:MM. */
  @TextField({ label: 'Beginn', max: 5, pattern: TIME_OF_DAY })
  startsAt: string;

  @TextField({ label: 'Ende', max: 5, pattern: TIME_OF_DAY })
  endsAt: string;

  @WholeNumberField({ label: 'Pausen in Minuten', min: 0, max: 600, optional: true })
  breakMinutes?: number;

  /** Where it is not the training's place. */
  @TextField({ ...PLACE, ...MAY_BE_EMPTY })
  place?: string | null;
}

class TrainingFieldsDto {
  @TextField({ label: 'Inhalte', max: 4000, multiline: true, ...MAY_BE_EMPTY })
  contents?: string | null;

  @IdListField({ label: 'Module', most: 20, optional: true })
  moduleIds?: string[];

  @TextField({ label: 'Leitung der Fortbildung', max: 100, ...MAY_BE_EMPTY })
  trainerName?: string | null;

  @TextField({ label: 'Qualifikation', max: 200, ...MAY_BE_EMPTY })
  trainerQualification?: string | null;

  @TextField({ ...PLACE, ...MAY_BE_EMPTY })
  place?: string | null;

  /** The last day to register; null: the first session's. */
  @DateField({ label: 'Anmeldung bis', ...MAY_BE_EMPTY })
  registerUntil?: CalendarDate | null;

  @ChoiceListField({ label: 'Für', of: INSTITUTION_KINDS, optional: true })
  kinds?: InstitutionKind[];

  /** None: for all districts. */
  @IdListField({ label: 'Stadtbezirke', most: 50, optional: true })
  districtIds?: string[];

  /** Share of the minutes from which on the certificate says "took part". */
  @WholeNumberField({ label: 'Nötige Anwesenheit in Prozent', min: 1, max: 100, optional: true })
  thresholdPercent?: number;

  /** Who issues the certificates. */
  @TextField({ label: 'Aussteller', max: 200, ...MAY_BE_EMPTY })
  issuer?: string | null;

  /** All of them: a session that is left out is deleted. */
  @ListField({ label: 'Termine', of: WriteTrainingSessionDto, most: 30, optional: true })
  sessions?: WriteTrainingSessionDto[];
}

export class CreateTrainingDto extends TrainingFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Kommune' })
  municipalityId: string;

  @TextField(TITLE)
  title: string;

  @TextField(FOCUS_AREA)
  focusArea: string;

  @WholeNumberField(CAPACITY)
  capacity: number;
}

export class UpdateTrainingDto extends TrainingFieldsDto {
  @TextField({ ...TITLE, optional: true })
  title?: string;

  @TextField({ ...FOCUS_AREA, optional: true })
  focusArea?: string;

  @WholeNumberField({ ...CAPACITY, optional: true })
  capacity?: number;

  @ChoiceField({ label: 'Stand', of: TRAINING_STATES, optional: true })
  state?: TrainingState;

  /** Needed to cancel; those who are registered are told. */
  @TextField({ label: 'Grund', max: 500, optional: true })
  cancelReason?: string;

  /** The capacity may be less than the seats that are confirmed; nobody loses theirs. */
  @FlagField({ label: 'Trotz bestätigter Plätze', optional: true })
  confirm?: boolean;
}

export class TrainingSessionDto {
  id: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  breakMinutes: number;
  place: string | null;
  /** Without the breaks. */
  minutes: number;
}

export class TrainingModuleDto {
  id: string;
  title: string;
}

/** The reader's own registration. */
export class OwnRegistrationDto {
  id: string;
  /** confirmed | waiting | walk_in */
  state: string;
  /** 1 is next; null for who does not wait. */
  waitingPlace: number | null;
  version: number;
}

export class TrainingDto {
  id: string;
  municipalityId: string;
  title: string;
  contents: string | null;
  focusArea: string;
  modules: TrainingModuleDto[];
  trainerName: string | null;
  trainerQualification: string | null;
  place: string | null;
  capacity: number;
  registerUntil: string | null;
  /** kita | school */
  kinds: string[];
  districtIds: string[];
  districtNames: string[];
  thresholdPercent: number;
  issuer: string | null;
  /** draft | open | closed | completed | cancelled */
  state: string;
  cancelReason: string | null;
  sessions: TrainingSessionDto[];
  /** Of all sessions, without breaks. */
  minutes: number;
  /** Of 45 minutes, one decimal. */
  teachingUnits: number;
  confirmed: number;
  waiting: number;
  /** Seats left. */
  free: number;
  /** The last day to register; null while there is no session. */
  registerBy: string | null;
  /** Whether one may register today. */
  registrationOpen: boolean;
  mine: OwnRegistrationDto | null;
  /** Whether it is for a house of the reader's. */
  forMe: boolean;
  version: number;
  /** Whether the reader keeps it. */
  editable: boolean;
}

export class TrainingListDto {
  items: TrainingDto[];
  next: string | null;
}
