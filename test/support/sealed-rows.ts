import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { CANARY, type City, type HouseKey, type PersonKey } from './city.js';
import { insertRow } from './rows.js';

/** Houses where something waits, and who noted it. */
export const HELD: Record<'kita' | 'school' | 'distant', PersonKey> = {
  kita: 'educator',
  school: 'schoolEducator',
  distant: 'distantEducator',
};
export type HeldHouse = keyof typeof HELD;

/** By house: an activity that waits for its lead. */
export type HeldRows = Record<HeldHouse, string>;

/** A sealing key, and in each of three houses an activity that arrived sealed and is held. */
export async function addSealedRows(db: pg.Client, city: City): Promise<HeldRows> {
  await insertRow(db, 'sealing_keys', {
    ...{ kid: 'kid', x: 'x', y: 'y', d: 'd', createdAt: '2000-01-01', validUntil: '2099-12-31' },
  });
  const rows: HeldRows = { kita: randomUUID(), school: randomUUID(), distant: randomUUID() };
  for (const house of Object.keys(HELD) as HeldHouse[]) await addHeld(db, city, house, rows[house]);
  return rows;
}

async function addHeld(db: pg.Client, city: City, house: HeldHouse, id: string): Promise<void> {
  const { id: institutionId, groupId } = city.houses[house satisfies HouseKey];
  const authorAccountId = city.people[HELD[house]].id;
  const arrival = { id, authorAccountId, digest: randomBytes(32), outcome: 'held' };
  await insertRow(db, 'sealed_arrivals', arrival);
  const body = { institutionId, groupId, heldOn: city.today, focusArea: 'active_learning', minutes: 30 };
  await insertRow(db, 'held_entries', {
    ...{
      institutionId,
      id,
      authorAccountId,
      kind: 'activity',
      recordId: randomUUID(),
      reason: 'wrong_proof',
    },
    ...{ body: { ...body, childrenPresent: 3, note: `${CANARY}-WARTET-${house}` }, notedAt: new Date() },
  });
}
