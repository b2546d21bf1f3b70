import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../database/database.js';
import { SESSION_MINUTES } from '../trainings/session-minutes.sql.js';
import type { HeldSession, Outcome, StoredMark } from './attendance-rules.js';
import type { SheetPersonDto, SheetSessionDto } from './attendance.dto.js';

/** The training that a list is of. */
export interface SheetTraining {
  id: string;
  municipalityId: string;
  title: string;
  state: string;
  place: string | null;
  trainerName: string | null;
  thresholdPercent: number;
}

/** Who is on the list, and their house. */
export interface Participant {
  id: string;
  institutionId: string;
}

/** A tick to be written. */
export interface Tick extends Outcome {
  institutionId: string;
  registrationId: string;
  sessionId: string;
}

const TRAINING = `
  select t.id, t.municipality_id as "municipalityId", t.title, t.state, t.place, t.trainer_name as "trainerName",
    t.threshold_percent as "thresholdPercent"
  from trainings t where t.id = $1`;

const MARKS = `
  select a.registration_id as "registrationId", a.session_id as "sessionId", a.state, a.minutes, a.version
  from training_attendances a`;

/** Who has a place, or was there without one. */
const TAKES_PART = `r.state in ('confirmed', 'walk_in')`;

@Injectable()
export class AttendanceRepository {
  constructor(private readonly database: Database) {}

  async findTraining(id: string): Promise<SheetTraining | null> {
    const [row] = await this.database.query<SheetTraining>(TRAINING, [id]);
    return row ?? null;
  }

  /** One list at a time; only for those who may change the training. */
  async lockTraining(id: string): Promise<SheetTraining | null> {
    const [row] = await this.database.query<SheetTraining>(`${TRAINING} for update`, [id]);
    return row ?? null;
  }

  async listSessions(trainingId: string): Promise<(SheetSessionDto & HeldSession)[]> {
    return this.database.query<SheetSessionDto & HeldSession>(
      `select s.id, s.held_on::text as "heldOn", to_char(s.starts_at, 'HH24:MI') as "startsAt", to_char(s.ends_at, 'HH24:MI') as "endsAt",
         ${SESSION_MINUTES} as minutes, s.place
       from training_sessions s where s.training_id = $1 order by s.held_on, s.starts_at, s.id`,
      [trainingId],
    );
  }

  /** In the order of their names; only those whom the reader may name. */
  async listPeople(trainingId: string): Promise<SheetPersonDto[]> {
    return this.database.query<SheetPersonDto>(
      `select r.id, r.institution_id as "institutionId", i.name as "institutionName", m.id as "staffMemberId",
         m.name, r.state, coalesce(a.minutes, 0)::int as "attendedMinutes", coalesce(a.marks, '[]') as marks
       from training_registrations r
         join staff_members m on m.id = r.staff_member_id
         join institutions i on i.id = r.institution_id
         left join lateral (
           select sum(least(x.minutes, ${SESSION_MINUTES})) as minutes, jsonb_agg(jsonb_build_object('registrationId', x.registration_id,
             'sessionId', x.session_id, 'state', x.state, 'minutes', x.minutes, 'version', x.version)) as marks
           from training_attendances x join training_sessions s on s.id = x.session_id
           where x.institution_id = r.institution_id and x.registration_id = r.id
         ) a on true
       where r.training_id = $1 and (${TAKES_PART} or a.minutes > 0)
       order by m.name, r.id`,
      [trainingId],
    );
  }

  async listParticipants(trainingId: string): Promise<Participant[]> {
    return this.database.query<Participant>(
      `select r.id, r.institution_id as "institutionId" from training_registrations r where r.training_id = $1 and ${TAKES_PART}`,
      [trainingId],
    );
  }

  async listMarks(trainingId: string): Promise<StoredMark[]> {
    return this.database.query<StoredMark>(
      `${MARKS} where a.session_id in (select s.id from training_sessions s where s.training_id = $1)`,
      [trainingId],
    );
  }

  async saveMarks(ticks: Tick[]): Promise<void> {
    await this.database.query(
      `insert into training_attendances as a (institution_id, id, registration_id, session_id, state, minutes)
       select t."institutionId", t.id, t."registrationId", t."sessionId", t.state, t.minutes
       from jsonb_to_recordset($1) as t ("institutionId" uuid, id uuid, "registrationId" uuid, "sessionId" uuid, state text, minutes smallint)
       on conflict (institution_id, registration_id, session_id)
         do update set state = excluded.state, minutes = excluded.minutes, version = a.version + 1`,
      [JSON.stringify(ticks.map((tick) => ({ ...tick, id: uuidv7() })))],
    );
  }

  async removeMarks(ticks: Pick<Tick, 'registrationId' | 'sessionId'>[]): Promise<void> {
    await this.database.query(
      `delete from training_attendances a using jsonb_to_recordset($1) as t ("registrationId" uuid, "sessionId" uuid)
       where a.registration_id = t."registrationId" and a.session_id = t."sessionId"`,
      [JSON.stringify(ticks)],
    );
  }
}
