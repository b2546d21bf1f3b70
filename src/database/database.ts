import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ClientBase, Pool, QueryConfig } from 'pg';
import type { Settings } from '../config/settings.js';
import { Clock } from '../kernel/calendar/clock.js';
import { Gate } from '../kernel/gate.js';
import { type Actor, scopeSettings, SYSTEM, type WorkContext } from './actor.js';
import { prepared } from './prepared.js';
import { requestPool } from './request-pool.js';
import { SETTINGS } from './tokens.js';
import { Transaction } from './transaction.js';

interface Work {
  context: WorkContext;
  transaction: Transaction;
}

// How many requests may wait for a connection before the next one is told to come back.
const WAITING_PER_CONNECTION = 20;

/**
 * The one door to PostgreSQL: every piece of work runs in a transaction that is bound to its actor.
 * Whatever asks outside of such a transaction is a mistake of the programmer and throws.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly work = new AsyncLocalStorage<Work>();
  private readonly gate: Gate;
  private readonly pool: Pool;

  constructor(
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.gate = new Gate(settings.poolSize, settings.poolSize * WAITING_PER_CONNECTION);
    this.pool = requestPool(settings.database, settings.poolSize);
  }

  /** Runs `task` in a transaction of its own as the context's actor; its changes are there once the promise resolves. */
  async run<T>(context: WorkContext, task: () => Promise<T>): Promise<T> {
    return this.transact('begin', context, task);
  }

  /** The same for many questions about one moment: what others write meanwhile is not seen. */
  async snapshot<T>(context: WorkContext, task: () => Promise<T>): Promise<T> {
    return this.transact('begin isolation level repeatable read', context, task);
  }

  /** For jobs and for what happens before anybody is signed in. */
  async asSystem<T>(task: () => Promise<T>): Promise<T> {
    return this.run({ actor: SYSTEM, today: this.clock.today(), requestId: null, origin: null }, task);
  }

  /** One statement outside of any actor; for the session lookup and readiness, which come before the actor. */
  async statement<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const result = await this.gate.run(() => this.pool.query(prepared(sql, parameters)));
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
    const result = await this.current().transaction.query(prepared(sql, parameters));
    return result.rows as T[];
  }

  /** A statement whose answer nobody needs: it goes out with the next one, or with COMMIT. If it fails, the transaction does. */
  later(sql: string, parameters: unknown[]): void {
    this.current().transaction.later(prepared(sql, parameters));
  }

  /**
   * Lets the statements that follow be planned once for all values. PostgreSQL plans a statement anew for its first five values, which for
   * figures, with all their policies, takes longer than to count.
   */
  planOnce(): void {
    this.current().transaction.later({ text: "set local plan_cache_mode = 'force_generic_plan'" });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private transact<T>(begin: string, context: WorkContext, task: () => Promise<T>): Promise<T> {
    const opening = [{ text: begin }, scopeStatement(scopeSettings(context))];
    return this.gate.run(() =>
      Transaction.run(this.pool, opening, (transaction) => this.work.run({ context, transaction }, task)),
    );
  }

  private current(): Work {
    const work = this.work.getStore();
    if (!work) throw new Error('Database used outside of an actor-bound transaction');
    return work;
  }
}

/** Sets transaction-local settings in one round trip. */
export async function bindScope(client: ClientBase, settings: Record<string, string>): Promise<void> {
  await client.query(scopeStatement(settings));
}

function scopeStatement(settings: Record<string, string>): QueryConfig {
  const calls = Object.keys(settings).map((name, i) => `set_config('app.${name}', $${i + 1}, true)`);
  return prepared(`select ${calls.join(', ')}`, Object.values(settings));
}
