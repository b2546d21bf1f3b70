import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { DateField, IdField, IdListField, TextField } from '../../kernel/validation/fields.js';

export class ListChildTransfersDto extends PageQueryDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;
}

export class CreateChildTransfersDto {
  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  /** Who gets a code; one that was given before and not used becomes invalid. */
  @IdListField({ label: 'Kinder', least: 1, most: 100 })
  childIds: string[];
}

export class RedeemChildTransferDto {
  /** Of the child in the new house: sent twice, it is received once. */
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  /** As it stands on the parents' sheet; blanks, dashes and small letters do not matter. */
  @TextField({ label: 'Code', max: 60 })
  code: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @IdField({ label: 'Gruppe' })
  groupId: string;

  /** The day on which the parents signed in the new house. */
  @DateField({ label: 'Einwilligung vom' })
  consentGivenOn: CalendarDate;
}

export class ChildTransferDto {
  id: string;
  institutionId: string;
  childId: string;
  childCode: string;
  createdAt: string;
  /** The last day on which it can be redeemed. */
  expiresOn: string;
  /** Null: not yet. By whom is not said here. */
  redeemedAt: string | null;
  version: number;
}

export class ChildTransferListDto {
  /** By the child's code. */
  items: ChildTransferDto[];
  next: string | null;
}

export class NewChildTransferDto extends ChildTransferDto {
  /** For the parents; shown in this answer only. */
  code: string;
}

export class NewChildTransfersDto {
  items: NewChildTransferDto[];
}
