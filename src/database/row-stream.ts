import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import pgCopyStreams from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { Gate, type Load } from '../kernel/gate.js';
import { scopeSettings, type WorkContext } from './actor.js';
import { poolOf } from './data-source.js';
import { bindScope } from './database.js';
import { SETTINGS } from './tokens.js';

/** What COPY sends; how many rows it were is known once the connection has answered something after it. */
export type CopyStream = Readable & { rowCount: number };

/** An actor-bound read transaction on a connection of its own, for answers too long to hold in memory. */
export interface StreamConnection {
  query<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** The server's own text of a query, as `COPY … TO STDOUT` sends it; COPY takes no parameters, so `sql` holds literals. */
  copy(sql: string): CopyStream;
  /** Gives the connection back; `broken` throws it away (a client that hung up leaves a COPY half read). May be called twice. */
  close(broken: boolean): Promise<void>;
}

// A policy is a condition of which the planner does not know that it holds for each row of whoever reaches every house: it would go from
// house to house and look for a million rows one by one, where reading the table from end to end costs half of that.
const READ_WHOLE_TABLES = 'set local enable_nestloop = off; set local random_page_cost = 4';

/** Opens connections for long answers; they are the first to be refused when many come at once. */
@Injectable()
export class RowStream {
  private readonly gate: Gate;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.gate = new Gate(streamConnections(settings), settings.poolSize);
  }

  get load(): Load {
    return this.gate.load;
  }

  /**
   * @param wholeTables most rows of the tables that are asked for will be read
   * @throws Problem 503 when too many are open already
   */
  async open(context: WorkContext, wholeTables: boolean): Promise<StreamConnection> {
    const leave = await this.gate.enter();
    try {
      const client = await poolOf(this.dataSource).connect();
      return await this.begin(client, { context, wholeTables, leave });
    } catch (error) {
      leave();
      throw error;
    }
  }

  private async begin(
    client: PoolClient,
    { context, wholeTables, leave }: { context: WorkContext; wholeTables: boolean; leave: () => void },
  ): Promise<StreamConnection> {
    const close = closer(client, leave);
    // A server that dies under a connection in use makes it emit `error`; unheard, that would end the process.
    client.on('error', ignore);
    try {
      // REPEATABLE READ: every page of a cursor and every file of a package shows the same moment.
      await client.query('begin isolation level repeatable read read only');
      if (wholeTables) await client.query(READ_WHOLE_TABLES);
      await bindScope(client, scopeSettings(context));
    } catch (error) {
      await close(true);
      throw error;
    }
    return {
      query: async <T>(sql: string, parameters: unknown[] = []) =>
        (await client.query(sql, parameters)).rows as T[],
      copy: (sql) => client.query(pgCopyStreams.to(sql)),
      close,
    };
  }
}

/** How many long answers may be on their way at once; they have connections of their own. */
export function streamConnections({ poolSize }: Settings): number {
  return Math.max(1, Math.floor(poolSize / 3));
}

function ignore(): void {}

function closer(client: PoolClient, leave: () => void): (broken: boolean) => Promise<void> {
  let open = true;
  return async (broken) => {
    if (!open) return;
    open = false;
    client.off('error', ignore);
    try {
      if (!broken) await client.query('commit');
      client.release(broken);
    } catch (error) {
      client.release(error instanceof Error ? error : true);
    } finally {
      leave();
    }
  };
}
