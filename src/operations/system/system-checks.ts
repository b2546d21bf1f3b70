import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { IntegrityCheck } from './checks/check.js';
import { INTEGRITY_CHECKS } from './checks/checks.js';
import { clockState, diskState } from './judgement.js';
import type { SystemCheckDto } from './system.dto.js';
import { SystemRepository } from './system.repository.js';
import { WithinTime } from './within-time.js';

const MEGABYTE = 1024 ** 2;

/** Asks the data, the clock and the disk whether all is well. To be called outside of a transaction. */
@Injectable()
export class SystemChecks {
  constructor(
    private readonly database: Database,
    private readonly repository: SystemRepository,
    private readonly withinTime: WithinTime,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param databaseBytes size of the database */
  async all(databaseBytes: number): Promise<SystemCheckDto[]> {
    const checks = [await this.clocks(), ...(await this.disk(databaseBytes))];
    // One after the other: together they would take the connections of everybody else.
    for (const check of INTEGRITY_CHECKS) checks.push(await this.ask(check));
    return checks;
  }

  /** Room on the disk of the built-in database in bytes, null where the database is somewhere else. */
  async freeBytes(): Promise<number | null> {
    if (this.settings.dataDirectory === null) return null;
    const { bavail, bsize } = await statfs(this.settings.dataDirectory);
    return bavail * bsize;
  }

  private async ask({ code, found, sql }: IntegrityCheck): Promise<SystemCheckDto> {
    const count = await this.withinTime.ask(() => this.repository.count(sql));
    if (count === null) return { code, state: 'attention', count };
    return { code, state: count > 0 ? found : 'ok', count };
  }

  // The answer may have been on its way for as long as the question took: only what goes beyond that is a difference.
  private async clocks(): Promise<SystemCheckDto> {
    const { asked, told, heard } = await this.database.asSystem(async () => {
      const asked = this.clock.now().getTime();
      const told = (await this.repository.now()).getTime();
      return { asked, told, heard: this.clock.now().getTime() };
    });
    const apart = Math.max(0, asked - told, told - heard);
    const count = Math.round(apart / 1000);
    return { code: 'clock', state: clockState(count), count };
  }

  private async disk(databaseBytes: number): Promise<SystemCheckDto[]> {
    const freeBytes = await this.freeBytes();
    if (freeBytes === null) return [];
    const count = Math.floor(freeBytes / MEGABYTE);
    return [{ code: 'disk', state: diskState({ freeBytes, databaseBytes }), count }];
  }
}
