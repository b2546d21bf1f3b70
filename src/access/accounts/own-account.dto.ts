import { SecretField, TextField } from '../../kernel/validation/fields.js';
import { AccountDto } from '../sessions/session.dto.js';

export class OwnAccountDto extends AccountDto {
  version: number;
}

export class UpdateOwnAccountDto {
  @TextField({ label: 'Name', max: 100 })
  name: string;
}

export class ChangePasswordDto {
  @SecretField({ label: 'Bisheriges Passwort' })
  current: string;

  @SecretField({ label: 'Neues Passwort' })
  password: string;
}
