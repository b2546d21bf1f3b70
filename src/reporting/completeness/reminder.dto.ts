import { ApiProperty } from '@nestjs/swagger';
import { IdListField, TextField } from '../../kernel/validation/fields.js';

const MOST_HOUSES = 200;
const NOTE_LETTERS = 500;

export class RemindDto {
  @IdListField({ label: 'Einrichtungen', least: 1, most: MOST_HOUSES })
  institutionIds: string[];

  /** Said in the letter, in the coordinator's own words. */
  @TextField({ label: 'Eigene Worte', max: NOTE_LETTERS, multiline: true, optional: true, nullable: true })
  note?: string | null;
}

/**
 * `ready`: will be or was reminded · `recent`: was reminded within the last seven days · `complete`: nothing lacks · `no_address`: neither
 * a lead with an account nor an address of the house · `not_participating`: took no part this school year · `archived`
 */
export const REMINDER_STATES = [
  'ready',
  'recent',
  'complete',
  'no_address',
  'not_participating',
  'archived',
] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

export class ReminderRecipientDto {
  /** Null: the house's own address. */
  name: string | null;
  address: string;
}

export class RemindedHouseDto {
  institutionId: string;
  name: string;
  @ApiProperty({ enum: REMINDER_STATES })
  state: ReminderState;
  /** The last reminder; for one that was sent now, today. */
  remindedOn: string | null;
  /** Who gets the letter; empty unless `ready`. */
  recipients: ReminderRecipientDto[];
}

export class ReminderLetterDto {
  subject: string;
  /** As plain text. */
  text: string;
}

export class ReminderPreviewDto {
  /** In the order of their names. */
  items: RemindedHouseDto[];
  /** As the first recipient would get it; null when nobody would. */
  letter: ReminderLetterDto | null;
}

export class RemindersDto {
  items: RemindedHouseDto[];
  /** False: there is no mail server, the letters wait in the outbox. */
  mailing: boolean;
}
