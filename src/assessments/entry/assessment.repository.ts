import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { AssessmentDto, ListAssessmentsDto, ScoreDto } from './assessment.dto.js';

const SCORE = `jsonb_build_object('id', s.id, 'normSetId', s.norm_set_id, 'normSetTitle', n.title, 'value', s.value, 'ageYears', s.age_years,
    'sex', s.sex, 'z', s.z, 'percentile', s.percentile, 'performancePercentile', s.performance_percentile, 'class', s.class,
    'computedAt', s.computed_at, 'replacedAt', s.replaced_at)`;

const TRIALS = `select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'number', t.number, 'value', t.value, 'valid', t.valid,
    'confirmed', t.confirmed, 'version', t.version) order by t.number), '[]')
  from trials t where t.institution_id = r.institution_id and t.result_id = r.id`;

const RESULTS = `select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'protocolId', r.protocol_id, 'itemCode', r.item_code,
    'title', p.title, 'unit', p.unit, 'better', p.better, 'state', r.state, 'reason', r.reason, 'value', r.value, 'version', r.version,
    'trials', (${TRIALS}), 'score', (select ${SCORE} from scores s join norm_sets n on n.id = s.norm_set_id
      where s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null)) order by i.position, r.id), '[]')
  from results r join test_protocols p on p.id = r.protocol_id
    left join test_battery_items i on i.battery_id = d.battery_id and i.protocol_id = r.protocol_id
  where r.institution_id = a.institution_id and r.assessment_id = a.id`;

const ASSESSMENTS = `select a.id, a.institution_id as "institutionId", a.test_day_id as "testDayId", a.tested_on::text as "testedOn", d.wave,
    d.battery_id as "batteryId", b.code as "batteryCode", b.title as "batteryTitle", d.origin, a.child_id as "childId",
    c.code as "childCode", a.group_id as "groupId", g.name as "groupName", (${RESULTS}) as results
  from assessments a
    join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
    join test_batteries b on b.id = d.battery_id
    join children c on c.institution_id = a.institution_id and c.id = a.child_id
    join groups g on g.institution_id = a.institution_id and g.id = a.group_id`;

/** Reading what was measured. */
@Injectable()
export class AssessmentRepository {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async list(
    { testDayId, childId, institutionId }: ListAssessmentsDto,
    after: CursorKey | null,
    limit: number,
  ): Promise<AssessmentDto[]> {
    return this.database.query<AssessmentDto>(
      `${ASSESSMENTS} where ($1::uuid is null or a.test_day_id = $1) and ($2::uuid is null or a.child_id = $2)
         and ($3::uuid is null or a.institution_id = $3) and ($4::date is null or (a.tested_on, a.id) < ($4::date, $5::uuid))
       order by a.tested_on desc, a.id desc limit $6`,
      [
        testDayId ?? null,
        childId ?? null,
        institutionId ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit,
      ],
    );
  }

  async find(id: string): Promise<AssessmentDto | null> {
    const [row] = await this.database.query<AssessmentDto>(`${ASSESSMENTS} where a.id = $1`, [id]);
    return row ?? null;
  }

  /** All that a result ever had; null if there is no such result. */
  async listScores(resultId: string): Promise<ScoreDto[] | null> {
    const [row] = await this.database.query<{ scores: ScoreDto[] }>(
      `select coalesce((select jsonb_agg(${SCORE} order by s.replaced_at desc nulls first, s.computed_at desc, s.id desc)
         from scores s join norm_sets n on n.id = s.norm_set_id
         where s.institution_id = r.institution_id and s.result_id = r.id), '[]') as scores
       from results r where r.id = $1`,
      [resultId],
    );
    return row?.scores ?? null;
  }
}
