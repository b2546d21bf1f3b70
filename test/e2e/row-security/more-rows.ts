import type pg from 'pg';
import { type City, PEOPLE } from '../../support/city.js';
import { insertRow } from '../../support/rows.js';

/** Rows for the tables that the city leaves empty, so that every policy has something to hide. */
export async function addHiddenRows(db: pg.Client, { people, houses }: City): Promise<void> {
  for (const key of PEOPLE) {
    await insertRow(db, 'credentials', { accountId: people[key].id, passwordHash: 'unusable' });
  }
  await insertRow(db, 'sign_in_throttles', {
    key: Buffer.from('somebody'),
    failures: 1,
    lastFailureAt: new Date(),
  });
  const objectId = houses.kita.activityId;
  const event = { chain: houses.kita.id, action: 'activity.create', objectType: 'activity', objectId };
  for (const actorId of [people.educator.id, people.lead.id, null]) {
    await insertRow(db, 'audit_events', { ...event, actorId });
  }
}
