import pg from 'pg';
import type { DatabaseAddress } from '../config/settings.js';

// Machine code for a plan pays for minutes, not for milliseconds; what an index leads to is in memory or on a disk without arms.
const PLANNING = '-c jit=off -c random_page_cost=1.1';

/** Connections for requests, apart from those that are held for as long as somebody reads a file (row-stream.ts). */
export function requestPool(address: DatabaseAddress, size: number): pg.Pool {
  const pool = new pg.Pool({
    ...connectionOf(address),
    application_name: 'olympia',
    options: PLANNING,
    max: size,
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
