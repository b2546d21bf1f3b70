import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { NewScore } from './scoring.js';

/** A result with the child's facts that a score needs, and the score that counts at present. */
export interface ScoredResult {
  resultId: string;
  itemCode: string;
  value: number;
  testedOn: CalendarDate;
  birthMonth: CalendarDate | null;
  sex: string | null;
  score: NewScore | null;
}

/** All results of a house; for the system only. */
@Injectable()
export class RescoringRepository {
  constructor(private readonly database: Database) {}

  /** The battery's results in a house that have a value; whoever writes trials there waits until the transaction ends. */
  async lockResults(house: string, batteryId: string): Promise<ScoredResult[]> {
    await this.database.query(
      `select 1 from assessments a join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
       where a.institution_id = $1 and d.battery_id = $2 order by a.id for update of a`,
      [house, batteryId],
    );
    return this.database.query<ScoredResult>(
      `select r.id as "resultId", r.item_code as "itemCode", r.value::float8 as value, a.tested_on::text as "testedOn",
         c.birth_month::text as "birthMonth", c.sex,
         case when s.id is not null then jsonb_build_object('normSetId', s.norm_set_id, 'value', s.value, 'ageYears', s.age_years, 'sex', s.sex,
           'z', s.z, 'percentile', s.percentile, 'performancePercentile', s.performance_percentile, 'class', s.class) end as score
       from results r
         join assessments a on a.institution_id = r.institution_id and a.id = r.assessment_id
         join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
         join children c on c.institution_id = a.institution_id and c.id = a.child_id
         left join scores s on s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null
       where r.institution_id = $1 and d.battery_id = $2 and r.state = 'done'`,
      [house, batteryId],
    );
  }

  /** The scores that counted become history. */
  async retire(house: string, resultIds: string[]): Promise<void> {
    await this.database.query(
      `update scores set replaced_at = now() where institution_id = $1 and result_id = any ($2) and replaced_at is null`,
      [house, resultIds],
    );
  }

  async insert(house: string, scores: (NewScore & { resultId: string })[]): Promise<void> {
    await this.database.query(
      `insert into scores (institution_id, id, result_id, norm_set_id, value, age_years, sex, z, percentile, performance_percentile, class)
       select $1, s.id, s."resultId", s."normSetId", s.value, s."ageYears", s.sex, s.z, s.percentile, s."performancePercentile", s.class
       from jsonb_to_recordset($2) as s (id uuid, "resultId" uuid, "normSetId" uuid, value numeric, "ageYears" float8, sex text, z float8,
         percentile float8, "performancePercentile" float8, class smallint)`,
      [house, JSON.stringify(scores.map((score) => ({ ...score, id: uuidv7() })))],
    );
  }
}
