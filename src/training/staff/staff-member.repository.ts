import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { likePattern } from '../../database/like-pattern.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import { Parameters } from '../../institutions/institution-filter.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { ListStaffMembersDto, StaffMemberDto } from './staff-member.dto.js';
import { POSITION_FIELDS } from './staff-position.repository.js';

/** Of `staff_positions p`: it runs on the day of the request. */
export const RUNS_TODAY = `coalesce(p.until, 'infinity') >= app_today()`;

const EDITABLE = `(m.institution_id = any ((select app_lead_houses())::uuid[])
  or exists (select from institutions k where k.id = m.institution_id and k.municipality_id = any ((select app_municipalities())::uuid[])))`;

const SELECT = `
  select m.id, m.institution_id as "institutionId", i.name as "institutionName", m.name, m.function, m.email,
    m.weekly_hours::float8 as "weeklyHours", m.account_id as "accountId", m.version, ${EDITABLE} as editable,
    coalesce((select json_agg(json_build_object(${POSITION_FIELDS}) order by p.until nulls first, h.name)
      from staff_positions p join institutions h on h.id = p.institution_id where p.staff_member_id = m.id), '[]') as positions
  from staff_members m left join institutions i on i.id = m.institution_id`;

@Injectable()
export class StaffMemberRepository {
  constructor(private readonly database: Database) {}

  /** By name. */
  async list(query: ListStaffMembersDto, after: CursorKey | null, limit: number): Promise<StaffMemberDto[]> {
    const parameters = new Parameters();
    const conditions = staffConditions(query, parameters);
    if (after) {
      const [name, id] = after.map((value) => parameters.add(value));
      conditions.push(`(m.name, m.id) > (${name}::text, ${id}::uuid)`);
    }
    return this.database.query<StaffMemberDto>(
      `${SELECT} where ${conditions.join(' and ')} order by m.name, m.id limit ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  async find(id: string): Promise<StaffMemberDto | null> {
    const [row] = await this.database.query<StaffMemberDto>(`${SELECT} where m.id = $1`, [id]);
    return row ?? null;
  }

  /** The actor's own record. */
  async findOwn(): Promise<StaffMemberDto | null> {
    const [row] = await this.database.query<StaffMemberDto>(`${SELECT} where m.account_id = app_actor_id()`);
    return row ?? null;
  }

  async findDigest(institutionId: string, id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from staff_members where institution_id = $1 and id = $2',
      [institutionId, id],
    );
    return row?.digest ?? null;
  }

  /** Somebody else with this address who works in the house, or whose record it keeps. */
  async findByEmail(institutionId: string, email: string, exceptId: string): Promise<StaffMemberDto | null> {
    const [row] = await this.database.query<StaffMemberDto>(
      `${SELECT} where m.email = $2 and m.id <> $3 and (m.institution_id = $1 or exists (
         select from staff_positions p where p.institution_id = $1 and p.staff_member_id = m.id and ${RUNS_TODAY}))
       order by m.id limit 1`,
      [institutionId, email, exceptId],
    );
    return row ?? null;
  }

  /** Whether the account has a role in the house. */
  async belongs(accountId: string, institutionId: string): Promise<boolean> {
    const rows = await this.database.query(
      'select from account_roles where account_id = $1 and institution_id = $2 limit 1',
      [accountId, institutionId],
    );
    return rows.length > 0;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'staff_members', ['institutionId', 'id'], { ...values });
  }

  update({ institutionId, id }: StaffMemberDto, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'staff_members', { institutionId, id }, version, { ...changes });
  }

  remove({ institutionId, id }: StaffMemberDto, version: number): Promise<boolean> {
    return removeVersion(this.database, 'staff_members', { institutionId, id }, version);
  }
}

/** Conditions on `staff_members m` and their houses `institutions i`; at least one. */
export function staffConditions(query: Partial<ListStaffMembersDto>, parameters: Parameters): string[] {
  const house =
    query.institutionId === undefined ? 'true' : `p.institution_id = ${parameters.add(query.institutionId)}`;
  const works = `exists (select from staff_positions p where p.staff_member_id = m.id and ${house} and ${RUNS_TODAY})`;
  const conditions = [query.former ? `not ${works}` : works];
  if (query.former && query.institutionId !== undefined) {
    conditions.push(
      `exists (select from staff_positions p where p.staff_member_id = m.id and p.institution_id = ${parameters.add(query.institutionId)})`,
    );
  }
  if (query.municipalityId !== undefined)
    conditions.push(`i.municipality_id = ${parameters.add(query.municipalityId)}`);
  if (query.q !== undefined)
    conditions.push(`search_text(m.name) like '%' || fold(${parameters.add(likePattern(query.q))}) || '%'`);
  return conditions;
}
