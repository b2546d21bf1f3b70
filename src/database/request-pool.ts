import pg from 'pg';
import type { DatabaseAddress } from '../config/settings.js';

/** Connections for requests, apart from TypeORM's: in pipeline mode, which saves round trips but cannot stream (row-stream.ts can). */
export function requestPool(address: DatabaseAddress, size: number): pg.Pool {
  const pool = new pg.Pool({
    ...connectionOf(address),
    application_name: 'olympia',
    max: size,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  // A connection that breaks while nobody uses it is replaced by the next request; unheard, it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function connectionOf(address: DatabaseAddress): pg.PoolConfig {
  return address;
}
