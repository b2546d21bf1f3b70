import { createHash } from 'node:crypto';
import type { Created } from '../kernel/http/created.js';
import { Problem } from '../kernel/problem/problem.js';
import type { Database } from './database.js';

type Values = Record<string, unknown>;

/** `childrenPresent` → `children_present`; names come from our own code only, and are checked all the same. */
export function columnOf(property: string): string {
  const column = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (!/^[a-z][a-z0-9_]*$/.test(column)) throw new Error(`not a column name: ${property}`);
  return column;
}

/** Fingerprint of what a client sent, whatever the order of its fields: tells a write sent twice from an id used twice. */
export function contentDigest(content: object): Buffer {
  const entries = Object.entries(content as Values).filter(
    ([key, value]) => key !== 'id' && value !== undefined,
  );
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest();
}

/**
 * Inserts unless the key is taken. Other unique keys still speak up, but not against the same row: of two who insert it at once, PostgreSQL
 * would ask the second about every other key before it finds its own one taken. So the second attempt is the one that speaks.
 * @returns whether the row is new
 */
export async function insertOnce(
  database: Database,
  table: string,
  key: string[],
  values: Values,
): Promise<boolean> {
  const names = Object.keys(values).map(columnOf);
  const places = names.map((_, i) => `$${i + 1}`);
  const insert = (taken: string): Promise<unknown[]> =>
    database.query(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})
       on conflict ${taken} do nothing returning 1`,
      Object.values(values),
    );
  if ((await insert('')).length > 0) return true;
  return (await insert(`(${key.map(columnOf).join(', ')})`)).length > 0;
}

/**
 * Lets one thing's versions be numbered one after the other: who would take the same number as somebody else waits for their commit, and
 * takes the one after. Without it, a creation sent twice at once could find its number taken before it finds itself there.
 */
export async function holdVersions(database: Database, table: string, code: string): Promise<void> {
  await database.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [table, code]);
}

/**
 * Changes the row if it still has the version that was read.
 * @returns whether it did
 * @throws Problem 422 when there is nothing to change: it would raise the version and leave an entry in the trail for nothing
 */
export async function updateVersion(
  database: Database,
  table: string,
  key: Values,
  version: number,
  changes: Values,
): Promise<boolean> {
  if (Object.keys(changes).length === 0) {
    throw new Problem(422, 'invalid', 'Bitte mindestens ein Feld angeben, das sich ändern soll.');
  }
  const values = [...Object.values(changes), ...Object.values(key), version];
  const sets = Object.keys(changes).map((name, i) => `${columnOf(name)} = $${i + 1}`);
  const where = Object.keys(key).map((name, i) => `${columnOf(name)} = $${sets.length + i + 1}`);
  const rows = await database.query(
    `update ${table} set ${[...sets, 'version = version + 1'].join(', ')}
     where ${where.join(' and ')} and version = $${values.length} returning 1`,
    values,
  );
  return rows.length > 0;
}

/** Deletes the row if it still has the version that was read. @returns whether it did */
export async function removeVersion(
  database: Database,
  table: string,
  key: Values,
  version: number,
): Promise<boolean> {
  const where = Object.keys(key).map((name, i) => `${columnOf(name)} = $${i + 1}`);
  const rows = await database.query(
    `delete from ${table} where ${where.join(' and ')} and version = $${where.length + 1} returning 1`,
    [...Object.values(key), version],
  );
  return rows.length > 0;
}

/** What a creation left behind, with the fingerprint of what was sent then. */
interface Stored<T> {
  digest: Buffer | null;
  record: T;
}

/**
 * Idempotent creation: the same id with the same content twice is one record.
 * @throws Problem 422 `id_reused` when the id stands for something else (or for something the actor may not see)
 */
export async function createOnce<T>(steps: {
  insert: () => Promise<boolean>;
  stored: () => Promise<Stored<T> | null>;
  digest: Buffer;
}): Promise<Created<T>> {
  const created = await steps.insert();
  const stored = await steps.stored();
  if (created && stored) return { created, record: stored.record };
  return { created: false, record: sameRecord(stored, steps.digest) };
}

/**
 * The record whose id was taken when a creation came.
 * @throws Problem 422 `id_reused` unless it was made by the same creation, sent twice
 */
export function sameRecord<T>(stored: Stored<T> | null, digest: Buffer): T {
  if (!stored?.digest?.equals(digest)) throw Problem.idReused();
  return stored.record;
}

/**
 * Passes if the update found the version it was made from.
 * @param current reads the record as it is now: what stood there before may be older than the change that came in between
 * @throws Problem 412 with the stored record
 */
export async function assertUnchanged(updated: boolean, current: () => Promise<unknown>): Promise<void> {
  if (updated) return;
  throw new Problem(
    412,
    'changed_meanwhile',
    'Dieser Eintrag wurde inzwischen geändert. Bitte vergleichen Sie beide Fassungen.',
    { current: await current() },
  );
}
