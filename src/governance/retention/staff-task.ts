import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { Erasing } from '../erasing/erasing.js';
import { countStatement, type RowRule } from './retention-rule.js';
import type { RetentionTask, TownCount } from './retention-task.js';

const POSITIONS = 'select from staff_positions p where p.staff_member_id = t.id';

const RULE: RowRule = {
  ...{ code: 'staff_members', table: 'staff_members', key: ['institution_id', 'id'], town: 'institution' },
  due: `t.erased_at is null and exists (${POSITIONS})
    and not exists (${POSITIONS} and coalesce(p.until, 'infinity') >= ($1::date - interval '3 years')::date)
    and not exists (select from training_registrations r join training_sessions s on s.training_id = r.training_id
      where r.staff_member_id = t.id and r.state in ('confirmed', 'waiting') and s.held_on >= $1::date)`,
};

/** Records of people who have not worked in any house for three years. */
@Injectable()
export class StaffTask implements RetentionTask {
  readonly code = RULE.code;
  readonly children = false;

  constructor(
    private readonly database: Database,
    private readonly erasing: Erasing,
  ) {}

  count(day: CalendarDate): Promise<TownCount[]> {
    return this.database.query<TownCount>(countStatement(RULE), [day]);
  }

  async erase(day: CalendarDate, atMost: number): Promise<number> {
    const due = await this.database.query<{ id: string; institutionId: string }>(
      `select t.id, t.institution_id as "institutionId" from staff_members t where ${RULE.due} limit $2`,
      [day, atMost],
    );
    if (due.length > 0) await this.erasing.eraseStaff(due, 'retention');
    return due.length;
  }
}
