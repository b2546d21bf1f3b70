import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { EntryKindName } from '../kinds/entry-kind.js';
import type { HeldEntryDto } from './held-entry.dto.js';
import type { HeldReason } from './held-reason.js';

export interface NewHeldEntry {
  institutionId: string;
  id: string;
  authorId: string;
  tabletId: string | null;
  kind: EntryKindName;
  recordId: string;
  body: Record<string, unknown>;
  withdrawn: boolean;
  reason: HeldReason;
  problem: object | null;
  notedAt: Date;
  clockOffsetSeconds: number | null;
  proposed: object | null;
}

/** One that waits, for whoever decides on it. */
export type WaitingEntry = Pick<
  NewHeldEntry,
  'institutionId' | 'id' | 'authorId' | 'kind' | 'recordId' | 'body' | 'withdrawn'
>;

// An activity that was to be changed, as it stands.
const STORED = `(select jsonb_build_object('version', x.version, 'groupId', x.group_id, 'heldOn', x.held_on, 'focusArea', x.focus_area,
    'minutes', x.minutes, 'childrenPresent', x.children_present, 'adultsPresent', x.adults_present, 'place', x.place, 'moduleId', x.module_id,
    'note', x.note)
  from activities x where h.kind = 'activity_change' and h.settled_at is null and x.institution_id = h.institution_id and x.id = h.record_id)`;

/** Whether one of the three that an entry speaks of names it: what was noted, what it changes, what stands there. */
const spokenOf = (field: string, id: string): string =>
  `${id} in (h.body ->> '${field}', h.body -> 'changes' ->> '${field}', c.stored ->> '${field}')`;

const NAMES = `(select coalesce(jsonb_object_agg(n.id, n.name), '{}') from (
    select g.id::text as id, g.name from groups g where g.institution_id = h.institution_id and ${spokenOf('groupId', 'g.id::text')}
    union all select f.code, f.title from focus_areas f where ${spokenOf('focusArea', 'f.code')}
    union all select m.id::text, m.title from modules m where ${spokenOf('moduleId', 'm.id::text')}
    union all select k.id::text, k.code from children k where k.institution_id = h.institution_id and k.id::text = h.body ->> 'childId'
    union all select d.id::text, to_char(d.held_on, 'DD.MM.YYYY') || ', ' || b.title from test_days d
      join test_batteries b on b.id = d.battery_id where d.institution_id = h.institution_id and d.id::text = h.body ->> 'testDayId'
    union all select p.id::text, p.title from test_protocols p
      where p.id::text = h.body ->> 'protocolId' or h.body -> 'protocolIds' ? p.id::text
  ) n)`;

const SHOWN = `select h.id, h.institution_id as "institutionId", i.name as "institutionName", h.kind, h.record_id as "recordId", h.withdrawn,
    h.author_account_id as "authorId", coalesce(a.name, '') as "authorName", h.reason,
    case when h.problem is not null then jsonb_build_object('code', h.problem -> 'code', 'title', h.problem -> 'title',
      'field', h.problem -> 'field') end as problem,
    to_json(h.noted_at) #>> '{}' as "notedAt",
    to_json(h.noted_at + h.clock_offset_seconds * interval '1 second') #>> '{}' as "notedAtCorrected",
    to_json(h.arrived_at) #>> '{}' as "arrivedAt", coalesce(h.body, '{}') as body, ${NAMES} as names, h.proposed, c.stored as current,
    to_json(h.settled_at) #>> '{}' as "settledAt", h.outcome
  from held_entries h join institutions i on i.id = h.institution_id left join accounts a on a.id = h.author_account_id
    cross join lateral (select coalesce(nullif(h.problem -> 'current', 'null'), ${STORED}) as stored) c`;

/** Of the houses that the actor leads; their own ones elsewhere are for somebody else to decide. */
const LED = 'h.institution_id = any ((select app_lead_houses())::uuid[])';
const WAITING = 'h.settled_at is null';

/** All SQL of entries that are held. */
@Injectable()
export class HeldEntryRepository {
  constructor(private readonly database: Database) {}

  async add(entry: NewHeldEntry): Promise<void> {
    const { institutionId, id, authorId, tabletId, kind, recordId, body, withdrawn, reason } = entry;
    await this.database.query(
      `insert into held_entries (institution_id, id, author_account_id, tablet_id, kind, record_id, body, withdrawn, reason, problem, noted_at,
         clock_offset_seconds, proposed, child_id)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10::jsonb, $11, $12, $13::jsonb,
         (select k.id from children k where k.institution_id = $1 and k.id::text = lower($7::jsonb ->> 'childId')))`,
      [
        ...[institutionId, id, authorId, tabletId, kind, recordId, JSON.stringify(body), withdrawn, reason],
        ...[jsonOf(entry.problem), entry.notedAt, entry.clockOffsetSeconds, jsonOf(entry.proposed)],
      ],
    );
  }

  /** The longest waiting first. */
  async listWaiting(
    institutionId: string | undefined,
    after: CursorKey | null,
    limit: number,
  ): Promise<HeldEntryDto[]> {
    return this.database.query<HeldEntryDto>(
      `${SHOWN} where ${WAITING} and ${LED} and ($1::uuid is null or h.institution_id = $1)
         and ($2::timestamptz is null or (h.arrived_at, h.id) > ($2::timestamptz, $3::uuid))
       order by h.arrived_at, h.id limit $4`,
      [institutionId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async countWaiting(institutionId: string | undefined): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from held_entries h where ${WAITING} and ${LED} and ($1::uuid is null or h.institution_id = $1)`,
      [institutionId ?? null],
    );
    return row?.count ?? 0;
  }

  /** Of the actor; the latest first. */
  async listOwn(): Promise<HeldEntryDto[]> {
    return this.database.query<HeldEntryDto>(
      `${SHOWN} where h.author_account_id = (select app_actor_id()) order by h.arrived_at desc, h.id desc limit 200`,
    );
  }

  /** In a house that the actor leads, settled or not. */
  async find(id: string): Promise<HeldEntryDto | null> {
    const [row] = await this.database.query<HeldEntryDto>(`${SHOWN} where h.id = $1 and ${LED}`, [id]);
    return row ?? null;
  }

  /** One that waits, in the hands of one who decides. */
  async lockWaiting(id: string): Promise<WaitingEntry | null> {
    const [row] = await this.database.query<WaitingEntry>(
      `select h.institution_id as "institutionId", h.id, h.author_account_id as "authorId", h.kind, h.record_id as "recordId", h.body, h.withdrawn
       from held_entries h where h.id = $1 and ${WAITING} for update`,
      [id],
    );
    return row ?? null;
  }

  /** What was noted is not needed any more. */
  async settle(
    { institutionId, id }: Pick<WaitingEntry, 'institutionId' | 'id'>,
    outcome: 'confirmed' | 'discarded',
  ): Promise<void> {
    await this.database.query(
      `update held_entries set settled_at = now(), outcome = $3, body = null, problem = null, proposed = null, child_id = null
       where institution_id = $1 and id = $2`,
      [institutionId, id, outcome],
    );
  }
}

function jsonOf(value: object | null): string | null {
  return value && JSON.stringify(value);
}
