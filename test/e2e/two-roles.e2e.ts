import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../support/client.js';
import type { PersonKey } from '../support/city.js';
import { insertRow } from '../support/rows.js';
import { Snapshot } from '../support/snapshot.js';
import { Stage } from '../support/stage.js';

/* People who see by one role what they may change by none. */

let stage: Stage;
let snapshot: Snapshot;
let before: string;

beforeAll(async () => {
  stage = await Stage.open();
  const { municipalityId, houses } = stage.city;
  await alsoIs('schoolEducator', 'coordinator', { municipalityId });
  await alsoIs('coordinator', 'programme_lead', {});
  await alsoIs('lead', 'educator', { institutionId: houses.school.id });
  await alsoIs('programmeLead', 'administrator', {});
  snapshot = await Snapshot.take(stage.db);
  before = await snapshot.checksum();
});
afterAll(() => stage.close());

async function alsoIs(key: PersonKey, role: string, at: object): Promise<void> {
  const accountId = stage.city.people[key].id;
  await insertRow(stage.db, 'account_roles', { id: randomUUID(), accountId, role, ...at });
}

async function expectRefused(answers: Promise<Answer>[], status: number): Promise<void> {
  for (const answer of await Promise.all(answers)) expect(answer.status).toBe(status);
  expect(await snapshot.checksum()).toBe(before);
}

describe('an educator who also coordinates the city', () => {
  test("reads all of the city's entries and changes the own ones", async () => {
    const client = stage.as('schoolEducator');
    const { items } = (
      await client.get<{ items: { editable: boolean; authorId: string }[] }>('/api/activities')
    ).json;
    expect(items).toHaveLength(4);
    const own = stage.city.people.schoolEducator.id;
    for (const { editable, authorId } of items) expect(editable).toBe(authorId === own);
  });

  test("is told that others' entries are not theirs to change", async () => {
    const client = stage.as('schoolEducator');
    const path = `/api/activities/${stage.city.houses.kita.activityId}`;
    await expectRefused([client.patch(path, { minutes: 60 }, 1), client.delete(path, 1)], 403);
    await stage.db.query('update activities set deleted_at = now() where id = $1', [
      stage.city.houses.kita.activityId,
    ]);
    expect((await client.post(`${path}/restore`, undefined, { version: 1 })).status).toBe(403);
    await snapshot.restore();
  });

  test('may not note for a house in which they do not work', async () => {
    const { id: institutionId, groupId } = stage.city.houses.kita;
    const numbers = { minutes: 30, childrenPresent: 5, heldOn: stage.city.today };
    const body = { institutionId, groupId, focusArea: 'active_learning', ...numbers };
    await expectRefused([stage.as('schoolEducator').post('/api/activities', body)], 404);
  });

  test('who no longer works there only reads what they have written', async () => {
    const { schoolEducator } = stage.city.people;
    await stage.db.query(`delete from account_roles where account_id = $1 and role = 'educator'`, [
      schoolEducator.id,
    ]);
    await alsoIs('schoolEducator', 'educator', { institutionId: stage.city.houses.idle.id });
    const path = `/api/activities/${stage.city.houses.school.activityId}`;
    const answer = await stage.as('schoolEducator').get(path);
    expect([answer.status, answer.json['editable']]).toEqual([200, false]);
    expect((await stage.as('schoolEducator').patch(path, { minutes: 60 }, 1)).status).toBe(403);
    await snapshot.restore();
  });
});

test('a coordinator who also leads the programme sees other cities and changes nothing there', async () => {
  const client = stage.as('coordinator');
  const { distant } = stage.city.houses;
  expect((await client.get(`/api/institutions/${distant.id}`)).status).toBe(200);
  await expectRefused(
    [
      client.patch(`/api/institutions/${distant.id}`, { name: 'Neu' }, 1),
      client.post(`/api/institutions/${distant.id}/participations`, {
        status: 'active',
        reachedOn: '2020-08-01',
      }),
      client.delete(`/api/participations/${distant.participationId}`, 1),
      client.post(`/api/institutions/${distant.id}/coach-assignments`, {
        ...{ coachId: stage.city.people.distantCoach.id, firstDay: '2020-08-01' },
      }),
      client.patch(`/api/closing-days/${distant.closingDayId}`, { reason: 'Neu' }, 1),
      client.delete(`/api/institution-contacts/${distant.contactId}`, 1),
      client.patch(`/api/targets/${stage.city.targetIds[1]}`, { children: 1 }, 1),
      client.patch(`/api/groups/${distant.groupId}`, { name: 'Neu' }, 1),
      client.patch(`/api/districts/${stage.city.distantDistrictId}`, { name: 'Neu' }, 1),
      client.post('/api/districts', { municipalityId: stage.city.distantMunicipalityId, name: 'Neu' }),
    ],
    404,
  );
});

test('a lead who teaches at another house is only an educator there', async () => {
  const client = stage.as('lead');
  const { school } = stage.city.houses;
  const { items } = (await client.get<{ items: { institutionId: string }[] }>('/api/activities')).json;
  expect(items.filter(({ institutionId }) => institutionId === school.id)).toEqual([]);
  const group = { institutionId: school.id, name: 'Neu', schoolYear: stage.city.schoolYear, size: 5 };
  const invitation = { email: 'neu@example.org', name: 'Neu', role: 'educator', institutionId: school.id };
  await expectRefused(
    [
      client.get(`/api/activities/${school.activityId}`),
      client.post('/api/groups', group),
      client.patch(`/api/groups/${school.groupId}`, { name: 'Neu' }, 1),
      client.post('/api/invitations', invitation),
    ],
    404,
  );
});

test('an administrator who also leads the programme may do both, each by its own role', async () => {
  const client = stage.as('programmeLead');
  expect((await client.get('/api/overview')).status).toBe(200);
  expect((await client.get('/api/activities')).status).toBe(200);
  await expectRefused(
    [client.patch(`/api/activities/${stage.city.houses.kita.activityId}`, { minutes: 5 }, 1)],
    403,
  );
});
