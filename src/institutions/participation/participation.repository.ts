import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, updateVersion } from '../../database/records.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';

@Injectable()
export class ParticipationRepository {
  constructor(private readonly database: Database) {}

  insert(institutionId: string, id: string, values: object): Promise<boolean> {
    return insertOnce(this.database, 'participations', ['institutionId', 'id'], {
      institutionId,
      id,
      ...values,
    });
  }

  update(institutionId: string, id: string, version: number, values: object): Promise<boolean> {
    return updateVersion(this.database, 'participations', { institutionId, id }, version, { ...values });
  }

  /** When the house last ended a run other than this one; runs that never began are none. */
  async lastEndBeside(institutionId: string, id: string): Promise<CalendarDate | null> {
    const [row] = await this.database.query<{ lastEnd: CalendarDate | null }>(
      `select max(ended_on)::text as "lastEnd" from participations
       where institution_id = $1 and id <> $2 and started_on is not null`,
      [institutionId, id],
    );
    return row?.lastEnd ?? null;
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

  /** Ends the current assignment with the day before `today`; one that began only today never was. */
  async endAssignment(institutionId: string, today: CalendarDate): Promise<void> {
    await this.database.query(
      'delete from coach_assignments where institution_id = $1 and first_day >= $2 and last_day is null',
      [institutionId, today],
    );
    await this.database.query(
      'update coach_assignments set last_day = $2::date - 1 where institution_id = $1 and last_day is null',
      [institutionId, today],
    );
  }

  async assign(institutionId: string, id: string, accountId: string, today: CalendarDate): Promise<void> {
    await this.database.query(
      'insert into coach_assignments (institution_id, id, account_id, first_day) values ($1, $2, $3, $4)',
      [institutionId, id, accountId, today],
    );
  }
}
