import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { likePattern } from '../../database/like-pattern.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import { Parameters } from '../../institutions/institution-filter.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import { SESSION_MINUTES } from './session-minutes.sql.js';
import type { ListTrainingsDto, TrainingDto } from './training.dto.js';
import { isRegistrationOpen, registerBy, teachingUnits } from './training-rules.js';

/** Of `training_sessions s`, as arguments of json_build_object. */
const SESSION_FIELDS = `'id', s.id, 'heldOn', s.held_on, 'startsAt', to_char(s.starts_at, 'HH24:MI'), 'endsAt', to_char(s.ends_at, 'HH24:MI'),
  'breakMinutes', s.break_minutes, 'place', s.place, 'minutes', ${SESSION_MINUTES}`;

/** Of `trainings t`: whether it is for the house `i`. */
export const IS_FOR_HOUSE = `i.municipality_id = t.municipality_id and i.kind = any (t.kinds)
  and (cardinality(t.district_ids) = 0 or i.district_id = any (t.district_ids))`;

const FOR_ME = `exists (select from institutions i
  where i.id = any ((select app_educator_houses() || app_lead_houses())::uuid[]) and ${IS_FOR_HOUSE})`;

const MINE = `from training_registrations r join staff_members m on m.id = r.staff_member_id
  where r.training_id = t.id and m.account_id = app_actor_id() and r.state <> 'withdrawn'`;

const COLUMNS = `t.id, t.municipality_id as "municipalityId", t.title, t.contents, t.focus_area as "focusArea",
  t.trainer_name as "trainerName", t.trainer_qualification as "trainerQualification", t.place, t.capacity,
  t.register_until::text as "registerUntil", t.kinds, t.district_ids as "districtIds",
  array(select d.name from districts d where d.id = any (t.district_ids) order by d.position, d.name) as "districtNames",
  t.threshold_percent as "thresholdPercent", t.issuer, t.state, t.cancel_reason as "cancelReason", t.confirmed, t.waiting,
  coalesce((select json_agg(json_build_object(${SESSION_FIELDS}) order by s.held_on, s.starts_at)
    from training_sessions s where s.training_id = t.id), '[]') as sessions,
  coalesce((select json_agg(json_build_object('id', c.id, 'title', c.title) order by c.title)
    from training_modules tm join modules c on c.id = tm.module_id where tm.training_id = t.id), '[]') as modules,
  (select json_build_object('id', r.id, 'state', r.state, 'waitingPlace', r.waiting_place, 'version', r.version) ${MINE}) as mine,
  ${FOR_ME} as "forMe", t.municipality_id = any ((select app_municipalities())::uuid[]) as editable, t.version`;

// A training without sessions comes last: it still has to find its dates.
export const DATED_TRAININGS = `from trainings t cross join lateral (
  select coalesce(min(s.held_on), '2199-12-31') as first_day, coalesce(max(s.held_on), '2199-12-31') as last_day
  from training_sessions s where s.training_id = t.id) d`;

type Derived = 'minutes' | 'teachingUnits' | 'free' | 'registerBy' | 'registrationOpen';
type Row = Omit<TrainingDto, Derived>;

@Injectable()
export class TrainingRepository {
  constructor(private readonly database: Database) {}

  /** By the first day: the next first, of past ones the latest. */
  async list(query: ListTrainingsDto, after: CursorKey | null, limit: number): Promise<Dated[]> {
    const parameters = new Parameters();
    const conditions = trainingConditions(query, parameters);
    const [beyond, direction] = query.when === 'past' ? ['<', 'desc'] : ['>', 'asc'];
    if (after) {
      const [day, id] = after.map((value) => parameters.add(value));
      conditions.push(`(d.first_day, t.id) ${beyond} (${day}::date, ${id}::uuid)`);
    }
    const rows = await this.database.query<Row & { firstDay: string }>(
      `select ${COLUMNS}, d.first_day::text as "firstDay" ${DATED_TRAININGS} where ${conditions.join(' and ')}
       order by d.first_day ${direction}, t.id ${direction} limit ${parameters.add(limit)}`,
      parameters.values,
    );
    return rows.map(({ firstDay, ...row }) => ({ firstDay, training: this.shown(row) }));
  }

  async find(id: string): Promise<TrainingDto | null> {
    const [row] = await this.database.query<Row>(`select ${COLUMNS} ${DATED_TRAININGS} where t.id = $1`, [
      id,
    ]);
    return row ? this.shown(row) : null;
  }

  /** Holds the training until the transaction ends: whoever counts its seats does so alone. */
  async lock(id: string): Promise<TrainingDto | null> {
    await this.database.query('select from trainings where id = $1 for update', [id]);
    return this.find(id);
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from trainings where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'trainings', ['id'], { ...values });
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'trainings', { id }, version, { ...changes });
  }

  remove(id: string, version: number): Promise<boolean> {
    return removeVersion(this.database, 'trainings', { id }, version);
  }

  /** How many of these districts the municipality has. */
  async countDistricts(municipalityId: string, ids: string[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from districts where municipality_id = $1 and id = any ($2)',
      [municipalityId, ids],
    );
    return row?.count ?? 0;
  }

  private shown(row: Row): TrainingDto {
    const minutes = row.sessions.reduce((sum, session) => sum + session.minutes, 0);
    const lastDay = registerBy(row.registerUntil, row.sessions);
    return {
      ...row,
      minutes,
      teachingUnits: teachingUnits(minutes),
      free: Math.max(0, row.capacity - row.confirmed),
      registerBy: lastDay,
      registrationOpen: isRegistrationOpen(row.state, lastDay, this.database.context.today),
    };
  }
}

/** A training with the day it is ordered by. */
export interface Dated {
  firstDay: string;
  training: TrainingDto;
}

/** Conditions on `trainings t` with its days `d` (`DATED_TRAININGS`), for every list and file of trainings. */
export function trainingConditions(query: Partial<ListTrainingsDto>, parameters: Parameters): string[] {
  const conditions = ['true'];
  const equals = (column: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${column} = ${parameters.add(value)}`);
  };
  equals('t.municipality_id', query.municipalityId);
  equals('t.state', query.state);
  equals('t.focus_area', query.focusArea);
  if (query.when === 'upcoming') conditions.push('d.last_day >= app_today()');
  if (query.when === 'past') conditions.push('d.last_day < app_today()');
  if (query.mine) conditions.push(`exists (select ${MINE})`);
  if (query.forMe) conditions.push(FOR_ME);
  if (query.q !== undefined)
    conditions.push(`search_text(t.title) like '%' || fold(${parameters.add(likePattern(query.q))}) || '%'`);
  return conditions;
}
