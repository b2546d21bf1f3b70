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
import { type Actor, scopeSettings, SYSTEM, type WorkContext } from './actor.js';
import { SETTINGS } from './tokens.js';

interface Work {
  context: WorkContext;
  manager: EntityManager;
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
        await bindScope(manager, scopeSettings(context));
        return this.work.run({ context, manager }, task);
      }),
    );
  }

  /** For jobs and for what happens before anybody is signed in. */
  async asSystem<T>(task: () => Promise<T>): Promise<T> {
    return this.run({ actor: SYSTEM, today: this.clock.today(), requestId: null, origin: null }, task);
  }

  /** One statement outside of any actor; for the session lookup and readiness, which come before the actor. */
  async statement<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.gate.run(() => this.dataSource.query<T[]>(sql, parameters));
  }

  get context(): WorkContext {
    return this.current().context;
  }

  get actor(): Actor {
    return this.context.actor;
  }

  /** Rows of a SELECT or of RETURNING. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const result = await this.current().manager.query<unknown>(sql, parameters);
    return rowsOf<T>(result);
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
export async function bindScope(
  connection: { query(sql: string, parameters: unknown[]): Promise<unknown> },
  settings: Record<string, string>,
): Promise<void> {
  const names = Object.keys(settings);
  const calls = names.map((name, i) => `set_config('app.${name}', $${i + 1}, true)`);
  await connection.query(`select ${calls.join(', ')}`, Object.values(settings));
}

// TypeORM answers SELECT and INSERT with the rows, but UPDATE and DELETE with [rows, count].
function rowsOf<T>(result: unknown): T[] {
  if (
    Array.isArray(result) &&
    result.length === 2 &&
    Array.isArray(result[0]) &&
    typeof result[1] === 'number'
  ) {
    return result[0] as T[];
  }
  return result as T[];
}
