import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../database/database.js';
import type { WriteTrainingSessionDto } from './training.dto.js';

/** What a training consists of: its sessions, and the modules it is about. */
@Injectable()
export class TrainingPartsRepository {
  constructor(private readonly database: Database) {}

  /** Makes the sessions those that are given: known ones are changed, new ones made, all others deleted. */
  async setSessions(trainingId: string, sessions: readonly WriteTrainingSessionDto[]): Promise<void> {
    const rows = sessions.map(({ id = uuidv7(), breakMinutes = 0, place = null, ...times }) => ({
      ...{ id, breakMinutes, place, ...times },
    }));
    await this.database.query(
      'delete from training_sessions where training_id = $1 and id <> all ($2::uuid[])',
      [trainingId, rows.map(({ id }) => id)],
    );
    await this.database.query(
      `insert into training_sessions (training_id, id, held_on, starts_at, ends_at, break_minutes, place)
       select $1, s.id, s."heldOn", s."startsAt", s."endsAt", s."breakMinutes", s.place
       from jsonb_to_recordset($2) as s (id uuid, "heldOn" date, "startsAt" time, "endsAt" time, "breakMinutes" smallint, place text)
       on conflict (id) do update set held_on = excluded.held_on, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         break_minutes = excluded.break_minutes, place = excluded.place
         where training_sessions.training_id = excluded.training_id`,
      [trainingId, JSON.stringify(rows)],
    );
  }

  async setModules(trainingId: string, moduleIds: readonly string[]): Promise<void> {
    await this.database.query('delete from training_modules where training_id = $1', [trainingId]);
    await this.database.query(
      'insert into training_modules (training_id, module_id) select $1, unnest($2::uuid[])',
      [trainingId, moduleIds],
    );
  }
}
