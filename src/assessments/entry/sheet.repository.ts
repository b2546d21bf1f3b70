import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { HAS_CONSENT, IS_IN_DAY } from '../test-days/expected-children.sql.js';
import type { SheetResultDto } from './sheet.dto.js';

/** A child on the sheet, with what its likely values hang on. */
export interface SheetRow {
  childId: string;
  code: string;
  groupId: string;
  hasConsent: boolean;
  left: boolean;
  birthMonth: CalendarDate | null;
  sex: string | null;
  /** Of the items that anything is stored of. */
  results: Omit<SheetResultDto, 'likely'>[];
}

const RESULTS = `select jsonb_agg(jsonb_build_object('protocolId', r.protocol_id, 'itemCode', r.item_code, 'state', r.state,
    'reason', r.reason, 'value', r.value, 'version', r.version, 'trials', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'number', t.number, 'value', t.value, 'valid', t.valid, 'confirmed', t.confirmed,
        'version', t.version) order by t.number)
      from trials t where t.institution_id = r.institution_id and t.result_id = r.id), '[]')))
  from results r where r.institution_id = a.institution_id and r.assessment_id = a.id`;

/** What is on the sheet of a test day, child by child. */
@Injectable()
export class SheetRepository {
  constructor(private readonly database: Database) {}

  /** Children of the day's groups and those who have results, by group and code; or only one of them. */
  async listRows(testDayId: string, childId: string | null = null): Promise<SheetRow[]> {
    return this.database.query<SheetRow>(
      `select c.id as "childId", c.code, g.id as "groupId", ${HAS_CONSENT} as "hasConsent", coalesce(c.left_on < d.held_on, false) as left,
         c.birth_month::text as "birthMonth", c.sex, coalesce((${RESULTS}), '[]') as results
       from test_days d join children c on c.institution_id = d.institution_id
         left join assessments a on a.institution_id = d.institution_id and a.test_day_id = d.id and a.child_id = c.id
         join groups g on g.institution_id = c.institution_id and g.id = coalesce(a.group_id, c.group_id)
       where d.id = $1 and ($2::uuid is null or c.id = $2) and (a.id is not null or (${IS_IN_DAY}))
       order by g.name, g.id, c.code`,
      [testDayId, childId],
    );
  }
}
