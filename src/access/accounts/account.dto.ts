import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { ChoiceField, FlagField, IdField, TextField } from '../../kernel/validation/fields.js';
import { ROLES, type Role } from '../roles.js';
import { RoleDto } from '../sessions/session.dto.js';

export const ACCOUNT_STATES = ['active', 'disabled', 'never_signed_in'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export class ListAccountsDto extends PageQueryDto {
  /** Part of the name or e-mail address; forgives missing accents ("muhle" and "muehle" find "Mühle"). */
  @TextField({ label: 'Suche', max: 100, optional: true })
  q?: string;

  @ChoiceField({ label: 'Rolle', of: ROLES, optional: true })
  role?: Role;

  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @ChoiceField({ label: 'Zustand', of: ACCOUNT_STATES, optional: true })
  state?: AccountState;
}

export class UpdateAccountDto {
  @TextField({ label: 'Name', max: 100, optional: true })
  name?: string;

  /** Nobody signs in with a disabled account; what was entered with it stays. */
  @FlagField({ label: 'Gesperrt', optional: true })
  disabled?: boolean;
}

/** A role at its place: educators and leads at an institution, coaches and coordinators in a municipality, the others everywhere. */
export class RoleAtDto {
  @ChoiceField({ label: 'Rolle', of: ROLES })
  role: Role;

  @IdField({ label: 'Einrichtung', optional: true, nullable: true })
  institutionId?: string | null;

  @IdField({ label: 'Kommune', optional: true, nullable: true })
  municipalityId?: string | null;
}

export class HeldRoleDto extends RoleDto {
  id: string;
  /** The asker may take it away. */
  mayRemove: boolean;
}

export class PersonDto {
  id: string;
  name: string;
  email: string;
  /** Those the asker may know of. */
  roles: HeldRoleDto[];
  disabledAt: string | null;
  createdAt: string;
  lastSignInAt: string | null;
  /** Where the person is signed in right now; null where that is not the asker's business. */
  sessions: number | null;
  /** The asker may give every role the person has, and so may rename and lock the account. */
  mayChange: boolean;
  /** Whether there is a second factor to reset; null where that is not the asker's business. */
  hasSecondFactor: boolean | null;
  version: number;
}

export class PersonListDto {
  items: PersonDto[];
  next: string | null;
}
