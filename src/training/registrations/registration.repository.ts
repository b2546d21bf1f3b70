import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../database/database.js';
import { updateVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import { RUNS_TODAY } from '../staff/staff-member.repository.js';
import { IS_FOR_HOUSE } from '../trainings/training.repository.js';
import type { RegistrationState } from '../vocabulary.js';
import type { RegistrationDto } from './registration.dto.js';

const SELECT = `
  select r.id, r.training_id as "trainingId", r.staff_member_id as "staffMemberId", m.name, m.function,
    r.institution_id as "institutionId", i.name as "institutionName", r.state, r.arrival, r.waiting_place as "waitingPlace",
    coalesce(m.email, '') <> '' or m.account_id is not null as "hasEmail", to_json(r.created_at) #>> '{}' as "registeredAt", r.version
  from training_registrations r left join staff_members m on m.id = r.staff_member_id left join institutions i on i.id = r.institution_id`;

/** Somebody to register, with the houses that the asker may register them from. */
export interface Candidate {
  staffMemberId: string;
  houseIds: string[];
}

export interface Seat {
  trainingId: string;
  staffMemberId: string;
  institutionId: string;
  state: RegistrationState;
  registeredBy: string | null;
}

@Injectable()
export class RegistrationRepository {
  constructor(private readonly database: Database) {}

  /** In order of arrival. */
  async list(trainingId: string, after: CursorKey | null, limit: number): Promise<RegistrationDto[]> {
    return this.database.query<RegistrationDto>(
      `${SELECT} where r.training_id = $1 and ($2::int is null or (r.arrival, r.id) > ($2, $3::uuid))
       order by r.arrival, r.id limit $4`,
      [trainingId, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(id: string): Promise<RegistrationDto | null> {
    const [row] = await this.database.query<RegistrationDto>(`${SELECT} where r.id = $1`, [id]);
    return row ?? null;
  }

  async findOf(trainingId: string, staffMemberId: string): Promise<RegistrationDto | null> {
    const [row] = await this.database.query<RegistrationDto>(
      `${SELECT} where r.training_id = $1 and r.staff_member_id = $2`,
      [trainingId, staffMemberId],
    );
    return row ?? null;
  }

  /** Those of these people whom the actor may register, from the houses that are the actor's to register from. */
  async findCandidates(ids: readonly string[]): Promise<Candidate[]> {
    return this.database.query<Candidate>(
      `select m.id as "staffMemberId", array(select p.institution_id from staff_positions p where p.staff_member_id = m.id and ${RUNS_TODAY}
           and (p.institution_id = any ((select app_lead_houses())::uuid[])
             or p.institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[])))
           order by p.institution_id) as "houseIds"
       from staff_members m where m.id = any ($1::uuid[])`,
      [ids],
    );
  }

  /** The first of the houses that the training is for. */
  async findFittingHouse(trainingId: string, houseIds: readonly string[]): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select i.id from institutions i, trainings t where t.id = $1 and i.id = any ($2::uuid[]) and i.archived_at is null and ${IS_FOR_HOUSE}
       order by i.id limit 1`,
      [trainingId, houseIds],
    );
    return row?.id ?? null;
  }

  /** A training at the same time that the person is on, or waits for. */
  async findOverlap(
    trainingId: string,
    staffMemberId: string,
  ): Promise<{ title: string; heldOn: string } | null> {
    const [row] = await this.database.query<{ title: string; heldOn: string }>(
      `select t.title, s.held_on::text as "heldOn"
       from training_registrations r join trainings t on t.id = r.training_id join training_sessions s on s.training_id = t.id
         join training_sessions o on o.training_id = $1 and o.held_on = s.held_on and o.starts_at < s.ends_at and s.starts_at < o.ends_at
       where r.staff_member_id = $2 and r.state in ('confirmed', 'waiting') and t.id <> $1 and t.state <> 'cancelled'
       order by s.held_on, s.starts_at limit 1`,
      [trainingId, staffMemberId],
    );
    return row ?? null;
  }

  /** Seats left, as the trigger has counted them. */
  async countFree(trainingId: string): Promise<number> {
    const [row] = await this.database.query<{ free: number }>(
      'select capacity - confirmed as free from trainings where id = $1',
      [trainingId],
    );
    return row?.free ?? 0;
  }

  /** At the end of the line; somebody who was here before comes anew. The training's row must be held. */
  async arrive(seat: Seat): Promise<void> {
    const { trainingId, staffMemberId, institutionId, state, registeredBy } = seat;
    await this.database.query(
      `with line as (update trainings set arrivals = arrivals + 1 where id = $1 returning arrivals)
       insert into training_registrations (institution_id, id, training_id, staff_member_id, state, arrival, registered_by)
       select $3, $4, $1, $2, $5, line.arrivals, $6 from line
       on conflict (training_id, staff_member_id) do update set institution_id = excluded.institution_id, state = excluded.state,
         arrival = excluded.arrival, registered_by = excluded.registered_by, created_at = now(),
         version = training_registrations.version + 1`,
      [trainingId, staffMemberId, institutionId, uuidv7(), state, registeredBy],
    );
  }

  /** The first ones who wait get a seat. @returns them, in order of arrival */
  async promote(trainingId: string, most: number): Promise<{ id: string; institutionId: string }[]> {
    return this.database.query(
      `update training_registrations r set state = 'confirmed', version = r.version + 1
       from (select x.id from training_registrations x where x.training_id = $1 and x.state = 'waiting' order by x.arrival limit $2) next
       where r.training_id = $1 and r.id = next.id returning r.id, r.institution_id as "institutionId"`,
      [trainingId, most],
    );
  }

  setState(
    { institutionId, id }: Pick<RegistrationDto, 'id' | 'institutionId'>,
    version: number,
    state: RegistrationState,
  ): Promise<boolean> {
    return updateVersion(this.database, 'training_registrations', { institutionId, id }, version, { state });
  }
}
