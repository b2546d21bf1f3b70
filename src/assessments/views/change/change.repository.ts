import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ChangedItemDto, ChangeQueryDto } from './change.dto.js';

/** A task's pairs, summed up. */
export interface ChangeRow extends Omit<ChangedItemDto, 'low' | 'high'> {
  /** Standard deviation of the change; null for fewer than two pairs. */
  sd: number | null;
}

/**
 * Scores of the house's own closed test days, as performance: where less is better, z is turned round. What came along from another house
 * tells nothing about this one.
 */
const scoresOf = (from: string, to: string, which: 'asc' | 'desc'): string => `
  select distinct on (a.child_id, r.protocol_id, s.norm_set_id) a.child_id, a.group_id, r.protocol_id, s.norm_set_id, s.class,
    case when p.better = 'lower' then -s.z else s.z end as z
  from test_days d
    join assessments a on a.institution_id = d.institution_id and a.test_day_id = d.id
    join results r on r.institution_id = a.institution_id and r.assessment_id = a.id
    join scores s on s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null
    join test_protocols p on p.id = r.protocol_id
  where d.institution_id = $1 and d.origin = 'own' and d.state = 'closed' and d.held_on between ${from} and ${to}
  order by a.child_id, r.protocol_id, s.norm_set_id, a.tested_on ${which}, a.id`;

/** The first test of the first period and the last of the second; the group is the one at the first. */
const PAIRS = `
  before as (select * from (${scoresOf('$2::date', '$3::date', 'asc')}) b where $6::uuid is null or b.group_id = $6),
  after as (${scoresOf('$4::date', '$5::date', 'desc')}),
  pairs as (
    select b.child_id, b.protocol_id, b.norm_set_id, a.z - b.z as change, sign(a.class - b.class) as step
    from before b left join after a using (child_id, protocol_id, norm_set_id))`;

@Injectable()
export class ChangeRepository {
  constructor(private readonly database: Database) {}

  /** A house whose children the actor may see. */
  async findHouse(id: string): Promise<{ institutionId: string; institutionName: string } | null> {
    const [house] = await this.database.query<{ institutionId: string; institutionName: string }>(
      `select id as "institutionId", name as "institutionName" from institutions
       where id = $1 and id = any ((select app_houses())::uuid[])`,
      [id],
    );
    return house ?? null;
  }

  async listItems(query: ChangeQueryDto): Promise<ChangeRow[]> {
    return this.database.query<ChangeRow>(
      `with ${PAIRS}
       select i.code as "itemCode", i.title, p.id as "protocolId", p.version::int as "protocolVersion", n.id as "normSetId",
         n.title as "normTitle", count(x.change)::int as paired, count(*) filter (where x.change is null)::int as lost,
         avg(x.change) as "meanChange", stddev_samp(x.change) as sd, count(*) filter (where x.step > 0)::int as up,
         count(*) filter (where x.step = 0)::int as same, count(*) filter (where x.step < 0)::int as down
       from pairs x join test_protocols p on p.id = x.protocol_id join test_items i on i.code = p.item_code
         join norm_sets n on n.id = x.norm_set_id
       group by i.code, i.title, i.position, p.id, p.version, n.id, n.title
       order by i.position, p.version, n.title`,
      parametersOf(query),
    );
  }

  async countChildren(query: ChangeQueryDto): Promise<number> {
    const [row] = await this.database.query<{ children: number }>(
      `with ${PAIRS} select count(distinct child_id) filter (where change is not null)::int as children from pairs`,
      parametersOf(query),
    );
    return row?.children ?? 0;
  }
}

function parametersOf(query: ChangeQueryDto): unknown[] {
  const { institutionId, beforeFrom, beforeTo, afterFrom, afterTo, groupId = null } = query;
  return [institutionId, beforeFrom, beforeTo, afterFrom, afterTo, groupId];
}
