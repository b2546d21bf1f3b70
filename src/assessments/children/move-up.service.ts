import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { nextName } from '../../institutions/groups/group-rules.js';
import { GroupYearService } from '../../institutions/groups/group-year.service.js';
import { DailyJobs } from '../../jobs/daily-jobs.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { lastDayOf, schoolYearOf } from '../../kernel/calendar/school-year.js';

interface ClassYear {
  schoolYear: number;
  groups: { id: string; name: string; hasSuccessor: boolean }[];
}

/** In Berlin: in the night in which the new year begins. */
const HOUR = 1;

/**
 * Children go on with their group: at once, when the groups of a running year are confirmed by somebody who sees the children, and otherwise
 * in the night, also into a year that was prepared before the summer. The fourth classes of a school leave with the year.
 */
@Injectable()
export class MoveUpService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYearService,
    private readonly daily: DailyJobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.years.afterConfirmation((institutionId) => this.move(institutionId));
    this.daily.add('children-move-up', HOUR, () => this.moveAll());
  }

  /** All houses, each in a transaction of its own. Run again, it finds nothing left to do. */
  async moveAll(): Promise<void> {
    const houses = await this.database.asSystem(() =>
      this.database.query<{ id: string }>(
        `select distinct c.institution_id as id from children c join groups g on g.institution_id = c.institution_id and g.id = c.group_id
         where c.left_on is null and g.school_year < $1 order by 1`,
        [this.runningYear()],
      ),
    );
    for (const { id } of houses) await this.database.asSystem(() => this.move(id));
  }

  /** The children of one house that the actor sees, in the actor's transaction. */
  async move(institutionId: string): Promise<void> {
    let moved = await this.moveOn(institutionId);
    // Whoever was away for years follows through each of them.
    while (moved.length > 0) {
      await this.record(institutionId, moved, ['groupId']);
      moved = await this.moveOn(institutionId);
    }
    for (const year of await this.listLeavable(institutionId)) await this.leave(institutionId, year);
  }

  private async moveOn(institutionId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `update children c set group_id = n.id, version = c.version + 1 from groups n
       where c.institution_id = $1 and c.left_on is null and n.institution_id = c.institution_id and n.carried_from = c.group_id
         and n.archived_at is null and n.school_year <= $2 returning c.id`,
      [institutionId, this.runningYear()],
    );
    return rows.map(({ id }) => id);
  }

  /** Years of a school before this one that have children left, and after which somebody has confirmed the next. */
  private async listLeavable(institutionId: string): Promise<ClassYear[]> {
    return this.database.query<ClassYear>(
      `select g.school_year as "schoolYear", json_agg(json_build_object('id', g.id, 'name', g.name,
           'hasSuccessor', exists (select from groups n where n.institution_id = g.institution_id and n.carried_from = g.id))) as groups
       from groups g join institutions i on i.id = g.institution_id
       where g.institution_id = $1 and i.kind = 'school' and g.archived_at is null and g.school_year < $2
         and exists (select from group_confirmations f where f.institution_id = g.institution_id and f.school_year = g.school_year + 1)
         and exists (select from children c join groups o on o.institution_id = c.institution_id and o.id = c.group_id
           where c.institution_id = g.institution_id and c.left_on is null and o.school_year = g.school_year)
       group by g.school_year`,
      [institutionId, this.runningYear()],
    );
  }

  private async leave(institutionId: string, { schoolYear, groups }: ClassYear): Promise<void> {
    const names = groups.map(({ name }) => name);
    const leaving = groups.filter(
      ({ name, hasSuccessor }) => !hasSuccessor && nextName(name, 'school', names) === null,
    );
    const rows = await this.database.query<{ id: string }>(
      `update children set left_on = $3::date, version = version + 1
       where institution_id = $1 and group_id = any ($2::uuid[]) and left_on is null returning id`,
      [institutionId, leaving.map(({ id }) => id), lastDayOf(schoolYear)],
    );
    await this.record(
      institutionId,
      rows.map(({ id }) => id),
      ['leftOn'],
    );
  }

  private async record(institutionId: string, ids: string[], fields: string[]): Promise<void> {
    const about = { action: 'child.update', objectType: 'child', institutionId, fields };
    await this.audit.recordAll(ids.map((objectId) => ({ ...about, objectId })));
  }

  private runningYear(): number {
    return schoolYearOf(this.clock.today());
  }
}
