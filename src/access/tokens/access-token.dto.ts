import { ApiProperty } from '@nestjs/swagger';
import {
  ChoiceListField,
  DateField,
  IdField,
  SecretField,
  TextField,
} from '../../kernel/validation/fields.js';
import { TOKEN_SCOPES, type TokenScope } from './token-scopes.js';

export class CreateAccessTokenDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @TextField({ label: 'Name', max: 100 })
  name: string;

  @ChoiceListField({ label: 'Wofür', of: TOKEN_SCOPES })
  scopes: TokenScope[];

  /** The last day on which it is good: at most a year from today. */
  @DateField({ label: 'Gültig bis' })
  expiresOn: string;

  @SecretField({ label: 'Passwort' })
  password: string;
}

export class AccessTokenDto {
  id: string;
  name: string;

  @ApiProperty({ enum: TOKEN_SCOPES, isArray: true })
  scopes: TokenScope[];

  createdAt: string;
  expiresOn: string;
  /** Its last day is over. */
  expired: boolean;
  /** Instant, to the minute; null while it has never been used. */
  lastUsedAt: string | null;
}

export class NewAccessTokenDto extends AccessTokenDto {
  /** Shown only in this answer. Null when the same token was asked for before. */
  token: string | null;
}

export class AccessTokenListDto {
  items: AccessTokenDto[];
}
