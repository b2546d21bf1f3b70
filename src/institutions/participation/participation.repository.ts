import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { ParticipationStatus } from '../vocabulary.js';
import type { ParticipationRunDto, StepDto } from './participation.dto.js';

/** A run with its steps as the rules read them. */
export interface Run extends ParticipationRunDto {
  steps: (StepDto & { status: ParticipationStatus; reachedOn: CalendarDate })[];
}

const STEP = `'id', s.id, 'status', s.status, 'reachedOn', s.reached_on, 'reason', s.reason, 'correction', s.correction`;
const RANK = `array_position('{requested,registered,initial_consultation,choosing_modules,active,completed,cancelled}', s.status)`;
const OF_RUN = 's.institution_id = p.institution_id and s.participation_id = p.id';

const SELECT = `
  select p.id, p.institution_id as "institutionId", p.status, p.started_on::text as "startedOn", p.ended_on::text as "endedOn", p.reason,
    p.materials_on::text as "materialsOn", p.version,
    coalesce((select json_agg(json_build_object(${STEP}, 'recordedAt', s.recorded_at) order by ${RANK})
      from participation_steps s where ${OF_RUN} and s.withdrawn_at is null), '[]') as steps,
    coalesce((select json_agg(json_build_object(${STEP}, 'withdrawnAt', s.withdrawn_at) order by s.withdrawn_at desc, s.id)
      from participation_steps s where ${OF_RUN} and s.withdrawn_at is not null), '[]') as withdrawn
  from participations p`;

@Injectable()
export class ParticipationRepository {
  constructor(private readonly database: Database) {}

  async list(institutionId: string): Promise<Run[]> {
    return this.database.query<Run>(
      `${SELECT} where p.institution_id = $1
       order by p.ended_on is null desc, coalesce(p.ended_on, p.started_on) desc nulls last, p.id desc`,
      [institutionId],
    );
  }

  async find(id: string): Promise<Run | null> {
    const [row] = await this.database.query<Run>(`${SELECT} where p.id = $1`, [id]);
    return row ?? null;
  }

  async findDigest(institutionId: string, id: string): Promise<Buffer | null> {
    return this.digestIn('participations', institutionId, id);
  }

  async findStepDigest(institutionId: string, id: string): Promise<Buffer | null> {
    return this.digestIn('participation_steps', institutionId, id);
  }

  /** The run that a step in force belongs to. */
  async findRunOfStep(stepId: string): Promise<Run | null> {
    const [row] = await this.database.query<Run>(
      `${SELECT} where (p.institution_id, p.id) = (select s.institution_id, s.participation_id from participation_steps s
         where s.id = $1 and s.withdrawn_at is null)`,
      [stepId],
    );
    return row ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'participations', ['institutionId', 'id'], { ...values });
  }

  insertStep(values: object): Promise<boolean> {
    return insertOnce(this.database, 'participation_steps', ['institutionId', 'id'], { ...values });
  }

  update({ institutionId, id }: Run, version: number, summary: object): Promise<boolean> {
    return updateVersion(this.database, 'participations', { institutionId, id }, version, { ...summary });
  }

  async withdrawStep(institutionId: string, id: string, correction: string, now: Date): Promise<void> {
    await this.database.query(
      'update participation_steps set withdrawn_at = $3, correction = $4 where institution_id = $1 and id = $2',
      [institutionId, id, now, correction],
    );
  }

  /** @returns whether it still had the version */
  remove({ institutionId, id }: Run, version: number): Promise<boolean> {
    return removeVersion(this.database, 'participations', { institutionId, id }, version);
  }

  /** Whether there are activities or delivered modules in the days of the run; asked for coordinators, who see them all. */
  async hasActivities({ institutionId, startedOn, endedOn }: Run): Promise<boolean> {
    const rows = await this.database.query(
      `select from activities where institution_id = $1 and deleted_at is null and held_on >= $2
         and ($3::date is null or held_on <= $3)
       union all select from module_bookings where institution_id = $1 and state = 'delivered' and delivered_on >= $2
         and ($3::date is null or delivered_on <= $3) limit 1`,
      [institutionId, startedOn, endedOn],
    );
    return rows.length > 0;
  }

  private async digestIn(table: string, institutionId: string, id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      `select creation_digest as digest from ${table} where institution_id = $1 and id = $2`,
      [institutionId, id],
    );
    return row?.digest ?? null;
  }
}
