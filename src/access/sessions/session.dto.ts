import { EmailField, SecretField, TextField } from '../../kernel/validation/fields.js';

export class SignInDto {
  @EmailField({ label: 'E-Mail-Adresse' })
  email: string;

  @SecretField({ label: 'Passwort' })
  password: string;

  /** Where a second factor is on: from the authenticator app, or a recovery code. Asked for once the password was right. */
  @TextField({ label: 'Code', max: 40, optional: true })
  code?: string;
}

export class AccountDto {
  id: string;
  name: string;
  email: string;
}

export class RoleDto {
  role: string;
  institutionId: string | null;
  institutionName: string | null;
  municipalityId: string | null;
  municipalityName: string | null;
}

export class SharedTabletDto {
  id: string;
  name: string;
  institutionId: string;
}

export class SessionDto {
  account: AccountDto;
  roles: RoleDto[];
  sessionId: string;
  /** Instant, ISO 8601. */
  expiresAt: string;
  /** Today in Berlin, YYYY-MM-DD. */
  today: string;
  /** The running school year: 2026 is 2026/27. */
  schoolYear: number;
  /** The people and institutions are invented. */
  demo: boolean;
  /** A second factor has to be set up before anything else. */
  secondFactorMissing: boolean;
  /** The shared tablet that was unlocked; null on a device of one's own. */
  tablet: SharedTabletDto | null;
}

export class SessionItemDto {
  id: string;
  device: string;
  createdAt: string;
  lastSeenAt: string;
  /** The session that asks. */
  current: boolean;
}

export class SessionListDto {
  items: SessionItemDto[];
}
