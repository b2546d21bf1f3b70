import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { FlagField, IdField, IdListField } from '../../kernel/validation/fields.js';

const TRAINING = { label: 'Fortbildung' };
const DESPITE_OVERLAP = { label: 'Trotz Überschneidung', optional: true };

export class ListRegistrationsDto extends PageQueryDto {
  @IdField(TRAINING)
  trainingId: string;
}

export class RegisterDto {
  @IdField(TRAINING)
  trainingId: string;

  /** Who first gets a seat first. */
  @IdListField({ label: 'Fachkräfte', least: 1, most: 50 })
  staffMemberIds: string[];

  /** Another training takes place at the same time, and yet it is meant. */
  @FlagField(DESPITE_OVERLAP)
  despiteOverlap?: boolean;
}

export class RegisterMyselfDto {
  @IdField(TRAINING)
  trainingId: string;

  /** From which house, for who works in several. */
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @FlagField(DESPITE_OVERLAP)
  despiteOverlap?: boolean;
}

export class RegistrationDto {
  id: string;
  trainingId: string;
  staffMemberId: string;
  /** Null where the person does not work in the reader's house any more. */
  name: string | null;
  /** educator | teacher | all_day_staff | lead | other */
  function: string | null;
  /** The house that the person comes from. */
  institutionId: string;
  institutionName: string | null;
  /** confirmed | waiting | withdrawn | walk_in */
  state: string;
  /** Order of arrival. */
  arrival: number;
  /** 1 is next; null for who does not wait. */
  waitingPlace: number | null;
  /** Whether there is an address that messages go to. */
  hasEmail: boolean;
  registeredAt: string;
  version: number;
}

export class RegistrationListDto {
  items: RegistrationDto[];
  next: string | null;
}

export class RegisteredDto {
  staffMemberId: string;
  /** confirmed | waiting | walk_in | refused */
  outcome: string;
  /** Null for who was refused. */
  registration: RegistrationDto | null;
  /** Why somebody was refused: not_found | not_for_house | overlap | no_position. */
  code: string | null;
  /** The same as a sentence. */
  reason: string | null;
}

export class RegisteredListDto {
  items: RegisteredDto[];
}
