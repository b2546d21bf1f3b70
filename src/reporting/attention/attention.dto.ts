import { OmitType } from '@nestjs/swagger';
import { InstitutionFilterDto } from '../../institutions/institution-query.dto.js';
import type { QuietDto } from '../overview/overview.dto.js';

export class AttentionQueryDto extends OmitType(InstitutionFilterDto, ['q', 'limit', 'cursor']) {}

/** A house, and how it is reached. */
class AttentionHouseDto {
  institutionId: string;
  institutionName: string;
  districtName: string;
  contactName: string | null;
  phone: string | null;
  email: string | null;
}

/** What was agreed with a house and was to be done before today. */
export class OverdueStepDto extends AttentionHouseDto {
  /** Of the contact. */
  id: string;
  /** The day of the contact. */
  heldOn: string;
  /** Who advised; null where the person may not be named to the reader. */
  coachName: string | null;
  nextStep: string;
  dueOn: string;
  /** Calendar days since then. */
  daysOverdue: number;
}

export class OverdueStepsDto {
  count: number;
  /** The ten that are due longest. */
  items: OverdueStepDto[];
}

/** A chosen module that waits for a date, or for somebody to say what became of it. */
export class UndatedBookingDto extends AttentionHouseDto {
  /** Of the booking. */
  id: string;
  moduleTitle: string;
  /** children | parents | staff */
  audience: string;
  /** wished: no date yet · planned: its day has passed, and nobody has said what became of it. */
  state: string;
  /** The day it was chosen, or was planned for. */
  since: string;
  /** Calendar days since then. */
  daysWaiting: number;
}

export class UndatedBookingsDto {
  count: number;
  /** The ten that wait longest. */
  items: UndatedBookingDto[];
  /** A wish is listed once it is older than this. */
  wishDays: number;
}

export class EmptyTrainingDto {
  id: string;
  title: string;
  municipalityId: string;
  /** Day of the first session. */
  startsOn: string;
  /** Calendar days until then; 0 is today. */
  daysUntil: number;
  capacity: number;
  /** Seats that are taken. */
  confirmed: number;
  /** open | closed */
  state: string;
  /** Last day on which people can register. */
  registerBy: string;
}

export class EmptyTrainingsDto {
  count: number;
  /** The ten that begin soonest. */
  items: EmptyTrainingDto[];
  /** A training is looked at when it begins within so many days. */
  withinDays: number;
  /** It is nearly empty with fewer of its seats taken than this, 0 to 1. */
  belowShare: number;
}

/** What somebody should see to this week; always as of today. */
export class AttentionDto {
  /** When it was counted. */
  dataAt: string;
  today: string;
  quiet: QuietDto;
  steps: OverdueStepsDto;
  bookings: UndatedBookingsDto;
  trainings: EmptyTrainingsDto;
}
