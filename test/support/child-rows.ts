import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { addDays } from '../../src/kernel/calendar/calendar-date.js';
import type { City, HouseKey } from './city.js';
import { insertRow } from './rows.js';

/** Houses with a child. */
export const CHILD_HOUSES = ['kita', 'school', 'distant'] as const satisfies HouseKey[];
export type ChildHouse = (typeof CHILD_HOUSES)[number];

/** The canaries of children: their codes, which begin with the same four signs and appear nowhere else. */
export const CHILD_CODES: Record<ChildHouse, string> = { kita: 'KNRYK', school: 'KNRYX', distant: 'KNRYD' };

export interface ChildRows {
  /** One in each house, in its group of this year, born five and a half years ago. */
  children: Record<ChildHouse, string>;
  /** Theirs, given 200 days ago. */
  consents: Record<ChildHouse, string>;
  /** Open codes for the way to another house, and what stands on the parents' sheets. */
  transfers: Record<ChildHouse, string>;
  transferCodes: Record<ChildHouse, string>;
}

/** A child with consent and an open transfer code in each of the three houses, and an entry in the journal of erasures. */
export async function addChildRows(db: pg.Client, city: City): Promise<ChildRows> {
  const rows: ChildRows = {
    children: perHouse(() => randomUUID()),
    consents: perHouse(() => randomUUID()),
    transfers: perHouse(() => randomUUID()),
    transferCodes: perHouse((house) => `${CHILD_CODES[house]}${CHILD_CODES[house]}333333`),
  };
  for (const house of CHILD_HOUSES) await addChild(db, city, house, rows);
  return rows;
}

async function addChild(db: pg.Client, city: City, house: ChildHouse, rows: ChildRows): Promise<void> {
  const { id: institutionId, groupId } = city.houses[house];
  const childId = rows.children[house];
  const birthMonth = `${addDays(city.today, -2_000).slice(0, 7)}-01`;
  const child = { institutionId, id: childId, code: CHILD_CODES[house], groupId, birthMonth, sex: 'female' };
  await insertRow(db, 'children', child);
  const givenOn = addDays(city.today, -200);
  await insertRow(db, 'consents', { institutionId, id: rows.consents[house], childId, givenOn });
  const codeHash = createHash('sha256').update(rows.transferCodes[house]).digest();
  const expiresOn = addDays(city.today, 100);
  const transfer = { institutionId, id: rows.transfers[house], childId, codeHash, expiresOn };
  await insertRow(db, 'child_transfers', transfer);
  const erased = { objectType: 'assessment', objectId: randomUUID(), reason: 'consent_withdrawn' };
  await insertRow(db, 'erasures', { institutionId, id: randomUUID(), ...erased });
}

function perHouse(value: (house: ChildHouse) => string): Record<ChildHouse, string> {
  return { kita: value('kita'), school: value('school'), distant: value('distant') };
}
