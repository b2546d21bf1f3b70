import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { columnOf } from '../../database/records.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { DuplicateDto, JoinedGroupDto, KeptRuns, MergeCountsDto } from './merge.dto.js';

/** Which of two entries stays. */
export interface Pair {
  staying: string;
  vanishing: string;
}

// Groups of the vanishing entry ($2) that the staying one ($1) has under the same name in the same year.
export const TWINS = `select v.id as twin, s.id as kept, s.name, s.school_year, s.size, v.size as twin_size
  from groups v join groups s on s.school_year = v.school_year and lower(s.name) = lower(v.name)
  where v.institution_id = $2 and s.institution_id = $1 and v.archived_at is null and s.archived_at is null`;

// Runs of one entry ($1) that touch a run of the other ($2) on any day; requests have no day and count while they are open.
const OVERLAPS = `select p.id from participations p join participations o on o.institution_id = $2
  where p.institution_id = $1
    and daterange(p.started_on, p.ended_on, '[]') && daterange(o.started_on, o.ended_on, '[]')`;

/** All statements of a merge; they run as the system, for no person may take rows from one house to another. */
@Injectable()
export class MergeRepository {
  constructor(private readonly database: Database) {}

  /**
   * Holds both entries until the transaction ends, always in one order; also their activities, test days, children and groups, in the order
   * in which everybody comes by them who enters or changes one (a first result: day, child, group), and before any sum of activities.
   */
  async lock({ staying, vanishing }: Pair): Promise<void> {
    const both = [[staying, vanishing]];
    await this.database.query('select from institutions where id = any ($1) order by id for update', both);
    for (const table of ['activities', 'test_days', 'children', 'groups']) {
      await this.database.query(
        `select from ${table} where institution_id = any ($1) order by institution_id, id for update`,
        both,
      );
    }
  }

  async count(id: string): Promise<MergeCountsDto> {
    const [row] = await this.database.query<MergeCountsDto>(
      `select (select count(*) from groups where institution_id = $1 and archived_at is null)::int as groups,
         (select count(*) from activities where institution_id = $1 and deleted_at is null)::int as activities,
         (select count(distinct account_id) from account_roles where institution_id = $1)::int as people,
         (select count(*) from participations where institution_id = $1)::int as runs`,
      [id],
    );
    return row ?? { groups: 0, activities: 0, people: 0, runs: 0 };
  }

  async listTwins({ staying, vanishing }: Pair): Promise<JoinedGroupDto[]> {
    return this.database.query<JoinedGroupDto>(
      `select name, school_year as "schoolYear", size as "stayingSize", twin_size as "vanishingSize"
       from (${TWINS}) t order by school_year desc, name`,
      [staying, vanishing],
    );
  }

  async overlaps({ staying, vanishing }: Pair): Promise<boolean> {
    const rows = await this.database.query(`${OVERLAPS} limit 1`, [vanishing, staying]);
    return rows.length > 0;
  }

  /**
   * Groups of the same name become one: the activities of the twin move over, and what is left of it is archived since its first day, as if
   * it never had been. The others move, and all take their activities and sizes along.
   */
  async moveGroups({ staying, vanishing }: Pair): Promise<void> {
    const [joined] = await this.database.query<{ twins: object }>(
      `select coalesce(jsonb_object_agg(t.twin, t.kept), '{}') as twins from (${TWINS}) t`,
      [staying, vanishing],
    );
    await this.database.query(
      `update activities a set institution_id = $1, group_id = t.kept, version = a.version + 1
       from (${TWINS}) t where a.institution_id = $2 and a.group_id = t.twin`,
      [staying, vanishing],
    );
    await this.database.query(
      `update groups g set archived_at = make_date(g.school_year, 8, 1)
       from (${TWINS}) t where g.institution_id = $2 and g.id = t.twin`,
      [staying, vanishing],
    );
    await this.database.query(
      'update groups set institution_id = $1, version = version + 1 where institution_id = $2',
      [staying, vanishing],
    );
    // What activities that are erased came to; that of the others has followed them.
    await this.database.query('select move_erased_sums($1, $2, $3)', [
      staying,
      vanishing,
      JSON.stringify(joined?.twins ?? {}),
    ]);
    await this.moveConfirmations(staying, vanishing);
  }

  /**
   * Test days with all that was measured, before the groups: what is about a twin is about the group that is kept. A test hangs on its day,
   * its child and its group, which come over one after the other.
   */
  async moveTestDays({ staying, vanishing }: Pair): Promise<void> {
    await this.database.query(
      'set constraints assessments_day_fk, assessments_child_fk, assessments_group_fk, test_day_groups_day_fk, test_day_groups_group_fk deferred',
    );
    await this.database.query(
      'update test_days set institution_id = $1, version = version + 1 where institution_id = $2',
      [staying, vanishing],
    );
    for (const table of ['test_day_groups', 'assessments']) {
      await this.database.query(
        `update ${table} x set group_id = t.kept from (${TWINS}) t where x.institution_id = $1 and x.group_id = t.twin`,
        [staying, vanishing],
      );
    }
  }

  // A year is confirmed only if both entries' groups were, or only one had any.
  private async moveConfirmations(staying: string, vanishing: string): Promise<void> {
    await this.database.query(
      `delete from group_confirmations v where v.institution_id = $2
         and exists (select from group_confirmations s where s.institution_id = $1 and s.school_year = v.school_year)`,
      [staying, vanishing],
    );
    await this.database.query(
      'update group_confirmations set institution_id = $1 where institution_id = $2',
      [staying, vanishing],
    );
  }

  /** Where runs touch, those of one side go with their steps; then all the others come together. */
  async moveRuns({ staying, vanishing }: Pair, kept: KeptRuns | undefined): Promise<void> {
    if (kept !== undefined) {
      const [dropped, other] = kept === 'staying' ? [vanishing, staying] : [staying, vanishing];
      await this.database.query(
        `delete from participations where institution_id = $1 and id in (${OVERLAPS})`,
        [dropped, other],
      );
    }
    await this.database.query(
      'update participations set institution_id = $1, version = version + 1 where institution_id = $2',
      [staying, vanishing],
    );
  }

  /**
   * An open assignment of the staying entry goes on, since the earlier day if the same coach has both; another coach's ends yesterday, or
   * never was if it began only today.
   */
  async moveCoaches({ staying, vanishing }: Pair, today: CalendarDate): Promise<void> {
    await this.database.query(
      `with same as (
         delete from coach_assignments v using coach_assignments s
         where v.institution_id = $2 and v.last_day is null
           and s.institution_id = $1 and s.last_day is null and s.account_id = v.account_id
         returning v.first_day)
       update coach_assignments s set first_day = least(s.first_day, same.first_day) from same
       where s.institution_id = $1 and s.last_day is null`,
      [staying, vanishing],
    );
    const open = `institution_id = $2 and last_day is null
      and exists (select from coach_assignments s where s.institution_id = $1 and s.last_day is null)`;
    await this.database.query(`delete from coach_assignments where ${open} and first_day >= $3::date`, [
      ...[staying, vanishing, today],
    ]);
    await this.database.query(`update coach_assignments set last_day = $3::date - 1 where ${open}`, [
      ...[staying, vanishing, today],
    ]);
    await this.database.query('update coach_assignments set institution_id = $1 where institution_id = $2', [
      staying,
      vanishing,
    ]);
  }

  /** Roles and open invitations; the sessions of the people concerned end, but for the person who merges. */
  async movePeople({ staying, vanishing }: Pair): Promise<void> {
    await this.database.query(
      `delete from sessions where account_id <> app_actor_id()
         and account_id in (select account_id from account_roles where institution_id = $1)`,
      [vanishing],
    );
    // Roles are given and taken, never changed.
    await this.database.query(
      `with taken as (delete from account_roles where institution_id = $2 returning *)
       insert into account_roles (id, account_id, role, institution_id, created_at)
       select gen_random_uuid(), t.account_id, t.role, $1, t.created_at from taken t
       where not exists (select from account_roles s where s.institution_id = $1 and s.account_id = t.account_id and s.role = t.role)`,
      [staying, vanishing],
    );
    await this.database.query('update invitations set institution_id = $1 where institution_id = $2', [
      staying,
      vanishing,
    ]);
    // What waits for a lead waits for the one there is from now on.
    await this.database.query('update held_entries set institution_id = $1 where institution_id = $2', [
      staying,
      vanishing,
    ]);
  }

  /** Tablets, closing days and contacts; of the latter two, the same entered on both sides stays once. */
  async moveDetails({ staying, vanishing }: Pair): Promise<void> {
    await this.database.query('update tablets set institution_id = $1 where institution_id = $2', [
      staying,
      vanishing,
    ]);
    const same = { closing_days: 'first_day, last_day', institution_contacts: 'name, phone, email' };
    for (const [table, columns] of Object.entries(same)) {
      await this.database.query(
        `delete from ${table} where institution_id = $2 and (${columns}) in
           (select ${columns} from ${table} where institution_id = $1)`,
        [staying, vanishing],
      );
      await this.database.query(`update ${table} set institution_id = $1 where institution_id = $2`, [
        staying,
        vanishing,
      ]);
    }
  }

  /** Chosen modules and coaching; the same module chosen twice may well have been meant. */
  async moveProgramme({ staying, vanishing }: Pair): Promise<void> {
    for (const table of ['module_bookings', 'coach_contacts']) {
      await this.database.query(
        `update ${table} set institution_id = $1, version = version + 1 where institution_id = $2`,
        [staying, vanishing],
      );
    }
  }

  /** Staff with their registrations; who works on both sides works on the one that stays. */
  async moveStaff({ staying, vanishing }: Pair): Promise<void> {
    await this.database.query(
      `delete from staff_positions v where v.institution_id = $2 and v.until is null and exists (select from staff_positions s
         where s.institution_id = $1 and s.staff_member_id = v.staff_member_id and s.until is null)`,
      [staying, vanishing],
    );
    for (const table of ['staff_members', 'staff_positions', 'training_registrations']) {
      await this.database.query(
        `update ${table} set institution_id = $1, version = version + 1 where institution_id = $2`,
        [staying, vanishing],
      );
    }
  }

  /** Leaves a stub that points on. Its numbers are free for the entry that stays. */
  async retire({ staying, vanishing }: Pair, now: Date): Promise<void> {
    await this.database.query(
      `update institutions set merged_into = $1, archived_at = coalesce(archived_at, $3), short_code = null, school_number = null,
         version = version + 1 where id = $2`,
      [staying, vanishing, now],
    );
    await this.database.query('update institutions set merged_into = $1 where merged_into = $2', [
      staying,
      vanishing,
    ]);
  }

  async setFields(id: string, values: Record<string, unknown>): Promise<void> {
    const names = Object.keys(values);
    const sets = names.map((name, i) => `${columnOf(name)} = $${i + 2}, `);
    await this.database.query(
      `update institutions set ${sets.join('')} version = version + 1 where id = $1`,
      [id, ...Object.values(values)],
    );
  }

  /** Pairs of open entries that look like the same house; read with the rights of who asks. */
  async listDuplicates(municipalityId: string | null): Promise<DuplicateDto[]> {
    return this.database.query<DuplicateDto>(
      `with houses as (
         select i.id, i.name, i.municipality_id, i.kind, d.name as district, nullif(regexp_replace(fold(i.name), '[^a-z0-9]', '', 'g'), '') as plain,
           i.postal_code, nullif(regexp_replace(regexp_replace(fold(i.street), 'str(asse|\\.)', 'str', 'g'), '[^a-z0-9]', '', 'g'), '') as street
         from institutions i join districts d on d.id = i.district_id
         where i.archived_at is null and ($1::uuid is null or i.municipality_id = $1)
           and ((select app_administrator()) or i.municipality_id = any ((select app_municipalities())::uuid[])))
       select case when a.plain = b.plain then 'name' else 'address' end as reason,
         json_build_object('id', a.id, 'name', a.name, 'districtName', a.district) as first,
         json_build_object('id', b.id, 'name', b.name, 'districtName', b.district) as second
       from houses a join houses b on a.id < b.id and a.municipality_id = b.municipality_id and a.kind = b.kind
         and a.postal_code is not distinct from b.postal_code and (a.plain = b.plain or (a.street = b.street and a.street ~ '[0-9]'))
       order by a.name, b.name, a.id, b.id limit 50`,
      [municipalityId],
    );
  }
}
