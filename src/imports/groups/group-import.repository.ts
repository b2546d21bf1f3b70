import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { KnownGroup } from './group-analysis.js';
import type { House } from './house-finder.js';

// The same people who may keep groups by hand: the house's lead, the city's coordinators, administrators.
const KEPT = `(i.id = any ((select app_lead_houses())::uuid[]) or i.municipality_id = any ((select app_municipalities())::uuid[])
  or (select app_administrator()))`;

@Injectable()
export class GroupImportRepository {
  constructor(private readonly database: Database) {}

  async keepsAnyHouse(municipalityId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select from institutions i where i.municipality_id = $1 and ${KEPT} limit 1`,
      [municipalityId],
    );
    return rows.length > 0;
  }

  /** Open houses of the municipality whose groups the person keeps. */
  async listHouses(municipalityId: string): Promise<House[]> {
    return this.database.query<House>(
      `select i.id, i.name, i.school_number as "schoolNumber", i.short_code as "shortCode" from institutions i
       where i.municipality_id = $1 and i.archived_at is null and ${KEPT} order by i.id`,
      [municipalityId],
    );
  }

  /** Open groups of the houses. @param lock nobody else changes them until the end of the transaction */
  async listGroups(houses: House[], lock: boolean): Promise<KnownGroup[]> {
    return this.database.query<KnownGroup>(
      `select id, version, institution_id as "institutionId", name, school_year as "schoolYear", size from groups
       where institution_id = any ($1) and archived_at is null order by institution_id, id ${lock ? 'for update' : ''}`,
      [houses.map(({ id }) => id)],
    );
  }

  /** The first group made by the import with an activity, as far as the person may know. */
  async findObstacle(importId: string): Promise<string | null> {
    const [row] = await this.database.query<{ name: string }>(
      `select i.name || ' · ' || g.name as name from import_changes c
         join groups g on g.institution_id = c.institution_id and g.id = c.object_id join institutions i on i.id = g.institution_id
       where c.import_id = $1 and c.created
         and exists (select from activities a where a.institution_id = g.institution_id and a.group_id = g.id)
       order by i.name, g.name, g.id limit 1`,
      [importId],
    );
    return row?.name ?? null;
  }
}
