import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { DateField } from '../../kernel/validation/fields.js';

export class HandOverMaterialsDto {
  /** Null: not handed over after all. */
  @DateField({ label: 'Materialbox übergeben am', nullable: true })
  materialsOn: CalendarDate | null;
}
