import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

/**
 * One transaction, with as few round trips as it can do with: BEGIN and the actor's scope go out together with the first statement, what
 * nobody waits for with the next one, and the last of it with COMMIT. The pool has to be in pipeline mode.
 */
export class Transaction {
  private begun = false;
  private waiting: QueryConfig[] = [];

  private constructor(
    private readonly client: PoolClient,
    private readonly opening: QueryConfig[],
  ) {}

  /**
   * Runs `task` and commits what it did, or nothing of it.
   * @param opening BEGIN, and what binds the transaction to its actor
   */
  static async run<T>(
    pool: Pool,
    opening: QueryConfig[],
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
      broken = !(await transaction.rollBack());
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  /** Sends the statement, after everything that waits. @throws what went wrong first */
  async query(statement: QueryConfig): Promise<QueryResult> {
    const results = await Promise.all(this.send([...this.prologue(), ...this.waiting.splice(0), statement]));
    return results.at(-1) as QueryResult;
  }

  /** Sends the statement with the next one, at the latest with COMMIT, which fails with it. */
  later(statement: QueryConfig): void {
    this.waiting.push(statement);
  }

  /** All of them leave in one piece, and the server works through them without waiting for us. */
  private send(batch: QueryConfig[]): Promise<QueryResult>[] {
    const { stream } = this.client.connection;
    stream.cork();
    try {
      return batch.map((statement) => this.client.query(statement));
    } finally {
      stream.uncork();
    }
  }

  private prologue(): QueryConfig[] {
    if (this.begun) return [];
    this.begun = true;
    return this.opening;
  }

  private async commit(): Promise<void> {
    if (!this.begun && this.waiting.length === 0) return;
    const { command } = await this.query({ text: 'commit' });
    // PostgreSQL answers so without an error when a statement had failed and somebody went on as if it had not.
    if (command !== 'COMMIT') throw new Error('A statement of this transaction failed; nothing was written.');
  }

  /** @returns whether the connection can be used again */
  private async rollBack(): Promise<boolean> {
    if (!this.begun) return true;
    return this.client.query('rollback').then(
      () => true,
      () => false,
    );
  }
}

function ignore(): void {}
