import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import { EXPECTED_CHILDREN } from './expected-children.sql.js';
import type { ListTestDaysDto, TestDayDto } from './test-day.dto.js';
import type { OfferedBattery, PlannedGroup } from './test-day-rules.js';

type Key = Pick<TestDayDto, 'institutionId' | 'id'>;

// A battery's tasks, optional ones apart, that a child (assessment a) has nothing final for.
const OPEN_ITEM = `select from test_battery_items b where b.battery_id = d.battery_id and not b.optional and not exists (
  select from results r where r.institution_id = a.institution_id and r.assessment_id = a.id and r.protocol_id = b.protocol_id
    and r.state <> 'open')`;

const COLUMNS = `d.id, d.institution_id as "institutionId", i.name as "institutionName", i.kind as "institutionKind",
    d.battery_id as "batteryId", b.code as "batteryCode", b.title as "batteryTitle", d.wave, d.held_on::text as "heldOn",
    d.released_on::text as "releasedOn", d.released_by as "releasedBy",
    i.kind = 'school' and d.origin = 'own' and d.released_on is null as "needsRelease",
    d.state, to_json(d.closed_at) #>> '{}' as "closedAt", d.origin,
    (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name, g.id), '[]')
      from test_day_groups t join groups g on g.institution_id = t.institution_id and g.id = t.group_id
      where t.institution_id = d.institution_id and t.test_day_id = d.id) as groups,
    p.children, p.started, p.complete, to_json(d.created_at) #>> '{}' as "createdAt", d.version,
    d.institution_id = any ((select app_educator_houses() || app_lead_houses())::uuid[]) as editable`;

const FROM = `from test_days d join institutions i on i.id = d.institution_id join test_batteries b on b.id = d.battery_id
  cross join lateral (
    select count(*)::int as children, count(a.id)::int as started,
      (count(*) filter (where a.id is not null and not exists (${OPEN_ITEM})))::int as complete
    ${EXPECTED_CHILDREN}) p`;

/** All SQL about the days themselves; what was measured on them is in `entry/`. */
@Injectable()
export class TestDayRepository {
  constructor(private readonly database: Database) {}

  /** The own days of houses, newest first; those brought along with a child are found by the child. */
  async list(query: ListTestDaysDto, after: CursorKey | null, limit: number): Promise<TestDayDto[]> {
    return this.database.query<TestDayDto>(
      `select ${COLUMNS} ${FROM}
       where d.origin = 'own' and ($1::uuid is null or d.institution_id = $1)
         and ($2::uuid is null or exists (select from test_day_groups t
           where t.institution_id = d.institution_id and t.test_day_id = d.id and t.group_id = $2))
         and ($3::text is null or d.wave = $3) and ($4::text is null or d.state = $4)
         and ($5::date is null or d.held_on >= $5) and ($6::date is null or d.held_on <= $6)
         and ($7::date is null or (d.held_on, d.id) < ($7::date, $8::uuid))
       order by d.held_on desc, d.id desc limit $9`,
      [
        ...[query.institutionId, query.groupId, query.wave, query.state, query.from, query.to],
        ...[after?.[0], after?.[1], limit],
      ].map((value) => value ?? null),
    );
  }

  async find(id: string): Promise<TestDayDto | null> {
    const [row] = await this.database.query<TestDayDto>(`select ${COLUMNS} ${FROM} where d.id = $1`, [id]);
    return row ?? null;
  }

  /** What a creation with this id left in the house. */
  async findStored(
    institutionId: string,
    id: string,
  ): Promise<{ record: TestDayDto; digest: Buffer | null } | null> {
    const [row] = await this.database.query<TestDayDto & { digest: Buffer | null }>(
      `select ${COLUMNS}, d.creation_digest as digest ${FROM} where d.institution_id = $1 and d.id = $2`,
      [institutionId, id],
    );
    if (!row) return null;
    const { digest, ...record } = row;
    return { record, digest };
  }

  async findBattery(id: string): Promise<OfferedBattery | null> {
    const [row] = await this.database.query<OfferedBattery>(
      `select b.title, b.kinds, exists (select from test_batteries n where n.code = b.code and n.version > b.version) as outdated
       from test_batteries b where b.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async listGroups(institutionId: string, ids: string[]): Promise<PlannedGroup[]> {
    return this.database.query<PlannedGroup>(
      `select id, name, school_year as "schoolYear", archived_at is not null as archived from groups
       where institution_id = $1 and id = any ($2)`,
      [institutionId, ids],
    );
  }

  /** Groups of the day whose children have results. */
  async listTestedGroups({ institutionId, id }: Key): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select distinct group_id as id from assessments where institution_id = $1 and test_day_id = $2',
      [institutionId, id],
    );
    return rows.map((row) => row.id);
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'test_days', ['institutionId', 'id'], { ...values });
  }

  async addGroups({ institutionId, id }: Key, groupIds: string[]): Promise<void> {
    await this.database.query(
      `insert into test_day_groups (institution_id, test_day_id, group_id) select $1, $2, unnest($3::uuid[])
       on conflict (institution_id, test_day_id, group_id) do nothing`,
      [institutionId, id, groupIds],
    );
  }

  /** Exactly these from now on. */
  async setGroups(day: Key, groupIds: string[]): Promise<void> {
    await this.database.query(
      'delete from test_day_groups where institution_id = $1 and test_day_id = $2 and group_id <> all ($3)',
      [day.institutionId, day.id, groupIds],
    );
    await this.addGroups(day, groupIds);
  }

  update({ institutionId, id }: Key, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'test_days', { institutionId, id }, version, { ...changes });
  }

  remove({ institutionId, id }: Key, version: number): Promise<boolean> {
    return removeVersion(this.database, 'test_days', { institutionId, id }, version);
  }

  /** Children with results who had left the house before the day. */
  async listLeftBefore({ institutionId, id }: Key, day: CalendarDate): Promise<string[]> {
    const rows = await this.database.query<{ code: string }>(
      `select c.code from assessments a join children c on c.institution_id = a.institution_id and c.id = a.child_id
       where a.institution_id = $1 and a.test_day_id = $2 and c.left_on < $3::date order by c.code`,
      [institutionId, id, day],
    );
    return rows.map(({ code }) => code);
  }
}
