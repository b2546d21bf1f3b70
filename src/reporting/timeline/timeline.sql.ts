import type { Database } from '../../database/database.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { TimelineEntryDto } from './timeline.dto.js';

/** An entry with its place among those of the same day: what follows from another stands above it. */
export interface TimelineRow extends TimelineEntryDto {
  place: number;
}

interface Source {
  kind: string;
  place: number;
  on: string;
  key: string;
  /** Everything from FROM on; $1 is the house. */
  from: string;
  more?: Partial<Record<keyof TimelineEntryDto, string>>;
}

const IN_BERLIN = (instant: string): string => `(${instant} at time zone 'Europe/Berlin')::date`;

/**
 * Where a timeline comes from: the house's own records and, for what leaves no record of its own, the audit trail. Each source is read
 * under the reader's own policies. Children, consents and assessments are no source and must never become one: the timeline is read by
 * people who may know nothing of a child.
 */
const SOURCES: Source[] = [
  {
    kind: 'created',
    place: 0,
    on: IN_BERLIN('i.created_at'),
    key: 'i.id::text',
    from: 'from institutions i where i.id = $1',
  },
  {
    kind: 'step',
    place: 2,
    on: 's.reached_on',
    key: 's.id::text',
    from: 'from participation_steps s where s.institution_id = $1 and s.withdrawn_at is null',
    more: { status: 's.status', reason: 's.reason' },
  },
  {
    kind: 'step_withdrawn',
    place: 3,
    on: IN_BERLIN('s.withdrawn_at'),
    key: 's.id::text',
    from: 'from participation_steps s where s.institution_id = $1 and s.withdrawn_at is not null',
    more: { status: 's.status', reason: 's.correction' },
  },
  {
    kind: 'coach_began',
    place: 5,
    on: 'c.first_day',
    key: 'c.id::text',
    from: 'from coach_assignments c left join accounts a on a.id = c.account_id where c.institution_id = $1 and c.first_day <= app_today()',
    more: { person: 'a.name' },
  },
  {
    kind: 'coach_ended',
    place: 4,
    on: 'c.last_day',
    key: 'c.id::text',
    from: 'from coach_assignments c left join accounts a on a.id = c.account_id where c.institution_id = $1 and c.last_day < app_today()',
    more: { person: 'a.name' },
  },
  {
    kind: 'person',
    place: 6,
    on: IN_BERLIN('r.created_at'),
    key: 'r.id::text',
    from: 'from account_roles r left join accounts a on a.id = r.account_id where r.institution_id = $1',
    more: { person: 'a.name', action: 'r.role' },
  },
  {
    kind: 'groups',
    place: 1,
    on: `make_date(g.school_year, 8, 1)`,
    key: 'g.school_year::text',
    from: `from groups g where g.institution_id = $1 and g.archived_at is null and make_date(g.school_year, 8, 1) <= app_today()
      group by g.school_year`,
    more: { count: 'count(*)::int', children: 'sum(g.size)::int', schoolYear: 'g.school_year::int' },
  },
  {
    kind: 'activities',
    place: 7,
    on: 'max(a.held_on)',
    key: `to_char(a.held_on, 'YYYY-MM')`,
    from: `from activities a where a.institution_id = $1 and a.deleted_at is null group by to_char(a.held_on, 'YYYY-MM')`,
    more: { count: 'count(*)::int', minutes: 'sum(a.minutes)::int' },
  },
  {
    kind: 'module_chosen',
    place: 9,
    on: IN_BERLIN('b.created_at'),
    key: 'b.id::text',
    from: 'from module_bookings b join modules m on m.id = b.module_id where b.institution_id = $1',
    more: { title: 'm.title' },
  },
  {
    kind: 'module_delivered',
    place: 10,
    on: 'b.delivered_on',
    key: 'b.id::text',
    from: `from module_bookings b join modules m on m.id = b.module_id where b.institution_id = $1 and b.state = 'delivered'`,
    more: {
      title: 'm.title',
      minutes: 'b.minutes::int',
      count: 'coalesce(b.children, 0) + coalesce(b.parents, 0) + coalesce(b.staff, 0)',
    },
  },
  {
    kind: 'module_cancelled',
    place: 11,
    on: 'b.cancelled_on',
    key: 'b.id::text',
    from: `from module_bookings b join modules m on m.id = b.module_id where b.institution_id = $1 and b.state = 'cancelled'`,
    more: { title: 'm.title', reason: 'b.cancel_reason' },
  },
  {
    kind: 'contact',
    place: 12,
    on: 'c.held_on',
    key: 'c.id::text',
    from: `from coach_contacts c left join accounts a on a.id = c.coach_id where c.institution_id = $1 and c.state = 'held'`,
    more: { person: 'a.name', way: 'c.way', minutes: 'c.minutes::int' },
  },
  {
    kind: 'materials',
    place: 13,
    on: 'p.materials_on',
    key: 'p.id::text',
    from: 'from participations p where p.institution_id = $1 and p.materials_on is not null',
  },
  {
    kind: 'change',
    place: 8,
    on: IN_BERLIN('e.at'),
    key: `${IN_BERLIN('e.at')}::text || ' ' || e.action`,
    // The house's own creation stands there already.
    from: `from audit_events e left join lateral unnest(e.fields) field on true
      where e.institution_id = $1 and e.object_type in ('institution', 'institution_contact', 'group', 'closing_day')
        and e.action not in ('institution.create', 'participation.create', 'participation.update')
      group by ${IN_BERLIN('e.at')}, e.action`,
    more: {
      action: 'e.action',
      count: 'count(distinct e.seq)::int',
      fields: `coalesce(array_agg(distinct field) filter (where field <> 'id'), '{}')`,
    },
  },
];

const EMPTY: Record<Exclude<keyof TimelineEntryDto, 'key' | 'on' | 'kind'>, string> = {
  status: 'null::text',
  reason: 'null::text',
  person: 'null::text',
  action: 'null::text',
  title: 'null::text',
  way: 'null::text',
  fields: `'{}'::text[]`,
  count: 'null::int',
  minutes: 'null::int',
  children: 'null::int',
  schoolYear: 'null::int',
};

function select({ kind, place, on, key, from, more }: Source): string {
  const columns = Object.entries({ ...EMPTY, ...more }).map(([name, sql]) => `${sql} as "${name}"`);
  return `select '${kind}' as kind, ${place} as place, ${on} as "on", ${key} collate "C" as key, ${columns.join(', ')} ${from}`;
}

const EVERYTHING = SOURCES.map(select).join('\nunion all ');

/** What happened in a house, the latest first. */
export async function listTimeline(
  database: Database,
  institutionId: string,
  after: CursorKey | null,
  limit: number,
): Promise<TimelineRow[]> {
  return database.query<TimelineRow>(
    `select t.*, t."on"::text as "on" from (${EVERYTHING}) t
     where $2::date is null or (t."on", t.place, t.key) < ($2, $3::int, $4::text)
     order by t."on" desc, t.place desc, t.key desc limit $5`,
    [institutionId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
  );
}
