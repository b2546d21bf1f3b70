import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MERGE_PLAN } from '../../src/institutions/merging/merge-plan.js';
import type { DuplicateDto, MergePreviewDto } from '../../src/institutions/merging/merge.dto.js';
import type { OverviewDto } from '../../src/reporting/overview/overview.dto.js';
import type { Person } from '../support/city.js';
import { signedIn } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { wrongSums } from '../support/sums.js';
import { Town } from '../support/town.js';

/* Two entries for one institution become one, with everything that hangs on them. */

const NOW = '2026-11-20T11:00:00Z';
const YESTERDAY = '2026-11-19';

let stage: Stage;
let town: Town;
let number = 0;

beforeAll(async () => {
  stage = await Stage.open();
  town = new Town(stage.db);
});
afterAll(() => stage.close());
beforeEach(() => stage.app.clock.standAt(NOW));

function house(more: object = {}): Promise<string> {
  number += 1;
  const { municipalityId, districtIds } = stage.city;
  return town.house(municipalityId, districtIds[0], `Kita Doppel ${number}`, { ...more });
}

function merge(staying: string, vanishingId: string, more: object = {}, version = 1): Promise<Answer> {
  const body = { vanishingId, vanishingVersion: 1, fields: [], ...more };
  return stage.as('coordinator').send('POST', `/api/institutions/${staying}/merge`, { body, version });
}

async function preview(staying: string, vanishing: string): Promise<MergePreviewDto> {
  const address = `/api/institutions/${staying}/merge?vanishingId=${vanishing}`;
  return (await stage.as('coordinator').get(address)).json as unknown as MergePreviewDto;
}

const count = async (table: string, institutionId: string): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(
    stage.db,
    `select count(*)::int as count from ${table} where institution_id = $1`,
    [institutionId],
  );
  return row!.count;
};

/** A house with one of everything that can hang on it. */
async function full(
  group: string,
  more: object = {},
): Promise<{ id: string; person: Person; activity: string }> {
  const id = await house(more);
  const groupId = await town.group(id, group, 20);
  const activity = await town.activity(id, groupId, '2026-10-01', 30);
  const person = await town.person(`Leitung${randomUUID()}`, [['institution_lead', { institutionId: id }]]);
  const { coordinator, coach } = stage.city.people;
  await insertRow(stage.db, 'group_confirmations', { institutionId: id, schoolYear: 2026 });
  await town.insert('invitations', {
    ...{ tokenHash: Buffer.from(randomUUID()), email: 'neu@example.org', name: 'Neu', role: 'educator' },
    ...{ institutionId: id, invitedBy: coordinator.id, expiresAt: new Date('2027-01-01') },
  });
  await town.insert('coach_assignments', { institutionId: id, accountId: coach.id, firstDay: '2026-09-01' });
  await town.insert('closing_days', {
    ...{ institutionId: id, firstDay: '2026-12-01', lastDay: '2026-12-02', reason: 'Teamtag' },
  });
  await town.insert('institution_contacts', { institutionId: id, name: `Frau ${group}` });
  await town.insert('module_bookings', { institutionId: id, moduleId: stage.city.moduleId });
  await town.insert('coach_contacts', {
    ...{ institutionId: id, coachId: coach.id, state: 'planned', way: 'phone', heldOn: '2026-12-03' },
  });
  await addStaff(id);
  return { id, person, activity };
}

/** Somebody of the house alone with a registration, and somebody who works in every house. */
async function addStaff(institutionId: string): Promise<void> {
  const name = 'Anna Groß';
  const staffMemberId = await town.insert('staff_members', { institutionId, name, function: 'educator' });
  for (const id of [staffMemberId, await everywhere()]) {
    await town.insert('staff_positions', { institutionId, staffMemberId: id });
  }
  const { municipalityId } = stage.city;
  const training = { municipalityId, title: 'Pause', focusArea: 'active_learning', capacity: 5 };
  const trainingId = await town.insert('trainings', training);
  const registration = { institutionId, trainingId, staffMemberId, state: 'confirmed', arrival: 1 };
  await town.insert('training_registrations', registration);
}

let floaterId: string | undefined;
async function everywhere(): Promise<string> {
  const institutionId = stage.city.houses.school.id;
  const name = 'Bodo Groß';
  floaterId ??= await town.insert('staff_members', { institutionId, name, function: 'teacher' });
  return floaterId;
}

test('the plan names every table that hangs on an institution', async () => {
  const rows = await rowsOf<{ name: string }>(
    stage.db,
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'institution_id'
     union select conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'institutions'::regclass
       and conrelid <> 'institutions'::regclass order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(MERGE_PLAN).sort());
});

describe('two entries', () => {
  test('become one, with everything that hangs on the one that vanishes', async () => {
    const [stays, goes] = [await full('Bären'), await full('Füchse')];
    const run = await town.participation(goes.id, '2026-09-01');
    await town.insert('participation_steps', {
      ...{ institutionId: goes.id, participationId: run, status: 'active', reachedOn: '2026-09-01' },
    });
    const shown = await preview(stays.id, goes.id);
    expect([shown.stayingCounts, shown.vanishingCounts]).toEqual([
      { groups: 1, activities: 1, people: 1, runs: 0 },
      { groups: 1, activities: 1, people: 1, runs: 1 },
    ]);
    expect([shown.joined, shown.overlapping]).toEqual([[], false]);
    expect((await merge(stays.id, goes.id)).json).toMatchObject({
      id: stays.id,
      version: 2,
      mergedInto: null,
    });
    for (const [table, plan] of Object.entries(MERGE_PLAN)) {
      if (plan !== 'kept') expect([table, await count(table, goes.id)]).toEqual([table, 0]);
    }
    for (const [table, expected] of Object.entries({
      ...{
        groups: 2,
        activities: 2,
        group_sizes: 2,
        account_roles: 2,
        invitations: 2,
        group_confirmations: 1,
      },
      ...{
        participations: 1,
        participation_steps: 1,
        coach_assignments: 1,
        closing_days: 1,
        institution_contacts: 2,
        module_bookings: 2,
        coach_contacts: 2,
      },
      // Of the one who works in both, one position stays.
      ...{ staff_members: 2, staff_positions: 3, training_registrations: 2 },
    })) {
      expect([table, await count(table, stays.id)]).toEqual([table, expected]);
    }
    // Both groups' activities are of one week and one focus area: one row of two, and a row for each group.
    expect([await count('activity_weeks', stays.id), await count('activity_years', stays.id)]).toEqual([
      1, 2,
    ]);
    expect(await wrongSums(stage.db)).toEqual([]);
  });

  test('leave a stub that leads on, also for the people of the house, and entries in both chains', async () => {
    const [stays, goes] = [await full('Bären'), await full('Füchse')];
    await merge(stays.id, goes.id);
    const stub = await stage.as('coordinator').get(`/api/institutions/${goes.id}`);
    expect(stub.json).toMatchObject({ mergedInto: stays.id, archivedAt: expect.any(String) });
    expect((await stage.as('schoolLead').get(`/api/institutions/${goes.id}`)).status).toBe(404);
    const again = signedIn(stage.app, stays.person);
    expect((await again.get(`/api/institutions/${goes.id}`)).json).toMatchObject({ mergedInto: stays.id });
    const chains = await rowsOf<{ chain: string }>(
      stage.db,
      `select chain from audit_events where action in ('institution.merge', 'institution.retire') and chain = any ($1)`,
      [[stays.id, goes.id]],
    );
    expect(chains).toHaveLength(2);
    const back = await stage.as('coordinator').patch(`/api/institutions/${goes.id}`, { archived: false }, 2);
    expect([back.status, back.json['code']]).toEqual([409, 'merged']);
  });

  test('end the sessions of those whose roles have moved', async () => {
    const [stays, goes] = [await full('Bären'), await full('Füchse')];
    expect((await signedIn(stage.app, goes.person).get('/api/session')).status).toBe(200);
    await merge(stays.id, goes.id);
    expect((await signedIn(stage.app, goes.person).get('/api/session')).status).toBe(401);
    expect((await signedIn(stage.app, stays.person).get('/api/session')).status).toBe(200);
  });

  test('keep the coach, since the earlier day where both have the same, and end the other', async () => {
    const { coach, coordinator } = stage.city.people;
    const accompanied = async (accountId: string, firstDay: string): Promise<string> => {
      const id = await house();
      await town.insert('coach_assignments', { institutionId: id, accountId, firstDay });
      return id;
    };
    const merged = async (one: string, other: string): Promise<object[]> => {
      expect((await merge(one, other)).status).toBe(200);
      return rowsOf(
        stage.db,
        `select account_id as who, first_day::text as "from", last_day::text as "to" from coach_assignments
         where institution_id = $1 order by last_day nulls first`,
        [one],
      );
    };
    const early = await accompanied(coach.id, '2026-08-15');
    expect(await merged(await accompanied(coach.id, '2026-09-01'), early)).toEqual([
      { who: coach.id, from: '2026-08-15', to: null },
    ]);
    const others = await accompanied(coordinator.id, '2026-08-15');
    expect(await merged(await accompanied(coach.id, '2026-09-01'), others)).toEqual([
      { who: coach.id, from: '2026-09-01', to: null },
      { who: coordinator.id, from: '2026-08-15', to: YESTERDAY },
    ]);
  });

  test('join groups of the same name in the same year', async () => {
    const [stays, goes] = [await full('Bären'), await full('bären')];
    expect((await preview(stays.id, goes.id)).joined).toEqual([
      { name: 'Bären', schoolYear: 2026, stayingSize: 20, vanishingSize: 20 },
    ]);
    await merge(stays.id, goes.id);
    const groups = await rowsOf<{ activities: number }>(
      stage.db,
      `select (select count(*)::int from activities a where a.group_id = g.id) as activities from groups g
       where institution_id = $1 and archived_at is null`,
      [stays.id],
    );
    expect(groups).toEqual([{ activities: 2 }]);
    expect(await count('activity_years', stays.id)).toBe(1);
    expect(await wrongSums(stage.db)).toEqual([]);
  });

  test('take the children along, give one of two with the same code a new one, and keep links and consents', async () => {
    const [stays, goes] = [await full('Bären'), await full('Bären')];
    const child = async (institutionId: string, code: string): Promise<string> => {
      const [group] = await rowsOf<{ id: string }>(
        stage.db,
        'select id from groups where institution_id = $1',
        [institutionId],
      );
      const id = await town.insert('children', { institutionId, code, groupId: group!.id });
      await town.insert('consents', { institutionId, childId: id, givenOn: '2026-09-01' });
      return id;
    };
    const [first, same, other] = [
      await child(stays.id, 'CCCCC'),
      await child(goes.id, 'CCCCC'),
      await child(goes.id, 'DDDDD'),
    ];
    await town.insert('child_transfers', {
      ...{ institutionId: goes.id, childId: other, codeHash: Buffer.from('code'), expiresOn: '2027-01-01' },
      ...{ redeemedAt: new Date(), toInstitutionId: stays.id, toChildId: first },
    });
    expect((await merge(stays.id, goes.id)).status).toBe(200);
    const rows = await rowsOf<{ id: string; code: string; former_code: string | null }>(
      stage.db,
      `select c.id, c.code, c.former_code from children c join groups g on g.institution_id = c.institution_id and g.id = c.group_id
         join consents k on k.institution_id = c.institution_id and k.child_id = c.id
       where c.institution_id = $1 and g.archived_at is null`,
      [stays.id],
    );
    const kept = new Map(rows.map((row) => [row.id, [row.code, row.former_code]]));
    expect(kept.get(first)).toEqual(['CCCCC', null]);
    expect(kept.get(other)).toEqual(['DDDDD', null]);
    expect(kept.get(same)).toEqual([expect.stringMatching(/^[34679CDFGHJKMNPQRTVWXY]{5}$/), 'CCCCC']);
    expect(kept.get(same)![0]).not.toBe('CCCCC');
    expect(await count('child_transfers', stays.id)).toBe(1);
    expect((await stage.trail('child.recode')).map(({ object_id }) => object_id)).toEqual([same]);
  });

  test('give each field from the side that was chosen, and free the numbers', async () => {
    const stays = await house({ phone: '02323 1', shortCode: null });
    const goes = await house({ phone: '02323 2', shortCode: 'DOPPELT', street: 'Weg 1' });
    expect((await preview(stays, goes)).differing).toEqual(['name', 'shortCode', 'street', 'phone']);
    const { json } = await merge(stays, goes, { fields: ['shortCode', 'street'] });
    expect(json).toMatchObject({ phone: '02323 1', shortCode: 'DOPPELT', street: 'Weg 1' });
    const unknown = await merge(await house(), await house(), { fields: ['version'] });
    expect([unknown.status, unknown.json['field']]).toEqual([422, 'fields']);
  });

  test('take a title and the day it holds since as one', async () => {
    const stays = await house();
    const goes = await house({
      ...{ familyCentre: true, familyCentreSince: '2019-08-01' },
      ...{ plusKita: true, plusKitaSince: '2020-08-01' },
    });
    expect((await preview(stays, goes)).differing).toEqual(['name', 'familyCentre', 'plusKita']);
    const { status, json } = await merge(stays, goes, { fields: ['familyCentre'] });
    expect([status, json]).toEqual([
      200,
      expect.objectContaining({
        ...{ familyCentre: true, familyCentreSince: '2019-08-01' },
        ...{ plusKita: false, plusKitaSince: null },
      }),
    ]);
  });

  test('keep the figures: one house, and what both have done', async () => {
    const figures = async (): Promise<number[]> => {
      const { json } = await stage.as('coordinator').get('/api/overview?schoolYear=2026');
      const { institutions, activities } = json as unknown as OverviewDto;
      return [institutions.total, activities];
    };
    const [stays, goes] = [await full('Bären'), await full('Füchse')];
    const [houses, activities] = await figures();
    await merge(stays.id, goes.id);
    expect(await figures()).toEqual([houses! - 1, activities]);
  });
});

describe('runs at the same time', () => {
  async function both(): Promise<[string, string]> {
    const pair: [string, string] = [await house(), await house()];
    await town.participation(pair[0], '2026-09-01');
    await town.participation(pair[1], '2026-10-01');
    return pair;
  }
  const started = async (id: string): Promise<string[]> =>
    (
      await rowsOf<{ day: string }>(
        stage.db,
        'select started_on::text as day from participations where institution_id = $1 order by 1',
        [id],
      )
    ).map(({ day }) => day);

  test('ask for a choice', async () => {
    const [stays, goes] = await both();
    expect((await preview(stays, goes)).overlapping).toBe(true);
    const refused = await merge(stays, goes);
    expect([refused.status, refused.json['code']]).toEqual([409, 'participations_overlap']);
    expect([await started(stays), await started(goes)]).toEqual([['2026-09-01'], ['2026-10-01']]);
  });

  test.each([
    ['staying', '2026-09-01'],
    ['vanishing', '2026-10-01'],
  ])('keep those of the %s one', async (runs, day) => {
    const [stays, goes] = await both();
    expect((await merge(stays, goes, { runs })).status).toBe(200);
    expect(await started(stays)).toEqual([day]);
  });

  test('come together where they do not touch', async () => {
    const [stays, goes] = [await house(), await house()];
    await town.participation(stays, '2026-09-01');
    await town.participation(goes, '2024-09-01', { endedOn: '2025-07-31', status: 'completed' });
    expect((await merge(stays, goes)).status).toBe(200);
    expect(await started(stays)).toEqual(['2024-09-01', '2026-09-01']);
  });
});

describe('a merge refuses', () => {
  test.each<[string, () => Promise<[string, string]>, string]>([
    ['itself', async () => Array(2).fill(await house()) as [string, string], 'merge_same'],
    ['another kind', async () => [await house(), await house({ kind: 'school' })], 'merge_different'],
    [
      'an archived one that stays',
      async () => [await house({ archivedAt: NOW }), await house()],
      'merge_archived',
    ],
  ])('%s', async (_, pair, code) => {
    const { status, json } = await merge(...(await pair()));
    expect([status, json['code']]).toEqual([409, code]);
  });

  test('a version that is no longer the one', async () => {
    const [stays, goes] = [await house(), await house()];
    expect((await merge(stays, goes, {}, 2)).status).toBe(412);
    expect((await merge(stays, goes, { vanishingVersion: 2 })).status).toBe(412);
  });

  test('all but one of several at once, in both directions', async () => {
    const [a, b] = [await full('Bären'), await full('Füchse')];
    const pairs = [
      [a.id, b.id],
      [b.id, a.id],
      [a.id, b.id],
      [b.id, a.id],
    ] as const;
    const answers = await Promise.all(pairs.map(([stays, goes]) => merge(stays, goes)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await count('activities', a.id)) + (await count('activities', b.id))).toBe(2);
  });
});

test('entries that look alike are pointed out', async () => {
  const name = `Kita Zwilling ${randomUUID()}`;
  const first = await house({ name, postalCode: '44623' });
  const second = await house({ name: name.toUpperCase().replaceAll(' ', '-'), postalCode: '44623' });
  const third = await house({ postalCode: '44625', street: 'Große Straße 99' });
  const fourth = await house({ postalCode: '44625', street: 'Grosse Str. 99' });
  await house({ name, postalCode: '44627' });
  const { json } = await stage.as('coordinator').get('/api/institution-duplicates');
  const pairs = (json['items'] as unknown as DuplicateDto[]).map(({ reason, first: a, second: b }) => [
    reason,
    [a.id, b.id].sort(),
  ]);
  expect(pairs).toEqual(
    expect.arrayContaining([
      ['name', [first, second].sort()],
      ['address', [third, fourth].sort()],
    ]),
  );
  expect(pairs.filter(([reason]) => reason === 'name')).toHaveLength(1);
});
