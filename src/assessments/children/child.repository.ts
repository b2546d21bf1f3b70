import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { removeVersion, updateVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { ChildDto, ListChildrenDto } from './child.dto.js';

const SELECT = `
  select c.id, c.institution_id as "institutionId", c.code, c.former_code as "formerCode", to_char(c.birth_month, 'YYYY-MM') as "birthMonth", c.sex,
    c.group_id as "groupId", g.name as "groupName", g.school_year as "schoolYear", c.left_on::text as "leftOn",
    (select json_build_object('id', k.id, 'institutionId', k.institution_id, 'childId', k.child_id, 'givenOn', k.given_on,
        'withdrawnOn', k.withdrawn_on, 'version', k.version)
      from consents k where k.institution_id = c.institution_id and k.child_id = c.id
      order by k.withdrawn_on desc nulls first, k.created_at desc, k.id limit 1) as consent, c.version
  from children c join groups g on g.institution_id = c.institution_id and g.id = c.group_id`;

export interface NewChild {
  id: string;
  code: string;
}

/** What all children of one creation have in common. */
export interface ChildFacts {
  institutionId: string;
  groupId: string;
  /** First day of the month. */
  birthMonth: string | null;
  sex: string | null;
  creationDigest: Buffer;
}

@Injectable()
export class ChildRepository {
  constructor(private readonly database: Database) {}

  /** By code, so that the order says nothing about anybody. */
  async list(query: ListChildrenDto, after: CursorKey | null, limit: number): Promise<ChildDto[]> {
    return this.database.query<ChildDto>(
      `${SELECT} where ($1::uuid is null or c.institution_id = $1) and ($2::uuid is null or c.group_id = $2)
         and (c.left_on is not null) = $3::boolean and ($4::text is null or (c.code, c.id) > ($4, $5::uuid))
       order by c.code, c.id limit $6`,
      [
        ...[query.institutionId ?? null, query.groupId ?? null, query.left ?? false],
        ...[after?.[0] ?? null, after?.[1] ?? null, limit],
      ],
    );
  }

  async find(id: string): Promise<ChildDto | null> {
    const [row] = await this.database.query<ChildDto>(`${SELECT} where c.id = $1`, [id]);
    return row ?? null;
  }

  /** Those of the house, by code. */
  async findAll(institutionId: string, ids: readonly string[]): Promise<ChildDto[]> {
    return this.database.query<ChildDto>(
      `${SELECT} where c.institution_id = $1 and c.id = any ($2::uuid[]) order by c.code`,
      [institutionId, ids],
    );
  }

  /** Groups of the house, archived ones apart. */
  async hasGroups(institutionId: string, ids: readonly string[]): Promise<boolean> {
    const rows = await this.database.query(
      'select from groups where institution_id = $1 and id = any ($2::uuid[]) and archived_at is null',
      [institutionId, ids],
    );
    return rows.length === new Set(ids).size;
  }

  /** Lets one creation of children in a house go after the other, so that two never wait for each other's codes. */
  async takeTurn(institutionId: string): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [institutionId]);
  }

  /** What earlier creations with these ids left in the house. */
  async listDigests(
    institutionId: string,
    ids: readonly string[],
  ): Promise<{ id: string; digest: Buffer | null }[]> {
    return this.database.query(
      'select id, creation_digest as digest from children where institution_id = $1 and id = any ($2::uuid[])',
      [institutionId, ids],
    );
  }

  /** Leaves out those whose code is taken. @returns the ids of those that are there now */
  async insert(children: readonly NewChild[], facts: ChildFacts): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `insert into children (institution_id, id, code, group_id, birth_month, sex, creation_digest)
       select $1, x.id, x.code, $3, $4::date, $5, $6 from jsonb_to_recordset($2) as x (id uuid, code text)
       on conflict (institution_id, code) do nothing returning id`,
      [
        ...[facts.institutionId, JSON.stringify(children), facts.groupId, facts.birthMonth, facts.sex],
        facts.creationDigest,
      ],
    );
    return rows.map(({ id }) => id);
  }

  update(
    { institutionId, id }: Pick<ChildDto, 'institutionId' | 'id'>,
    version: number,
    changes: object,
  ): Promise<boolean> {
    return updateVersion(this.database, 'children', { institutionId, id }, version, { ...changes });
  }

  remove({ institutionId, id }: Pick<ChildDto, 'institutionId' | 'id'>, version: number): Promise<boolean> {
    return removeVersion(this.database, 'children', { institutionId, id }, version);
  }
}
