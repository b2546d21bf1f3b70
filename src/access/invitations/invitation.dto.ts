import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, EmailField, IdField, SecretField, TextField } from '../../kernel/validation/fields.js';
import { DELIVERIES, type Delivery } from '../../mail/mailer.js';
import { ROLES, type Role } from '../roles.js';

export class CreateInvitationDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @EmailField({ label: 'E-Mail-Adresse' })
  email: string;

  @TextField({ label: 'Name', max: 100 })
  name: string;

  @ChoiceField({ label: 'Rolle', of: ROLES })
  role: Role;

  @IdField({ label: 'Einrichtung', optional: true, nullable: true })
  institutionId?: string | null;

  @IdField({ label: 'Kommune', optional: true, nullable: true })
  municipalityId?: string | null;
}

export class InvitationTokenDto {
  @TextField({ label: 'Einladungslink', max: 200 })
  token: string;
}

export class AcceptInvitationDto extends InvitationTokenDto {
  @TextField({ label: 'Name', max: 100 })
  name: string;

  /** Only for an invitation without an address (the first administrator's). */
  @EmailField({ label: 'E-Mail-Adresse', optional: true })
  email?: string;

  @SecretField({ label: 'Passwort' })
  password: string;

  /** Only where the address has an account with a second factor. */
  @TextField({ label: 'Code', max: 40, optional: true })
  code?: string;
}

export class InvitationDto {
  id: string;
  email: string | null;
  name: string | null;
  role: string;
  institutionId: string | null;
  institutionName: string | null;
  municipalityId: string | null;
  municipalityName: string | null;
  expiresAt: string;
  /** When its mail was handed to the mail server; null: the link is passed on by hand. */
  mailedAt: string | null;
  /** Null: the application itself, or somebody whose name the asker may not know. */
  invitedByName: string | null;
}

export class NewInvitationDto extends InvitationDto {
  /** To be opened once within 24 hours; shown only in this answer. Null when the same invitation was sent before. */
  link: string | null;

  @ApiProperty({ enum: DELIVERIES, description: 'What became of the mail with the link.' })
  delivery: Delivery;
}

export class InvitationListDto {
  items: InvitationDto[];
  next: string | null;
}

export class InvitationPreviewDto {
  name: string | null;
  /** Null: whoever accepts says their own address. */
  email: string | null;
  role: string;
  institutionName: string | null;
  municipalityName: string | null;
  expiresAt: string;
  /** The address has an account: its password adds the role. */
  accountExists: boolean;
}
