import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { SchoolYear } from '../../kernel/calendar/school-year.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import { Parameters, participatesBetween } from '../institution-filter.js';
import type { GroupDto } from './group.dto.js';
import type { GroupYearCountsDto, GroupYearHouseDto, ListGroupYearsDto } from './group-year.dto.js';
import { GROUP_COLUMNS } from './group.repository.js';

export interface Confirmation {
  confirmedAt: string;
  confirmedByName: string | null;
}

interface NewGroup {
  id: string;
  name: string;
  size: number;
  /** Whose children go on in it. */
  fromGroupId: string | null;
}

// Whoever answers for the city, and not somebody who also leads a house elsewhere.
const REACH = `((select app_programme_lead()) or (select app_administrator())
  or i.municipality_id = any ((select app_municipalities())::uuid[]))`;

const TAKES_PART = participatesBetween('app_today()', 'app_today()');

@Injectable()
export class GroupYearRepository {
  constructor(private readonly database: Database) {}

  /** Open groups of a house in a year, in German order. */
  async listGroups(institutionId: string, schoolYear: SchoolYear): Promise<GroupDto[]> {
    return this.database.query<GroupDto>(
      `select ${GROUP_COLUMNS} from groups
       where institution_id = $1 and school_year = $2 and archived_at is null order by name, id`,
      [institutionId, schoolYear],
    );
  }

  async findConfirmation(institutionId: string, schoolYear: SchoolYear): Promise<Confirmation | null> {
    const [row] = await this.database.query<Confirmation>(
      `select to_json(c.confirmed_at) #>> '{}' as "confirmedAt", a.name as "confirmedByName"
       from group_confirmations c left join accounts a on a.id = c.confirmed_by
       where c.institution_id = $1 and c.school_year = $2`,
      [institutionId, schoolYear],
    );
    return row ?? null;
  }

  /** Waits for whoever is confirming the same year right now. @returns whether this one was the first */
  async insertConfirmation(institutionId: string, schoolYear: SchoolYear): Promise<boolean> {
    const rows = await this.database.query(
      `insert into group_confirmations (institution_id, school_year, confirmed_by) values ($1, $2, app_actor_id())
       on conflict (institution_id, school_year) do nothing returning 1`,
      [institutionId, schoolYear],
    );
    return rows.length > 0;
  }

  async insertGroups(institutionId: string, schoolYear: SchoolYear, groups: NewGroup[]): Promise<void> {
    await this.database.query(
      `insert into groups (institution_id, id, name, school_year, size, carried_from)
       select $1, g.id, g.name, $2, g.size, g."fromGroupId"
       from jsonb_to_recordset($3) as g (id uuid, name text, size integer, "fromGroupId" uuid)`,
      [institutionId, schoolYear, JSON.stringify(groups)],
    );
  }

  async list(
    query: ListGroupYearsDto,
    schoolYear: SchoolYear,
    after: CursorKey | null,
    limit: number,
  ): Promise<GroupYearHouseDto[]> {
    const parameters = new Parameters();
    const from = groupYearHouses(query, schoolYear, parameters);
    const key = after?.map((value, i) => `${parameters.add(value)}::${['int', 'text', 'uuid'][i]}`);
    const confirmed =
      query.confirmed === undefined ? 'true' : `confirmed_at is ${query.confirmed ? 'not null' : 'null'}`;
    return this.database.query<GroupYearHouseDto>(
      `with houses as (${from})
       select h.id as "institutionId", h.name, h.kind, h.district_name as "districtName", h.participating, g.groups, g.children,
         to_json(h.confirmed_at) #>> '{}' as "confirmedAt", a.name as "confirmedByName", h.contact_name as "contactName", h.phone, h.email
       from houses h left join accounts a on a.id = h.confirmed_by
         cross join lateral (select count(*)::int as groups, coalesce(sum(size), 0)::int as children from groups g
           where g.institution_id = h.id and g.school_year = ${parameters.add(schoolYear)} and g.archived_at is null) g
       where ${confirmed} ${key ? `and (h.participating::int * -1, h.name, h.id) > (${key.join(', ')})` : ''}
       order by h.participating::int * -1, h.name, h.id limit ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  async count(query: ListGroupYearsDto, schoolYear: SchoolYear): Promise<GroupYearCountsDto> {
    const parameters = new Parameters();
    const [row] = await this.database.query<GroupYearCountsDto>(
      `select count(*)::int as houses, count(h.confirmed_at)::int as confirmed from (${groupYearHouses(query, schoolYear, parameters)}) h`,
      parameters.values,
    );
    return row ?? { houses: 0, confirmed: 0 };
  }
}

/** Open houses that the filter lets through, each with its confirmation. */
export function groupYearHouses(
  query: Partial<ListGroupYearsDto>,
  schoolYear: SchoolYear,
  parameters: Parameters,
): string {
  const conditions = ['i.archived_at is null', REACH];
  const equals = (column: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${column} = ${parameters.add(value)}`);
  };
  equals('i.municipality_id', query.municipalityId);
  equals('i.district_id', query.districtId);
  equals('i.kind', query.kind);
  equals(TAKES_PART, query.participating);
  return `select i.id, i.name, i.kind, d.name as district_name, ${TAKES_PART} as participating, i.contact_name, i.phone, i.email,
      c.confirmed_at, c.confirmed_by
    from institutions i join districts d on d.id = i.district_id
      left join group_confirmations c on c.institution_id = i.id and c.school_year = ${parameters.add(schoolYear)}
    where ${conditions.join(' and ')}`;
}
