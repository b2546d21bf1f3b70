import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type City, PEOPLE } from './city.js';
import { insertRow } from './rows.js';

export const TABLET_HOUSES = ['kita', 'school', 'distant'] as const;
export type TabletHouse = (typeof TABLET_HOUSES)[number];

export interface TabletRows {
  tablets: Record<TabletHouse, string>;
  /** What each tablet's cookie says. */
  tokens: Record<TabletHouse, string>;
}

/** A shared tablet in each house; everybody has a PIN that was wrong too often, and a badge. */
export async function addTabletRows(db: pg.Client, { houses, people }: City): Promise<TabletRows> {
  const rows: TabletRows = {
    tablets: { kita: randomUUID(), school: randomUUID(), distant: randomUUID() },
    tokens: { kita: token(), school: token(), distant: token() },
  };
  for (const house of TABLET_HOUSES) {
    const { id: institutionId, canary } = houses[house];
    await insertRow(db, 'tablets', {
      ...{ institutionId, id: rows.tablets[house], name: `${canary} Tablet`, enrolledAt: new Date() },
      tokenHash: createHash('sha256').update(rows.tokens[house]).digest(),
    });
  }
  for (const key of PEOPLE) {
    const { id: accountId } = people[key];
    const at = new Date();
    await insertRow(db, 'account_pins', {
      ...{ accountId, pinHash: 'unusable', changedAt: at, failures: 10, lockedAt: at },
    });
    await insertRow(db, 'account_badges', { accountId, secretHash: randomBytes(32) });
  }
  return rows;
}

function token(): string {
  return randomBytes(32).toString('base64url');
}
