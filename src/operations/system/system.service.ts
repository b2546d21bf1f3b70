import { createRequire } from 'node:module';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { QueueRepository } from '../queues/queue.repository.js';
import { queueState, UPKEEP_KINDS, upkeepState } from './judgement.js';
import { SystemChecks } from './system-checks.js';
import type { DatabaseFactsDto, QueueStateDto, SystemDto, UpkeepDto, VersionsDto } from './system.dto.js';
import { type DatabaseFacts, SystemRepository } from './system.repository.js';
import { WithinTime } from './within-time.js';

const { version } = createRequire(import.meta.url)('../../../../package.json') as { version: string };

/** How the installation is; without anything about anybody. */
@Injectable()
export class SystemService {
  constructor(
    private readonly database: Database,
    private readonly repository: SystemRepository,
    private readonly queues: QueueRepository,
    private readonly checks: SystemChecks,
    private readonly withinTime: WithinTime,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** To be called outside of a transaction; takes seconds on a large database. */
  async get(): Promise<SystemDto> {
    const facts = await this.database.asSystem(() => this.repository.facts());
    return {
      versions: versionsOf(facts),
      database: await this.databaseFacts(facts),
      upkeep: await this.upkeep(),
      queues: await this.queueStates(),
      checks: await this.checks.all(facts.bytes),
    };
  }

  private async databaseFacts({ bytes }: DatabaseFacts): Promise<DatabaseFactsDto> {
    const tables = await this.withinTime.ask(() => this.repository.tables());
    return {
      bytes,
      tables: tables ?? [],
      freeBytes: await this.checks.freeBytes(),
      builtIn: this.settings.dataDirectory !== null,
    };
  }

  private async upkeep(): Promise<UpkeepDto[]> {
    const runs = await this.database.asSystem(() => this.repository.upkeep(UPKEEP_KINDS));
    return runs.map((facts) => ({
      kind: facts.kind,
      state: upkeepState(facts, this.clock.now()),
      startedAt: facts.lastStartedAt?.toISOString() ?? null,
      endedAt: facts.lastEndedAt?.toISOString() ?? null,
      outcome: facts.lastOutcome,
      lastGoodAt: facts.lastGoodAt?.toISOString() ?? null,
    }));
  }

  private async queueStates(): Promise<QueueStateDto[]> {
    const histories = await this.queues.histories();
    return histories.map(({ lastDoneAt, lastFailedAt, ...queue }) => ({
      ...queue,
      state: queueState(queue),
      lastDoneAt: lastDoneAt?.toISOString() ?? null,
      lastFailedAt: lastFailedAt?.toISOString() ?? null,
    }));
  }
}

function versionsOf({ schema, postgres }: DatabaseFacts): VersionsDto {
  const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();
  return { product: version, schema, postgres, node: process.versions.node, startedAt };
}
