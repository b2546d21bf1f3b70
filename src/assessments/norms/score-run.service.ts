import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../database/database.js';
import { JobQueue } from '../../jobs/job-queue.js';
import { Rescoring } from './rescoring.js';
import type { ScoreRunDto } from './score-run.dto.js';
import { ScoreRunRepository } from './score-run.repository.js';

const PAUSE_SECONDS = 2;

/** Computing a battery's scores anew in the background, a house and a transaction at a time. */
@Injectable()
export class ScoreRunService implements OnModuleInit {
  constructor(
    private readonly runs: ScoreRunRepository,
    private readonly rescoring: Rescoring,
    private readonly queue: JobQueue,
    private readonly database: Database,
  ) {}

  list(): Promise<ScoreRunDto[]> {
    return this.runs.list();
  }

  /** Puts a run in, with the caller's transaction. */
  async start(batteryId: string): Promise<void> {
    const id = uuidv7();
    await this.runs.insert(id, batteryId);
    await this.queue.send('scores', { run: id }, { id });
  }

  onModuleInit(): void {
    this.queue.work('scores', PAUSE_SECONDS, ({ run = '' }, ending) => this.carryOut(run, ending));
  }

  /** Goes on where it was left. What fails is tried again by the queue, from the house where it failed. */
  private async carryOut(id: string, ending: AbortSignal): Promise<void> {
    const batteryId = await this.database.asSystem(() => this.runs.begin(id));
    if (batteryId === null) return;
    try {
      while (await this.database.asSystem(() => this.doNextHouse(id, batteryId))) ending.throwIfAborted();
    } catch (error) {
      if (!ending.aborted) await this.database.asSystem(() => this.runs.end(id, 'failed'));
      throw error;
    }
    await this.database.asSystem(() => this.runs.end(id, 'done'));
  }

  /** @returns whether there was one */
  private async doNextHouse(id: string, batteryId: string): Promise<boolean> {
    const house = await this.runs.nextHouse(id);
    if (house === null) return false;
    await this.rescoring.house(house, batteryId, id);
    await this.runs.noteHouse(id, house);
    return true;
  }
}
