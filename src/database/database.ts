import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ClientBase, Pool, QueryConfig } from 'pg';
import type { Settings } from '../config/settings.js';
import { Clock } from '../kernel/calendar/clock.js';
import { Gate, type Load } from '../kernel/gate.js';
import { Problem } from '../kernel/problem/problem.js';
import { type Actor, scopeSettings, SYSTEM, type WorkContext } from './actor.js';
import { sendBatch } from './batch.js';
import { prepared } from './prepared.js';
import { requestPool } from './request-pool.js';
import { SETTINGS } from './tokens.js';
import { lastOf, type Opening, Transaction } from './transaction.js';

interface Work {
  /** Null until the database has said who acts. */
  context: WorkContext | null;
  transaction: Transaction;
}

/** How the database finds out who acts, as the transaction's first statement. */
export interface Binding {
  /** Binds the transaction to the actor that it finds. */
  statement: { sql: string; parameters: unknown[] };
  /** The work of whom it found. @throws whatever refuses them */
  admit: (rows: unknown[]) => WorkContext;
}

// How many requests may wait for a connection before the next one is told to come back.
const WAITING_PER_CONNECTION = 20;

/** How full those places may be for what gives way before a change is refused: a file can be fetched later, a page be read again. */
const ROOM = { file: 0.25, read: 0.5 };

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

  /** How many connections for requests are in use, and how many requests wait for one. */
  get load(): Load {
    return this.gate.load;
  }

  /** Runs `task` in a transaction of its own as the context's actor; its changes are there once the promise resolves. */
  async run<T>(context: WorkContext, task: () => Promise<T>): Promise<T> {
    return this.transact(openingFor('begin', context), { context }, task);
  }

  /**
   * The same for an actor whom the database looks up on the way: with the first statement of `task`, which spares a round trip. Until then
   * nobody knows who acts; whoever is refused then has changed nothing and learns nothing, whatever `task` makes of it.
   */
  async runBound<T>({ statement, admit }: Binding, task: () => Promise<T>): Promise<T> {
    const work: { context: WorkContext | null } = { context: null };
    const opening: Opening = {
      statements: [prepared('begin', []), prepared(statement.sql, statement.parameters)],
      admit: ({ rows }) => void (work.context = admit(rows)),
    };
    return this.transact(opening, work, task);
  }

  /** The same for many questions about one moment: what others write meanwhile is not seen. */
  async snapshot<T>(context: WorkContext, task: () => Promise<T>): Promise<T> {
    return this.transact(openingFor('begin isolation level repeatable read', context), { context }, task);
  }

  /** For jobs and for what happens before anybody is signed in. */
  async asSystem<T>(task: () => Promise<T>): Promise<T> {
    return this.run({ actor: SYSTEM, today: this.clock.today(), requestId: null, origin: null }, task);
  }

  /**
   * A part of the transaction as somebody else: what a person lets in that is another's. Whether they may has to be asked before, and
   * whatever `task` throws has to end the transaction.
   */
  async actingAs<T>(actor: Actor, task: () => Promise<T>): Promise<T> {
    const { transaction } = this.current();
    const own = this.context;
    const context = { ...own, actor };
    await transaction.query(scopeStatement(scopeSettings(context)));
    const result = await this.work.run({ context, transaction }, task);
    await transaction.query(scopeStatement(scopeSettings(own)));
    return result;
  }

  /** One statement outside of any actor; for the session lookup and readiness, which come before the actor. */
  async statement<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.gate.run(async () => {
      const client = await this.pool.connect();
      client.on('error', ignore);
      const outcome = await sendBatch(client, [prepared(sql, parameters)]);
      client.off('error', ignore);
      client.release(outcome.error !== null);
      return lastOf(outcome).rows as T[];
    });
  }

  /** When many wait, files are told to come back first, then who only reads; changes last. @throws Problem 503 */
  assertRoom(kind: keyof typeof ROOM): void {
    if (this.gate.crowding >= ROOM[kind]) throw Problem.busy();
  }

  get context(): WorkContext {
    const { context } = this.current();
    if (!context) throw new Error('Nobody knows yet who acts: the first statement has to come before');
    return context;
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

  private transact<T>(opening: Opening, work: Pick<Work, 'context'>, task: () => Promise<T>): Promise<T> {
    return this.gate.run(() =>
      Transaction.run(this.pool, opening, (transaction) =>
        this.work.run(Object.assign(work, { transaction }), task),
      ),
    );
  }

  private current(): Work {
    const work = this.work.getStore();
    if (!work) throw new Error('Database used outside of an actor-bound transaction');
    return work;
  }
}

function openingFor(begin: string, context: WorkContext): Opening {
  return { statements: [prepared(begin, []), scopeStatement(scopeSettings(context))] };
}

/** Sets transaction-local settings in one round trip. */
export async function bindScope(client: ClientBase, settings: Record<string, string>): Promise<void> {
  await client.query(scopeStatement(settings));
}

function scopeStatement(settings: Record<string, string>): QueryConfig {
  const calls = Object.keys(settings).map((name, i) => `set_config('app.${name}', $${i + 1}, true)`);
  return prepared(`select ${calls.join(', ')}`, Object.values(settings));
}

function ignore(): void {}
