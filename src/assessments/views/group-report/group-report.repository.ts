import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ProposedModuleDto, ReportedDayDto, ReportedItemDto } from './group-report.dto.js';

export type ItemRow = Omit<ReportedItemDto, 'belowAverage'>;

/** Children of the day, of one group if a group is asked for. */
const CHOSEN = `
  chosen as (select a.institution_id, a.id from assessments a
    where a.institution_id = $1 and a.test_day_id = $2 and ($3::uuid is null or a.group_id = $3))`;

const IN_CLASS = [1, 2, 3, 4, 5].map((place) => `count(*) filter (where s.class = ${place})::int`).join(', ');

@Injectable()
export class GroupReportRepository {
  constructor(private readonly database: Database) {}

  async findDay(id: string): Promise<ReportedDayDto | null> {
    const [day] = await this.database.query<ReportedDayDto>(
      `select d.id, d.institution_id as "institutionId", i.name as "institutionName", d.held_on::text as "heldOn", d.wave,
         d.state = 'closed' as closed, b.title as "batteryTitle",
         coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name)
           from test_day_groups dg join groups g on g.institution_id = dg.institution_id and g.id = dg.group_id
           where dg.institution_id = d.institution_id and dg.test_day_id = d.id), '[]') as groups
       from test_days d join institutions i on i.id = d.institution_id join test_batteries b on b.id = d.battery_id
       where d.id = $1`,
      [id],
    );
    return day ?? null;
  }

  async countChildren(day: ReportedDayDto, groupId: string | null): Promise<number> {
    const [row] = await this.database.query<{ children: number }>(
      `with ${CHOSEN} select count(*)::int as children from chosen`,
      [day.institutionId, day.id, groupId],
    );
    return row?.children ?? 0;
  }

  /** The day's tasks with how many children are where. */
  async listItems(day: ReportedDayDto, groupId: string | null): Promise<ItemRow[]> {
    return this.database.query<ItemRow>(
      `with ${CHOSEN}
       select i.code as "itemCode", i.title, p.id as "protocolId",
         count(*) filter (where r.state = 'done')::int as done, count(*) filter (where r.state = 'not_done')::int as "notDone",
         count(*) filter (where r.state = 'invalid')::int as invalid, count(*) filter (where r.state = 'open')::int as open,
         count(s.id)::int as scored, array[${IN_CLASS}] as classes,
         array_remove(array_agg(distinct n.title), null) as "normTitles"
       from test_days d
         join test_battery_items bi on bi.battery_id = d.battery_id
         join test_protocols p on p.id = bi.protocol_id
         join test_items i on i.code = p.item_code
         left join (results r join chosen a on a.institution_id = r.institution_id and a.id = r.assessment_id) on r.protocol_id = p.id
         left join scores s on s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null
         left join norm_sets n on n.id = s.norm_set_id
       where d.institution_id = $1 and d.id = $2
       group by i.code, i.title, p.id, bi.position
       order by bi.position`,
      [day.institutionId, day.id, groupId],
    );
  }

  /** Modules that can be chosen and are good for one of the tasks. */
  async listModules(itemCodes: readonly string[]): Promise<(ProposedModuleDto & { itemCode: string })[]> {
    return this.database.query(
      `select mi.item_code as "itemCode", m.id, m.title, f.title as "focusArea", m.audience, m.format, m.usual_minutes as "usualMinutes"
       from module_items mi join modules m on m.id = mi.module_id join focus_areas f on f.code = m.focus_area
       where m.active and mi.item_code = any ($1::text[])
       order by f.position, m.title, m.id`,
      [itemCodes],
    );
  }
}
