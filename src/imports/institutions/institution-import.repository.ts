import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { columnOf } from '../../database/records.js';
import type { Values } from '../reading/outcome.js';
import { INSTITUTION_COLUMNS } from './institution-fields.js';
import type { KnownDistrict } from './institution-analysis.js';
import type { KnownInstitution } from './institution-matching.js';

// Days as they are compared and sent: text, never a Date.
const VALUES = INSTITUTION_COLUMNS.map((name) => {
  const column = columnOf(name);
  return `${column.endsWith('_since') ? `${column}::text` : column} as "${name}"`;
}).join(', ');

@Injectable()
export class InstitutionImportRepository {
  constructor(private readonly database: Database) {}

  async listDistricts(municipalityId: string): Promise<KnownDistrict[]> {
    return this.database.query<KnownDistrict>(
      `select id, name, archived_at is not null as archived from districts where municipality_id = $1 order by position, name`,
      [municipalityId],
    );
  }

  /** All of the municipality, archived ones too: their numbers are taken. @param lock nobody else changes them until the end */
  async listInstitutions(municipalityId: string, lock: boolean): Promise<KnownInstitution[]> {
    const rows = await this.database.query<Values & Omit<KnownInstitution, 'values'>>(
      `select id, version, archived_at is not null as archived, ${VALUES} from institutions
       where municipality_id = $1 order by id ${lock ? 'for update' : ''}`,
      [municipalityId],
    );
    return rows.map(({ id, version, archived, ...values }) => ({ id, version, archived, values }));
  }

  /** The first house made by the import that something stands on, and what. */
  async findObstacle(importId: string): Promise<{ name: string; what: string } | null> {
    const [row] = await this.database.query<{ name: string; what: string }>(
      `select i.name, o.what from import_changes c join institutions i on i.id = c.object_id
         cross join lateral (
           select 'groups' as what from groups g where g.institution_id = i.id
           union all select 'participation' from participations p where p.institution_id = i.id
           union all select 'coach' from coach_assignments a where a.institution_id = i.id
           union all select 'closing days' from closing_days k where k.institution_id = i.id
           union all select 'contacts' from institution_contacts k where k.institution_id = i.id
           union all select 'bookings' from module_bookings b where b.institution_id = i.id
           union all select 'advice' from coach_contacts k where k.institution_id = i.id
           union all select 'staff' from staff_positions p where p.institution_id = i.id
           union all select 'people' from account_roles r where r.institution_id = i.id
           union all select 'invitation' from invitations n where n.institution_id = i.id
           limit 1) o
       where c.import_id = $1 and c.created order by i.name, i.id limit 1`,
      [importId],
    );
    return row ?? null;
  }
}
