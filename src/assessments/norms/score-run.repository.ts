import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { ScoreRunDto } from './score-run.dto.js';

const SHOWN = 20;

@Injectable()
export class ScoreRunRepository {
  constructor(private readonly database: Database) {}

  /** The latest ones, newest first. */
  list(): Promise<ScoreRunDto[]> {
    return this.database.query<ScoreRunDto>(
      `select r.id, r.battery_id as "batteryId", b.title as "batteryTitle", b.version as "batteryVersion", r.state,
         r.houses_total as "housesTotal", r.houses_done as "housesDone", to_json(r.created_at) #>> '{}' as "createdAt",
         to_json(r.started_at) #>> '{}' as "startedAt", to_json(r.finished_at) #>> '{}' as "finishedAt"
       from score_runs r join test_batteries b on b.id = r.battery_id order by r.created_at desc, r.id desc limit ${SHOWN}`,
    );
  }

  async insert(id: string, batteryId: string): Promise<void> {
    await this.database.query('insert into score_runs (id, battery_id) values ($1, $2)', [id, batteryId]);
  }

  /** Takes up a run that is not done, again or for the first time. @returns its battery, or null */
  async begin(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ batteryId: string }>(
      `update score_runs set state = 'running', started_at = coalesce(started_at, now()), finished_at = null,
         houses_total = greatest(houses_done,
           (select count(distinct institution_id) from test_days d where d.battery_id = score_runs.battery_id))
       where id = $1 and state <> 'done' returning battery_id as "batteryId"`,
      [id],
    );
    return row?.batteryId ?? null;
  }

  /** The next house that has tested with the run's battery; null: none is left. */
  async nextHouse(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ house: string }>(
      `select d.institution_id as house from score_runs r join test_days d on d.battery_id = r.battery_id
       where r.id = $1 and (r.last_house is null or d.institution_id > r.last_house) order by 1 limit 1`,
      [id],
    );
    return row?.house ?? null;
  }

  async noteHouse(id: string, house: string): Promise<void> {
    await this.database.query(
      `update score_runs set last_house = $2, houses_done = houses_done + 1, houses_total = greatest(houses_total, houses_done + 1)
       where id = $1`,
      [id, house],
    );
  }

  async end(id: string, state: 'done' | 'failed'): Promise<void> {
    await this.database.query(
      `update score_runs set state = $2, finished_at = now() where id = $1 and state = 'running'`,
      [id, state],
    );
  }
}
