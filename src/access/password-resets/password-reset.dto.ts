import { ApiProperty } from '@nestjs/swagger';
import { EmailField, SecretField, TextField } from '../../kernel/validation/fields.js';
import { DELIVERIES, type Delivery } from '../../mail/mailer.js';

export class PasswordResetWaysDto {
  /** False: no mails are sent; one asks lead, coordinator or administrator for a link. */
  byMail: boolean;
}

export class RequestPasswordResetDto {
  @EmailField({ label: 'E-Mail-Adresse' })
  email: string;
}

export class ResetTokenDto {
  @TextField({ label: 'Link', max: 200 })
  token: string;
}

export class CompletePasswordResetDto extends ResetTokenDto {
  @SecretField({ label: 'Neues Passwort' })
  password: string;
}

export class PasswordResetPreviewDto {
  name: string;
  email: string;
  /** Signs the new password must have at least. */
  minLength: number;
  expiresAt: string;
}

export class PasswordResetLinkDto {
  /** To be opened once within 24 hours; shown only in this answer. */
  link: string;

  @ApiProperty({ enum: DELIVERIES, description: 'What became of the mail with the link.' })
  delivery: Delivery;

  expiresAt: string;
}
