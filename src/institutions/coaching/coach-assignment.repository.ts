import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import type { CoachAssignmentDto } from './coach-assignment.dto.js';
import type { Term } from './coach-rules.js';

/** An assignment as the rules read it. */
export type Assignment = CoachAssignmentDto & Term;

const SELECT = `
  select c.id, c.institution_id as "institutionId", c.account_id as "coachId", case when c.account_id is null then 'Gelöschte Person' else a.name end as "coachName", c.first_day::text as "firstDay",
    c.last_day::text as "lastDay", c.version
  from coach_assignments c left join accounts a on a.id = c.account_id`;

@Injectable()
export class CoachAssignmentRepository {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async list(institutionId: string): Promise<Assignment[]> {
    return this.database.query<Assignment>(
      `${SELECT} where c.institution_id = $1 order by c.first_day desc, c.id desc`,
      [institutionId],
    );
  }

  async find(id: string): Promise<Assignment | null> {
    const [row] = await this.database.query<Assignment>(`${SELECT} where c.id = $1`, [id]);
    return row ?? null;
  }

  async findDigest(institutionId: string, id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from coach_assignments where institution_id = $1 and id = $2',
      [institutionId, id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'coach_assignments', ['institutionId', 'id'], { ...values });
  }

  update({ institutionId, id }: Assignment, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'coach_assignments', { institutionId, id }, version, { ...changes });
  }

  /** @returns whether it still had the version */
  remove({ institutionId, id }: Assignment, version: number): Promise<boolean> {
    return removeVersion(this.database, 'coach_assignments', { institutionId, id }, version);
  }

  /** Whether the account holds the role of a coach for the municipality. */
  async isCoach(accountId: string, municipalityId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select from account_roles r join accounts a on a.id = r.account_id
       where r.account_id = $1 and r.role = 'coach' and r.municipality_id = $2 and a.disabled_at is null`,
      [accountId, municipalityId],
    );
    return rows.length > 0;
  }
}
