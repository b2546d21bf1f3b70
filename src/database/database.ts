import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import type { Settings } from '../config/settings.js';
import { Clock } from '../kernel/calendar/clock.js';
import { Gate } from '../kernel/gate.js';
import type { ClientBase, Pool, PoolClient } from 'pg';
import { type Actor, scopeSettings, SYSTEM, type WorkContext } from './actor.js';
import { prepared } from './prepared.js';
import { SETTINGS } from './tokens.js';

interface Work {
  context: WorkContext;
  manager: EntityManager;
  /** The transaction's connection. */
  client: PoolClient;
}

// How many requests may wait for a connection before the next one is told to come back.
const WAITING_PER_CONNECTION = 20;

/**
 * The one door to PostgreSQL: every piece of work runs in a transaction that is bound to its actor.
 * Whatever asks outside of such a transaction is a mistake of the programmer and throws.
 */
@Injectable()
export class Database {
  private readonly work = new AsyncLocalStorage<Work>();
  private readonly gate: Gate;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.gate = new Gate(settings.poolSize, settings.poolSize * WAITING_PER_CONNECTION);
  }

  /** Runs `task` in a transaction of its own as the context's actor; its changes are there once the promise resolves. */
  async run<T>(context: WorkContext, task: () => Promise<T>): Promise<T> {
    return this.gate.run(() =>
      this.dataSource.transaction(async (manager) => {
        const client = (await manager.queryRunner?.connect()) as PoolClient;
        await bindScope(client, scopeSettings(context));
        return this.work.run({ context, manager, client }, task);
      }),
    );
  }

  /** For jobs and for what happens before anybody is signed in. */
  async asSystem<T>(task: () => Promise<T>): Promise<T> {
    return this.run({ actor: SYSTEM, today: this.clock.today(), requestId: null, origin: null }, task);
  }

  /** One statement outside of any actor; for the session lookup and readiness, which come before the actor. */
  async statement<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const result = await this.gate.run(() => poolOf(this.dataSource).query(prepared(sql, parameters)));
    return result.rows as T[];
  }

  get context(): WorkContext {
    return this.current().context;
  }

  get actor(): Actor {
    return this.context.actor;
  }

  /** Rows of a SELECT or of RETURNING. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const result = await this.current().client.query(prepared(sql, parameters));
    return result.rows as T[];
  }

  repo<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.current().manager.getRepository(entity);
  }

  private current(): Work {
    const work = this.work.getStore();
    if (!work) throw new Error('Database used outside of an actor-bound transaction');
    return work;
  }
}

/** Sets transaction-local settings in one round trip. */
export async function bindScope(client: ClientBase, settings: Record<string, string>): Promise<void> {
  const names = Object.keys(settings);
  const calls = names.map((name, i) => `set_config('app.${name}', $${i + 1}, true)`);
  await client.query(prepared(`select ${calls.join(', ')}`, Object.values(settings)));
}

/** TypeORM's own pool, for what it has no words for: named statements and COPY. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
