import { Injectable } from '@nestjs/common';
import { tokenHash } from '../../access/sessions/session-cookie.js';
import { personOf, type RightsRow } from '../../access/sessions/session.repository.js';
import type { Actor } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { FeedEvent } from './calendar-text.js';

export interface FeedRow {
  createdAt: string;
  lastUsedAt: string | null;
}

const DAYS_BACK = 120;
const DAYS_AHEAD = 500;
/** Of a date without a duration. */
const USUAL_MINUTES = 60;

/** First instant of `day` at `clock` in Berlin, as milliseconds; null without a clock: then it is the whole day. */
const instant = (day: string, clock: string): string =>
  `(extract(epoch from (${day} + ${clock}) at time zone 'Europe/Berlin') * 1000)::float8`;

const NEAR = (day: string): string =>
  `${day} between app_today() - ${DAYS_BACK} and app_today() + ${DAYS_AHEAD}`;

/** Modules that the coached houses are going to have, or had. */
const BOOKINGS = `
  select 'modul-' || b.id as uid, b.version as sequence, 'booking' as kind, m.title, i.name as place,
    coalesce(b.delivered_on, b.planned_on)::text as day, ${instant('coalesce(b.delivered_on, b.planned_on)', 'b.planned_start')} as "startsAt",
    coalesce(b.minutes, m.usual_minutes, ${USUAL_MINUTES})::int as minutes,
    case b.state when 'cancelled' then 'cancelled' else 'sure' end as status, '/einrichtungen/' || i.id as path
  from module_bookings b join modules m on m.id = b.module_id join institutions i on i.id = b.institution_id
  where b.institution_id = any (app_coach_houses()) and b.state <> 'wished' and b.planned_on is not null
    and ${NEAR('coalesce(b.delivered_on, b.planned_on)')}`;

/** Talks of the coach with the houses; what they are about stays inside. */
const CONTACTS = `
  select 'beratung-' || c.id, c.version, 'contact', null, i.name, c.held_on::text, ${instant('c.held_on', 'c.starts_at')},
    coalesce(c.minutes, ${USUAL_MINUTES})::int,
    case c.state when 'cancelled' then 'cancelled' else 'sure' end, '/einrichtungen/' || i.id
  from coach_contacts c join institutions i on i.id = c.institution_id
  where c.institution_id = any (app_coach_houses()) and ${NEAR('c.held_on')}`;

/** Sessions of the trainings that the person is registered for; for coordinators of all in their municipality. */
const SESSIONS = `
  select 'termin-' || s.id, t.version + coalesce(r.version, 0), 'training', t.title, coalesce(s.place, t.place), s.held_on::text,
    ${instant('s.held_on', 's.starts_at')}, (extract(epoch from s.ends_at - s.starts_at) / 60)::int,
    case when t.state = 'cancelled' or r.state = 'withdrawn' then 'cancelled' when r.state = 'waiting' then 'waiting' else 'sure' end,
    '/fortbildungen/' || t.id
  from training_sessions s join trainings t on t.id = s.training_id
    left join lateral (select x.state, x.version from training_registrations x join staff_members m on m.id = x.staff_member_id
      where x.training_id = t.id and m.account_id = app_actor_id()) r on true
  where t.state <> 'draft' and (r.state is not null or t.municipality_id = any (app_municipalities())) and ${NEAR('s.held_on')}`;

@Injectable()
export class CalendarFeedRepository {
  constructor(private readonly database: Database) {}

  /** The person a secret stands for today; null when it is no longer good. */
  async authenticate(secret: string, today: CalendarDate): Promise<Actor | null> {
    const [row] = await this.database.statement<RightsRow>('select * from app_authenticate_feed($1, $2)', [
      tokenHash(secret),
      today,
    ]);
    return row ? personOf(row) : null;
  }

  async find(accountId: string): Promise<FeedRow | null> {
    const [row] = await this.database.query<FeedRow>(
      `select to_json(created_at) #>> '{}' as "createdAt", to_json(last_used_at) #>> '{}' as "lastUsedAt"
       from calendar_feeds where account_id = $1`,
      [accountId],
    );
    return row ?? null;
  }

  /** The address before, if there was one, is good no longer. */
  async put(accountId: string, secret: string): Promise<void> {
    await this.database.query(
      `insert into calendar_feeds (account_id, secret_hash) values ($1, decode($2, 'hex'))
       on conflict (account_id) do update set secret_hash = excluded.secret_hash, created_at = now(), last_used_at = null`,
      [accountId, tokenHash(secret)],
    );
  }

  /** @returns false when there was none */
  async remove(accountId: string): Promise<boolean> {
    const rows = await this.database.query('delete from calendar_feeds where account_id = $1 returning 1', [
      accountId,
    ]);
    return rows.length > 0;
  }

  /** Everything in the actor's reach, months back and more than a year ahead. */
  async listEvents(): Promise<FeedEvent[]> {
    return this.database.query<FeedEvent>(
      `${BOOKINGS} union all ${CONTACTS} union all ${SESSIONS} order by day, uid`,
    );
  }
}
