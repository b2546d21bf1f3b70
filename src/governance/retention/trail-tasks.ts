import { Injectable } from '@nestjs/common';
import { INSTALLATION_CHAIN } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { addDays, addYears, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { RetentionTask, TownCount } from './retention-task.js';

const SECURITY_LOG_DAYS = 90;
const TRAIL_YEARS = 3;

/** The chains of houses and of the installation are the record of who changed what; all others are somebody's signing in. */
const IS_RECORD = `(c.chain = '${INSTALLATION_CHAIN}' or exists (select from institutions i where i.id = c.chain))`;
const BEFORE = `timezone('Europe/Berlin', $1::date::timestamp)`;

const ofNoTown = (count = 0): TownCount[] => (count === 0 ? [] : [{ id: null, name: null, count }]);

/** The security log and the trail, in ways that the verifier of the chains understands (docs/decisions, "What is kept how long"). */
@Injectable()
export class TrailTasks {
  constructor(private readonly database: Database) {}

  get all(): RetentionTask[] {
    return [
      this.origins,
      this.pruning('security_log', `not ${IS_RECORD}`, (day) => addDays(day, -SECURITY_LOG_DAYS)),
      this.pruning('trail', IS_RECORD, (day) => addYears(day, -TRAIL_YEARS)),
    ];
  }

  private get origins(): RetentionTask {
    const firstKept = (day: CalendarDate): CalendarDate => addDays(day, -SECURITY_LOG_DAYS);
    return {
      ...{ code: 'origins', children: false },
      count: async (day) => {
        const [row] = await this.database.query<{ count: number }>(
          `select count(*)::int as count from audit_events e where e.origin is not null and e.at < ${BEFORE}`,
          [firstKept(day)],
        );
        return ofNoTown(row?.count);
      },
      erase: async (day, atMost) => {
        const sql = 'select audit_blank_origins($1, $2) as count';
        const [row] = await this.database.query<{ count: number }>(sql, [firstKept(day), atMost]);
        return row?.count ?? 0;
      },
    };
  }

  private pruning(
    code: string,
    chains: string,
    firstKept: (day: CalendarDate) => CalendarDate,
  ): RetentionTask {
    // A chain has something to give when its first entry is old enough.
    const due = `from audit_chains c join audit_events e on e.chain = c.chain and e.seq = c.pruned_seq + 1
      where ${chains} and e.at < ${BEFORE}`;
    return {
      ...{ code, children: false },
      count: async (day) => {
        const [row] = await this.database.query<{ count: number }>(
          `select count(*)::int as count from audit_events x where x.at < ${BEFORE} and x.chain in (select c.chain ${due})`,
          [firstKept(day)],
        );
        return ofNoTown(row?.count);
      },
      erase: async (day, atMost) => {
        const [row] = await this.database.query<{ count: number }>(
          `select coalesce(sum(audit_prune(n.chain, $1, $2)), 0)::int as count
           from (select c.chain ${due} order by c.chain limit 10) n`,
          [firstKept(day), atMost],
        );
        return row?.count ?? 0;
      },
    };
  }
}
