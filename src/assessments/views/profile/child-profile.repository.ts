import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ProfileAssessmentDto, ProfiledChildDto, ProfileResultDto } from './child-profile.dto.js';

export type ResultRow = Omit<ProfileResultDto, 'scoreLacks'>;
export type AssessmentRow = Omit<ProfileAssessmentDto, 'ageYears' | 'results'> & { results: ResultRow[] };

const CHILD = `
  select c.id, c.institution_id as "institutionId", i.name as "institutionName", c.code, to_char(c.birth_month, 'YYYY-MM') as "birthMonth", c.sex,
    c.group_id as "groupId", g.name as "groupName", c.left_on::text as "leftOn", open.given_on::text as "consentGivenOn",
    case when open.id is null then (select max(w.withdrawn_on)::text from consents w
      where w.institution_id = c.institution_id and w.child_id = c.id) end as "consentWithdrawnOn"
  from children c
    join institutions i on i.id = c.institution_id
    join groups g on g.institution_id = c.institution_id and g.id = c.group_id
    left join consents open on open.institution_id = c.institution_id and open.child_id = c.id and open.withdrawn_on is null
  where c.id = $1`;

const TRIALS = `
  select json_agg(json_build_object('number', t.number, 'label', p.trial_labels[t.number], 'value', t.value, 'valid', t.valid,
    'confirmed', t.confirmed, 'changed', t.version > 1) order by t.number)
  from trials t where t.institution_id = r.institution_id and t.result_id = r.id`;

const SCORE = `
  select json_build_object('value', s.value, 'ageYears', s.age_years, 'z', s.z, 'performancePercentile', s.performance_percentile,
    'performanceClass', s.class, 'normSetId', n.id, 'normTitle', n.title, 'normDerived', n.derived)
  from scores s join norm_sets n on n.id = s.norm_set_id
  where s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null`;

const FORMER_SCORES = `
  select json_agg(json_build_object('value', s.value, 'performancePercentile', s.performance_percentile, 'normTitle', n.title,
    'replacedAt', s.replaced_at) order by s.replaced_at desc)
  from scores s join norm_sets n on n.id = s.norm_set_id
  where s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is not null`;

const RESULTS = `
  select json_agg(json_build_object('id', r.id, 'itemCode', r.item_code, 'title', i.title, 'protocolId', p.id, 'protocolVersion', p.version,
    'unit', p.unit, 'better', p.better, 'state', r.state, 'reason', r.reason, 'value', r.value,
    'atCeiling', coalesce(r.value >= p.ceiling, false), 'score', (${SCORE}), 'formerScores', coalesce((${FORMER_SCORES}), '[]'),
    'trials', coalesce((${TRIALS}), '[]')) order by bi.position, i.position)
  from results r
    join test_protocols p on p.id = r.protocol_id
    join test_items i on i.code = r.item_code
    left join test_battery_items bi on bi.battery_id = d.battery_id and bi.protocol_id = r.protocol_id
  where r.institution_id = a.institution_id and r.assessment_id = a.id`;

@Injectable()
export class ChildProfileRepository {
  constructor(private readonly database: Database) {}

  async findChild(id: string): Promise<ProfiledChildDto | null> {
    const [child] = await this.database.query<ProfiledChildDto>(CHILD, [id]);
    return child ?? null;
  }

  /** Everything that was measured of the child, the latest first. */
  async listAssessments({
    institutionId,
    id,
  }: Pick<ProfiledChildDto, 'institutionId' | 'id'>): Promise<AssessmentRow[]> {
    return this.database.query<AssessmentRow>(
      `select a.id, a.test_day_id as "testDayId", a.tested_on::text as "testedOn", d.wave, d.origin, d.state = 'closed' as closed,
         b.title as "batteryTitle", g.name as "groupName", coalesce((${RESULTS}), '[]') as results
       from assessments a
         join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
         join test_batteries b on b.id = d.battery_id
         join groups g on g.institution_id = a.institution_id and g.id = a.group_id
       where a.institution_id = $1 and a.child_id = $2
       order by a.tested_on desc, a.id`,
      [institutionId, id],
    );
  }
}
