import { ApiProperty } from '@nestjs/swagger';
import { InvitationDto } from '../../access/invitations/invitation.dto.js';
import { IdField, QueryFlag, TextField } from '../../kernel/validation/fields.js';
import { RowErrorDto } from '../import.dto.js';
import { PERSON_STATUSES, type PersonStatus } from './people-analysis.js';

export class PeopleFileDto {
  /** Where the houses are, and where coaches and coordinators work. */
  @IdField({ label: 'Kommune' })
  municipalityId: string;
}

export class InvitePeopleDto extends PeopleFileDto {
  /** `digest` of the preview: nobody is invited if something else would happen now. */
  @TextField({ label: 'Prüfsumme der Vorschau', max: 64, optional: true })
  digest?: string;

  /** Leave out the wrong rows instead of refusing the file. */
  @QueryFlag({ label: 'Nur die richtigen Zeilen' })
  onlyGood?: boolean;
}

export class PersonRowDto {
  /** As the spreadsheet counts: the header is row 1. */
  number: number;

  @ApiProperty({ enum: PERSON_STATUSES })
  status: PersonStatus;

  name: string | null;
  email: string | null;
  role: string | null;
  institutionName: string | null;
  errors: RowErrorDto[];
}

export class PeoplePreviewDto {
  rows: PersonRowDto[];
  /** Stands for what would happen to these rows. */
  digest: string;
}

export class InvitedPersonDto extends InvitationDto {
  /** To be opened once within 24 hours; shown only in this answer. */
  link: string | null;
}

export class InvitedPeopleDto {
  items: InvitedPersonDto[];
  /** Rows that needed no invitation: the person has the role, or is invited to it. */
  unchanged: number;
  /** Wrong rows that were left out. */
  skipped: number;
  /** Mails with the links are on their way; the list of open invitations says when each was sent. */
  mailing: boolean;
}
