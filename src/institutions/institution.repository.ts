import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { insertOnce, updateVersion } from '../database/records.js';
import type { CursorKey } from '../kernel/page/cursor.js';
import type { CoachDto, InstitutionDto } from './institution.dto.js';
import {
  institutionConditions,
  KNOWN_PARTICIPATION,
  listConditions,
  Parameters,
} from './institution-filter.js';
import type { ListInstitutionsDto } from './institution-query.dto.js';

const SELECT = `
  select i.id, i.municipality_id as "municipalityId", i.district_id as "districtId", d.name as "districtName", i.kind, i.name,
    i.short_code as "shortCode", i.school_number as "schoolNumber", i.provider_kind as "providerKind", i.provider_name as "providerName",
    i.legal_regime as "legalRegime", i.street, i.postal_code as "postalCode", i.city, i.latitude, i.longitude,
    i.contact_name as "contactName", i.contact_function as "contactFunction", i.phone, i.email,
    i.family_centre as "familyCentre", i.family_centre_since::text as "familyCentreSince", i.movement_kita as "movementKita",
    i.movement_kita_since::text as "movementKitaSince", i.plus_kita as "plusKita", i.plus_kita_since::text as "plusKitaSince",
    i.all_day_school as "allDaySchool", i.all_day_school_since::text as "allDaySchoolSince", i.social_index as "socialIndex", i.social_index_year as "socialIndexYear",
    i.social_situation as "socialSituation", i.social_situation_source as "socialSituationSource",
    i.social_situation_year as "socialSituationYear", coalesce(i.social_situation, d.social_situation) as "effectiveSocialSituation",
    i.places, i.staff_count as "staffCount", to_json(i.archived_at) #>> '{}' as "archivedAt", i.merged_into as "mergedInto", i.version,
    (select json_build_object('id', p.id, 'status', p.status, 'startedOn', p.started_on, 'endedOn', p.ended_on, 'reason', p.reason,
        'materialsOn', p.materials_on, 'version', p.version, 'coach', (select json_build_object('id', a.id, 'name', a.name) from coach_assignments c
          join accounts a on a.id = c.account_id where c.institution_id = i.id
            and app_today() between c.first_day and coalesce(c.last_day, 'infinity') order by c.first_day desc limit 1))
      from (${KNOWN_PARTICIPATION}) p) as participation
  from institutions i join districts d on d.id = i.district_id`;

interface Order {
  /** Key columns, the id last. */
  by: string[];
  direction: 'asc' | 'desc';
  keyOf: (row: InstitutionDto) => string[];
}

const ORDERS: Record<NonNullable<ListInstitutionsDto['sort']>, Order> = {
  name: { by: ['i.name', 'i.id'], direction: 'asc', keyOf: ({ name, id }) => [name, id] },
  '-name': { by: ['i.name', 'i.id'], direction: 'desc', keyOf: ({ name, id }) => [name, id] },
  district: {
    by: ['d.name', 'i.name', 'i.id'],
    direction: 'asc',
    keyOf: ({ districtName, name, id }) => [districtName, name, id],
  },
};

export function orderOf(query: ListInstitutionsDto): Order {
  return ORDERS[query.sort ?? 'name'];
}

@Injectable()
export class InstitutionRepository {
  constructor(private readonly database: Database) {}

  async list(query: ListInstitutionsDto, after: CursorKey | null, limit: number): Promise<InstitutionDto[]> {
    const parameters = new Parameters();
    const { by, direction } = orderOf(query);
    const conditions = [institutionConditions(query, parameters), listConditions(query, parameters)];
    if (after) {
      const key = after.map((value, i) => `${parameters.add(value)}${i === by.length - 1 ? '::uuid' : ''}`);
      conditions.push(`(${by.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${key.join(', ')})`);
    }
    const order = by.map((column) => `${column} ${direction}`).join(', ');
    return this.database.query<InstitutionDto>(
      `${SELECT} where ${conditions.join(' and ')} order by ${order} limit ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  async find(id: string): Promise<InstitutionDto | null> {
    const [row] = await this.database.query<InstitutionDto>(`${SELECT} where i.id = $1`, [id]);
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from institutions where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'institutions', ['id'], { ...values });
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'institutions', { id }, version, { ...changes });
  }

  /** People with the role of a coach, in the municipality if one is named. */
  async listCoaches(municipalityId: string | null): Promise<CoachDto[]> {
    return this.database.query<CoachDto>(
      `select distinct a.id, a.name from accounts a join account_roles r on r.account_id = a.id
       where r.role = 'coach' and a.disabled_at is null and ($1::uuid is null or r.municipality_id = $1) order by a.name, a.id`,
      [municipalityId],
    );
  }
}
