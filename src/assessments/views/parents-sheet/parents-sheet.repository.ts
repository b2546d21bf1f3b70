import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ParentsSheetFacts } from './parents-sheet-facts.js';

/** The facts of a sheet, with what they belong to. */
export interface SheetRow extends ParentsSheetFacts {
  institutionId: string;
}

/** Optional tasks that nobody tried are left out. */
const ITEMS = `
  select json_agg(json_build_object('itemCode', i.code, 'title', i.title, 'unit', p.unit, 'value', r.value,
    'performanceClass', s.class, 'atCeiling', coalesce(r.value >= p.ceiling, false)) order by bi.position)
  from test_battery_items bi
    join test_protocols p on p.id = bi.protocol_id
    join test_items i on i.code = p.item_code
    left join results r on r.institution_id = a.institution_id and r.assessment_id = a.id and r.protocol_id = p.id
    left join scores s on s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null
  where bi.battery_id = d.battery_id and (r.id is not null or not bi.optional)`;

const NORMS = `
  select json_agg(json_build_object('title', n.title, 'population', n.population, 'years', n.years, 'derived', n.derived) order by n.title, n.id)
  from norm_sets n where n.id in (select s.norm_set_id from scores s join results r on r.institution_id = s.institution_id and r.id = s.result_id
    where r.institution_id = a.institution_id and r.assessment_id = a.id and s.replaced_at is null)`;

/** Children for whom there is something to say. */
const SHEETS = `
  select a.institution_id as "institutionId", c.code as "childCode", h.name as "institutionName", h.kind as "institutionKind",
    g.name as "groupName", a.tested_on::text as "testedOn", d.wave, coalesce((${ITEMS}), '[]') as items, coalesce((${NORMS}), '[]') as norms
  from assessments a
    join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
    join children c on c.institution_id = a.institution_id and c.id = a.child_id
    join institutions h on h.id = a.institution_id
    join groups g on g.institution_id = a.institution_id and g.id = a.group_id
  where exists (select from results r where r.institution_id = a.institution_id and r.assessment_id = a.id and r.state = 'done')`;

@Injectable()
export class ParentsSheetRepository {
  constructor(private readonly database: Database) {}

  /** Whether the assessment is there, though there may be nothing to say yet. */
  async hasAssessment(id: string): Promise<boolean> {
    return (await this.database.query('select from assessments where id = $1', [id])).length > 0;
  }

  async find(assessmentId: string): Promise<SheetRow | null> {
    const [sheet] = await this.database.query<SheetRow>(`${SHEETS} and a.id = $1`, [assessmentId]);
    return sheet ?? null;
  }

  /** By group and code, as one would hand them out. */
  async list(testDayId: string, groupId: string | null): Promise<SheetRow[]> {
    return this.database.query<SheetRow>(
      `${SHEETS} and a.test_day_id = $1 and ($2::uuid is null or a.group_id = $2) order by g.name, c.code, a.id`,
      [testDayId, groupId],
    );
  }
}
