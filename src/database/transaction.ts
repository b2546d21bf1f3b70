import type { Pool, PoolClient, QueryConfig } from 'pg';
import { type Answer, type Outcome, sendBatch } from './batch.js';

/** How a transaction begins. */
export interface Opening {
  /** BEGIN, and what binds the transaction to its actor. */
  statements: QueryConfig[];
  /**
   * Looks at the answer to the last of them before anybody sees another one.
   * @throws what the whole transaction is refused with, whatever else goes wrong in it
   */
  admit?: (bound: Answer) => void;
}

const COMMIT = { name: 'commit', text: 'commit' };
const ROLLBACK = { name: 'rollback', text: 'rollback' };
const NOTHING = { name: 'nothing', text: 'select' };

/**
 * One transaction, with as few round trips as it can do with: BEGIN and the actor's scope go out together with the first statement, what
 * nobody waits for with the next one, and the last of it with COMMIT.
 */
export class Transaction {
  private begun = false;
  private waiting: QueryConfig[] = [];
  private refusal: { error: unknown } | null = null;

  private constructor(
    private readonly client: PoolClient,
    private readonly opening: Opening,
  ) {}

  /** Runs `task` and commits what it did, or nothing of it; nothing of it, either, and no answer, where the opening is refused. */
  static async run<T>(
    pool: Pool,
    opening: Opening,
    task: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect();
    // A server that dies under a connection in use makes it emit `error`; unheard, that would end the process.
    client.on('error', ignore);
    const transaction = new Transaction(client, opening);
    let broken = false;
    try {
      const result = await task(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      const first = await transaction.whatCameFirst(error);
      broken = !(await transaction.rollBack());
      throw first;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  /** Sends the statement, after everything that waits. @throws what went wrong first */
  async query(statement: QueryConfig): Promise<Answer> {
    const opening = this.begun ? [] : this.opening.statements;
    this.begun = true;
    const batch = [...opening, ...this.waiting.splice(0), statement];
    const outcome = await sendBatch(this.client, batch);
    if (opening.length > 0) this.beAdmitted(outcome);
    return lastOf(outcome);
  }

  /** Sends the statement with the next one, at the latest with COMMIT, which fails with it. */
  later(statement: QueryConfig): void {
    this.waiting.push(statement);
  }

  private beAdmitted({ answers, error }: Outcome): void {
    const { admit, statements } = this.opening;
    if (!admit) return;
    try {
      const bound = answers[statements.length - 1];
      if (!bound) throw error;
      admit(bound);
    } catch (refused) {
      this.refusal = { error: refused };
      throw refused;
    }
  }

  private async commit(): Promise<void> {
    if (this.refusal) throw this.refusal.error;
    // Not with COMMIT: nothing may stand before it is judged.
    if (!this.begun && this.opening.admit) await this.query(NOTHING);
    if (!this.begun && this.waiting.length === 0) return;
    const { command } = await this.query(COMMIT);
    // PostgreSQL answers so without an error when a statement had failed and somebody went on as if it had not.
    if (command !== 'COMMIT') throw new Error('A statement of this transaction failed; nothing was written.');
  }

  /** Whoever is not admitted hears nothing else, not even what is wrong with what they sent. */
  private async whatCameFirst(error: unknown): Promise<unknown> {
    if (!this.begun && this.opening.admit) {
      this.waiting = [];
      await this.query(NOTHING).catch(ignore);
    }
    return this.refusal ? this.refusal.error : error;
  }

  /** @returns whether the connection can be used again */
  private async rollBack(): Promise<boolean> {
    if (!this.begun) return true;
    const { error } = await sendBatch(this.client, [ROLLBACK]);
    return error === null;
  }
}

/** The last answer. @throws what went wrong */
export function lastOf({ answers, error }: Outcome): Answer {
  const last = answers.at(-1);
  if (error === null && last) return last;
  // Where it was asked says more than where the answer was read.
  if (error instanceof Error) Error.captureStackTrace(error, lastOf);
  throw error;
}

function ignore(): void {}
