import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { updateVersion } from '../../database/records.js';
import { likePattern } from '../../database/like-pattern.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { AccountState, ListAccountsDto, PersonDto } from './account.dto.js';

/** Roles (`account_roles r`) at places where the actor looks after people; narrower than what row-level security shows of colleagues. */
export const LOOKED_AFTER = `((select app_administrator()) or r.institution_id = any ((select app_lead_houses())::uuid[])
  or r.municipality_id = any ((select app_municipalities())::uuid[])
  or r.institution_id in (select h.id from institutions h where h.municipality_id = any ((select app_municipalities())::uuid[])))`;

const MAY_GIVE = 'app_may_give(r.role, r.institution_id, r.municipality_id)';

const SELECT = `
  select a.id, a.name, a.email, to_json(a.disabled_at) #>> '{}' as "disabledAt", to_json(a.created_at) #>> '{}' as "createdAt",
    to_json(a.last_sign_in_at) #>> '{}' as "lastSignInAt", a.version, app_gives_every_role(a.id) as "mayChange",
    app_has_second_factor(a.id) as "hasSecondFactor",
    case when (select app_administrator()) or exists (select from account_roles r where r.account_id = a.id and ${MAY_GIVE}) then
      (select count(*)::int from sessions s where s.account_id = a.id and now() < s.expires_at and now() < s.idle_until) end as sessions,
    coalesce((select json_agg(json_build_object('id', r.id, 'role', r.role, 'institutionId', r.institution_id, 'institutionName', i.name,
        'municipalityId', coalesce(r.municipality_id, i.municipality_id), 'municipalityName', m.name, 'mayRemove', ${MAY_GIVE})
        order by r.role, i.name, m.name)
      from account_roles r left join institutions i on i.id = r.institution_id
        left join municipalities m on m.id = coalesce(r.municipality_id, i.municipality_id)
      where r.account_id = a.id and ${LOOKED_AFTER}), '[]') as roles
  from accounts a`;

// $1 role, $2 institution. Administrators also see who has no role at all (any more).
const HAS_ROLE = `(((select app_administrator()) and $1::text is null and $2::uuid is null) or exists (select from account_roles r
  where r.account_id = a.id and ${LOOKED_AFTER} and ($1 is null or r.role = $1) and ($2 is null or r.institution_id = $2)))`;

/** Of `accounts a`. */
export const STATES: Record<AccountState, string> = {
  active: 'a.disabled_at is null',
  disabled: 'a.disabled_at is not null',
  never_signed_in: 'a.disabled_at is null and a.last_sign_in_at is null',
};

// Any number of its own: it keeps two administrators from removing each other at the same moment.
const ADMINISTRATORS_LOCK = 7_410_001;

/** A role by what it is, not by its id: one person has it once at each place. */
export interface RolePlace {
  role: string;
  institutionId: string | null;
  municipalityId: string | null;
}

/** Accounts as those see them who look after people. */
@Injectable()
export class PersonRepository {
  constructor(private readonly database: Database) {}

  async list(query: ListAccountsDto, after: CursorKey | null, limit: number): Promise<PersonDto[]> {
    const { q, state, role = null, institutionId = null } = query;
    const [afterName, afterId] = after ?? [null, null];
    return this.database.query<PersonDto>(
      `${SELECT} where ${HAS_ROLE} and ${state ? STATES[state] : 'true'}
         and ($3::text is null or search_text(a.name || ' ' || a.email) like '%' || fold($3) || '%')
         and ($4::text is null or (a.name, a.id) > ($4, $5::uuid))
       order by a.name, a.id limit $6`,
      [role, institutionId, q === undefined ? null : likePattern(q), afterName, afterId, limit],
    );
  }

  async find(id: string): Promise<PersonDto | null> {
    const [row] = await this.database.query<PersonDto>(`${SELECT} where ${HAS_ROLE} and a.id = $3`, [
      ...[null, null],
      id,
    ]);
    return row ?? null;
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'accounts', { id }, version, { ...changes });
  }

  /** @returns whether the person had the role */
  async removeRole(accountId: string, { role, institutionId, municipalityId }: RolePlace): Promise<boolean> {
    const rows = await this.database.query(
      `delete from account_roles where account_id = $1 and role = $2 and institution_id is not distinct from $3
         and municipality_id is not distinct from $4 returning 1`,
      [accountId, role, institutionId, municipalityId],
    );
    return rows.length > 0;
  }

  /** Whether somebody else could still administer, counted while nobody else takes an administrator away. */
  async isOtherAdministrator(accountId: string): Promise<boolean> {
    await this.database.query('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
    const rows = await this.database.query(
      `select from account_roles r join accounts a on a.id = r.account_id
       where r.role = 'administrator' and a.disabled_at is null and a.id <> $1 limit 1`,
      [accountId],
    );
    return rows.length > 0;
  }
}
