import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { NewScore } from '../norms/scoring.js';

/** Which results of a house: one, a day's, or some children's. */
export interface ScoreScope {
  institutionId: string;
  resultId?: string;
  testDayId?: string;
  childIds?: string[];
}

/** What a score follows from, and the one that counts so far. */
export interface ScoreBasis {
  resultId: string;
  batteryId: string;
  itemCode: string;
  value: number | null;
  testedOn: CalendarDate;
  birthMonth: CalendarDate | null;
  sex: string | null;
  closed: boolean;
  current: { id: string; normSetId: string; value: number; ageYears: number; sex: string } | null;
}

/** All SQL that writes scores. */
@Injectable()
export class ScoreRepository {
  constructor(private readonly database: Database) {}

  /** The assessments are held, so that nobody writes a trial meanwhile. */
  async listBases({ institutionId, resultId, testDayId, childIds }: ScoreScope): Promise<ScoreBasis[]> {
    await this.database.query(
      `select from assessments a where a.institution_id = $1 and ($2::uuid is null or a.test_day_id = $2)
         and ($3::uuid[] is null or a.child_id = any ($3))
         and ($4::uuid is null or a.id = (select r.assessment_id from results r where r.institution_id = $1 and r.id = $4))
       order by a.id for update`,
      [institutionId, testDayId ?? null, childIds ?? null, resultId ?? null],
    );
    return this.database.query<ScoreBasis>(
      `select r.id as "resultId", d.battery_id as "batteryId", r.item_code as "itemCode", r.value::float8 as value,
         a.tested_on::text as "testedOn", c.birth_month::text as "birthMonth", c.sex, d.state = 'closed' as closed,
         case when s.id is not null then jsonb_build_object('id', s.id, 'normSetId', s.norm_set_id, 'value', s.value,
           'ageYears', s.age_years, 'sex', s.sex) end as current
       from results r
         join assessments a on a.institution_id = r.institution_id and a.id = r.assessment_id
         join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
         join children c on c.institution_id = a.institution_id and c.id = a.child_id
         left join scores s on s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null
       where r.institution_id = $1 and ($2::uuid is null or a.test_day_id = $2)
         and ($3::uuid[] is null or a.child_id = any ($3)) and ($4::uuid is null or r.id = $4)`,
      [institutionId, testDayId ?? null, childIds ?? null, resultId ?? null],
    );
  }

  /** They stay as history. */
  async replace(institutionId: string, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query(
      'update scores set replaced_at = now() where institution_id = $1 and id = any ($2)',
      [institutionId, ids],
    );
  }

  async remove(institutionId: string, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query('delete from scores where institution_id = $1 and id = any ($2)', [
      ...[institutionId, ids],
    ]);
  }

  async add(institutionId: string, scores: (NewScore & { id: string; resultId: string })[]): Promise<void> {
    if (scores.length === 0) return;
    await this.database.query(
      `insert into scores (institution_id, id, result_id, norm_set_id, value, age_years, sex, z, percentile, performance_percentile, class)
       select $1, s.id, s."resultId", s."normSetId", s.value, s."ageYears", s.sex, s.z, s.percentile, s."performancePercentile", s.class
       from jsonb_to_recordset($2) as s (id uuid, "resultId" uuid, "normSetId" uuid, value numeric, "ageYears" float8, sex text, z float8,
         percentile float8, "performancePercentile" float8, class smallint)`,
      [institutionId, JSON.stringify(scores)],
    );
  }
}
