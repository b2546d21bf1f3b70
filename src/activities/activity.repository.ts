import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { updateVersion } from '../database/records.js';
import { joinDistrict } from '../institutions/districts/district-history.sql.js';
import { groupSizeOn } from '../institutions/groups/group-size.sql.js';
import { institutionConditions, Parameters } from '../institutions/institution-filter.js';
import { firstDayOf, lastDayOf } from '../kernel/calendar/school-year.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { CursorKey } from '../kernel/page/cursor.js';
import type { ActivityDto, CreateActivityDto, ListActivitiesDto } from './activity.dto.js';
import { type ActivitySurroundings, OWN_EDIT_DAYS } from './activity-rules.js';

// Own entries for 30 days, counted from the entry and not from the day of the activity; the house's lead always.
const EDITABLE = `(a.institution_id = any ((select app_lead_houses())::uuid[])
  or (a.author_id = (select app_actor_id()) and a.institution_id = any ((select app_educator_houses())::uuid[])
    and a.created_at > now() - interval '${OWN_EDIT_DAYS} days'))`;

const COLUMNS = `a.id, a.institution_id as "institutionId", i.name as "institutionName", a.group_id as "groupId", g.name as "groupName",
    a.author_id as "authorId", case when a.author_id is null then 'Gelöschte Person' else (select p.name from accounts p where p.id = a.author_id) end as "authorName",
    a.held_on::text as "heldOn", a.focus_area as "focusArea", a.minutes, a.children_present as "childrenPresent",
    a.adults_present as "adultsPresent", a.place, a.module_id as "moduleId",
    case when a.module_id is not null then (select m.title from modules m where m.id = a.module_id) end as "moduleTitle", a.note, to_json(a.created_at) #>> '{}' as "createdAt",
    to_json(a.deleted_at) #>> '{}' as "deletedAt", a.version, ${EDITABLE} as editable`;

const FROM = `
  from activities a join institutions i on i.id = a.institution_id
    join groups g on g.institution_id = a.institution_id and g.id = a.group_id`;

/** The group (`groups g`) and its house (`institutions i`) on a day, as the rules ask. @param day an SQL date */
function surroundingsOn(day: string): string {
  return `g.name as "groupName", ${groupSizeOn(day)} as "groupSize", g.school_year as "groupSchoolYear",
    g.archived_at is not null as "groupArchived", i.archived_at is not null as "institutionArchived",
    coalesce((select bool_or(p.started_on <= ${day} and (p.ended_on is null or p.ended_on >= ${day})) from taking_part p), false) as participates,
    exists (select from taking_part) as "everParticipated"`;
}

// The house's participations that have come about; for a WITH clause.
const TAKING_PART = `taking_part as (select p.started_on, p.ended_on from participations p where p.institution_id = $1 and p.status <> 'requested')`;

/** An entry with the fingerprint of what was sent. */
export type NewActivity = CreateActivityDto & { id: string; digest: Buffer };

/** Conditions on `activities a` (with `institutions i`, `districts d`) for every list and file of activities. */
export function activityConditions(query: Partial<ListActivitiesDto>, parameters: Parameters): string {
  const conditions = ['a.deleted_at is null', institutionConditions(query, parameters)];
  const where = (sql: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${sql} ${parameters.add(value)}`);
  };
  where('a.institution_id =', query.institutionId);
  where('a.group_id =', query.groupId);
  where('a.focus_area =', query.focusArea);
  where(
    'a.held_on >=',
    query.from ?? (query.schoolYear === undefined ? undefined : firstDayOf(query.schoolYear)),
  );
  where(
    'a.held_on <=',
    query.to ?? (query.schoolYear === undefined ? undefined : lastDayOf(query.schoolYear)),
  );
  if (query.mine) conditions.push('a.author_id = (select app_actor_id())');
  return conditions.join(' and ');
}

/**
 * Joins `districts d` as they were on the last day that the list is about, today at the latest: the same districts by which the overview
 * counts the period, so that a list is as long as the number that led to it.
 */
export function joinActivityDistrict(
  { to, schoolYear }: Partial<ListActivitiesDto>,
  today: CalendarDate,
  parameters: Parameters,
): string {
  const last = schoolYear === undefined ? to : lastDayOf(schoolYear);
  return joinDistrict(last === undefined || last >= today ? null : parameters.add(last));
}

@Injectable()
export class ActivityRepository {
  constructor(private readonly database: Database) {}

  async list(query: ListActivitiesDto, after: CursorKey | null, limit: number): Promise<ActivityDto[]> {
    const parameters = new Parameters();
    const district = joinActivityDistrict(query, this.database.context.today, parameters);
    const conditions = [activityConditions(query, parameters)];
    if (after)
      conditions.push(
        `(a.held_on, a.id) < (${parameters.add(after[0])}::date, ${parameters.add(after[1])}::uuid)`,
      );
    return this.database.query<ActivityDto>(
      `select ${COLUMNS} ${FROM} ${district} where ${conditions.join(' and ')} order by a.held_on desc, a.id desc limit ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  /** Also a deleted one, so that the deletion can be taken back. */
  async find(id: string): Promise<ActivityDto | null> {
    const [row] = await this.database.query<ActivityDto>(`select ${COLUMNS} ${FROM} where a.id = $1`, [id]);
    return row ?? null;
  }

  /** What a creation with this id left in the house. */
  async findStored(
    institutionId: string,
    id: string,
  ): Promise<{ record: ActivityDto; digest: Buffer | null } | null> {
    const [row] = await this.database.query<ActivityDto & { digest: Buffer | null }>(
      `select ${COLUMNS}, a.creation_digest as digest ${FROM} where a.institution_id = $1 and a.id = $2`,
      [institutionId, id],
    );
    if (!row) return null;
    const { digest, ...record } = row;
    return { record, digest };
  }

  /** The actor's latest entry, as a pattern for the next one. */
  async findLast(institutionId: string | null): Promise<ActivityDto | null> {
    const [row] = await this.database.query<ActivityDto>(
      `select ${COLUMNS} ${FROM} where a.author_id = (select app_actor_id()) and a.deleted_at is null and ($1::uuid is null or a.institution_id = $1)
       order by a.created_at desc, a.id desc limit 1`,
      [institutionId],
    );
    return row ?? null;
  }

  /** The group with its house, and whether the house took part on the day; null when the actor cannot see the group there. */
  async findSurroundings(
    institutionId: string,
    groupId: string,
    heldOn: CalendarDate,
  ): Promise<ActivitySurroundings | null> {
    const [row] = await this.database.query<ActivitySurroundings>(
      `with ${TAKING_PART} select ${surroundingsOn('$3::date')}
       from groups g join institutions i on i.id = g.institution_id where g.institution_id = $1 and g.id = $2`,
      [institutionId, groupId, heldOn],
    );
    return row ?? null;
  }

  /**
   * Enters the activity as the actor's, unless its id is taken in the house, and tells what surrounds it: one statement for what is written most.
   * Whether it may stay is for the caller to say, who undoes the transaction otherwise.
   * @returns null when the id is taken
   */
  async insert(
    activity: NewActivity,
  ): Promise<{ record: ActivityDto; surroundings: ActivitySurroundings } | null> {
    const [row] = await this.database.query<ActivityDto & ActivitySurroundings>(
      `with a as (
         insert into activities (institution_id, id, group_id, author_id, held_on, focus_area, minutes, children_present,
           adults_present, place, module_id, note, creation_digest)
         values ($1, $2, $3, (select app_actor_id()), $4::date, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (institution_id, id) do nothing returning *), ${TAKING_PART}
       select ${COLUMNS}, ${surroundingsOn('a.held_on')} from a join institutions i on i.id = a.institution_id
         join groups g on g.institution_id = a.institution_id and g.id = a.group_id`,
      valuesOf(activity),
    );
    return row ? apart(row) : null;
  }

  update({ institutionId, id }: ActivityDto, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'activities', { institutionId, id }, version, { ...changes });
  }
}

function valuesOf(activity: NewActivity): unknown[] {
  const { institutionId, id, groupId, heldOn, focusArea, minutes, childrenPresent } = activity;
  const { adultsPresent = null, place = null, moduleId = null, note = null, digest } = activity;
  const facts = [heldOn, focusArea, minutes, childrenPresent, adultsPresent, place, moduleId, note];
  return [institutionId, id, groupId, ...facts, digest];
}

function apart(row: ActivityDto & ActivitySurroundings): {
  record: ActivityDto;
  surroundings: ActivitySurroundings;
} {
  const {
    groupSize,
    groupSchoolYear,
    groupArchived,
    institutionArchived,
    participates,
    everParticipated,
    ...record
  } = row;
  const { groupName } = record;
  const group = { groupName, groupSize, groupSchoolYear, groupArchived };
  return { record, surroundings: { ...group, institutionArchived, participates, everParticipated } };
}
