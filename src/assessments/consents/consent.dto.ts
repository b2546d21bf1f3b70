import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { DateField, IdField, IdListField } from '../../kernel/validation/fields.js';

export class CreateConsentsDto {
  /** Of the request: sent twice, it notes each consent once. */
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  /** Whose parents have signed. */
  @IdListField({ label: 'Kinder', least: 1, most: 200 })
  childIds: string[];

  /** The day of the signature. */
  @DateField({ label: 'Einwilligung vom' })
  givenOn: CalendarDate;
}

export class UpdateConsentDto {
  @DateField({ label: 'Einwilligung vom' })
  givenOn: CalendarDate;
}

export class ConsentDto {
  id: string;
  institutionId: string;
  childId: string;
  givenOn: string;
  /** Since then nothing that was measured is kept. */
  withdrawnOn: string | null;
  version: number;
}

export class ConsentsDto {
  /** The running consent of each child that was named. */
  items: ConsentDto[];
}

export class WithdrawalDto {
  consent: ConsentDto;
  /** Test days of the child whose results are gone, in all houses. */
  erased: number;
}
