import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate, germanDate } from '../../src/kernel/calendar/calendar-date.js';
import type { PersonKey } from '../support/city.js';
import type { Answer, Json } from '../support/client.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

type Row = Record<string, unknown>;
interface Run extends Row {
  id: string;
  version: number;
  steps: {
    id: string;
    status: string;
    reachedOn: string;
    reason: string | null;
    correction: string | null;
  }[];
  withdrawn: { status: string; reachedOn: string; correction: string }[];
}

let stage: Stage;
let number = 0;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const day = (days: number): CalendarDate => addDays(stage.city.today, days);
const runOf = ({ json }: Answer): Run => json as unknown as Run;

/** A house of the own municipality that never took part. */
async function newHouse(): Promise<string> {
  const { municipalityId, districtIds } = stage.city;
  const form = { municipalityId, districtId: districtIds[0], kind: 'kita', providerKind: 'municipal' };
  const name = `Kita ${(number += 1)}`;
  return (await stage.as('coordinator').post('/api/institutions', { ...form, name })).field('id');
}

const begin = (house: string, body: Row, by: PersonKey = 'coordinator'): Promise<Answer> =>
  stage.as(by).post(`/api/institutions/${house}/participations`, body);
const advance = ({ id, version }: Run, body: Row): Promise<Answer> =>
  stage.as('coordinator').post(`/api/participations/${id}/steps`, body, { version });
const correct = ({ version }: Run, step: string, body: Row): Promise<Answer> =>
  stage.as('coordinator').patch(`/api/participation-steps/${step}`, body, version);
async function runsOf(house: string): Promise<Run[]> {
  const { json } = await stage.as('coordinator').get(`/api/institutions/${house}/participations`);
  return json['items'] as unknown as Run[];
}
const summaryOf = async (house: string): Promise<Json> =>
  (await stage.as('coordinator').get(`/api/institutions/${house}`)).json['participation'] ?? null;
const trailOf = async (house: string): Promise<string[]> =>
  (
    await rowsOf<{ action: string }>(
      stage.db,
      `select action from audit_events where institution_id = $1 and action like 'participation%' order by seq`,
      [house],
    )
  ).map(({ action }) => action);

/** Status, field and sentence of a refusal with one fault. */
function fault({ status, json }: Answer): unknown[] {
  const errors = json['errors'] as unknown as { field: string; message: string }[];
  return [status, ...errors.flatMap(({ field, message }) => [field, message])];
}

/** A run that has come as far as the status, a step every ten days. */
async function runUntil(house: string, ...statuses: string[]): Promise<Run> {
  const [first, ...rest] = statuses;
  let run = runOf(await begin(house, { status: first, reachedOn: day(-100) }));
  for (const [i, status] of rest.entries()) {
    run = runOf(await advance(run, { status, reachedOn: day(-90 + 10 * i) }));
  }
  return run;
}

describe('a run', () => {
  test('goes from step to step, each with its date, and is summed up for everybody else', async () => {
    const house = await newHouse();
    const begun = await begin(house, { status: 'requested', reachedOn: day(-100), reason: 'Anruf' });
    expect(begun.status).toBe(201);
    expect(runOf(begun)).toMatchObject({
      ...{ status: 'requested', startedOn: null, endedOn: null, version: 1, withdrawn: [] },
      steps: [{ status: 'requested', reachedOn: day(-100), reason: 'Anruf', correction: null }],
    });
    const next = await advance(runOf(begun), { status: 'active', reachedOn: day(-50) });
    expect([next.status, runOf(next).version]).toEqual([201, 2]);
    expect(await summaryOf(house)).toMatchObject({ status: 'active', startedOn: day(-50), endedOn: null });
    const end = { status: 'cancelled', reachedOn: day(-1), reason: 'Umbau' };
    expect((await advance(runOf(next), end)).status).toBe(201);
    expect(await summaryOf(house)).toMatchObject({
      ...{ status: 'cancelled', startedOn: day(-50), endedOn: day(-1), reason: 'Umbau' },
    });
    expect((await runsOf(house))[0]!.steps.map(({ status }) => status)).toEqual([
      ...['requested', 'active', 'cancelled'],
    ]);
    expect(await trailOf(house)).toEqual([
      ...['participation.create', 'participation.add_step', 'participation.add_step'],
    ]);
  });

  test('is stored once, however often it is sent, and so is a step', async () => {
    const house = await newHouse();
    const body = { id: randomUUID(), status: 'requested', reachedOn: day(-9) };
    const begun = await begin(house, body);
    expect([begun.status, (await begin(house, body)).status]).toEqual([201, 200]);
    expect((await begin(house, { ...body, reachedOn: day(-8) })).json['code']).toBe('id_reused');
    const step = { id: randomUUID(), status: 'registered', reachedOn: day(-5) };
    const first = await advance(runOf(begun), step);
    // The version that was read is out of date by now, but the step is there.
    const again = await advance(runOf(begun), step);
    expect([first.status, again.status, again.json]).toEqual([201, 200, first.json]);
    const other = await advance(runOf(begun), { ...step, reachedOn: day(-4) });
    expect([other.status, other.json['code']]).toEqual([422, 'id_reused']);
    expect(await trailOf(house)).toEqual(['participation.create', 'participation.add_step']);
  });

  test('is not changed by who read an older state, nor begun twice at once', async () => {
    const house = await newHouse();
    const answers = await Promise.all(
      [1, 2, 3].map(() => begin(house, { status: 'active', reachedOn: day(-9) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    const [run] = await runsOf(house);
    await advance(run!, { status: 'completed', reachedOn: day(-1) });
    const late = await advance(run!, { status: 'cancelled', reachedOn: day(-1), reason: 'x' });
    expect([late.status, late.json['code']]).toEqual([412, 'changed_meanwhile']);
    expect((late.json['current'] as { status: string }).status).toBe('completed');
    const { id } = run!;
    const blind = await stage
      .as('coordinator')
      .post(`/api/participations/${id}/steps`, { status: 'active', reachedOn: day(0) });
    expect(blind.status).toBe(428);
  });

  test.each<[string, () => Row, string, RegExp]>([
    [
      'in the future',
      () => ({ status: 'active', reachedOn: day(1) }),
      'reachedOn',
      /^Datum: liegt in der Zuk/,
    ],
    ['beginning with its end', () => ({ status: 'completed', reachedOn: day(-1) }), 'status', /beginnen/],
    [
      'ended without a day',
      () => ({ status: 'active', reachedOn: day(-9), closedAs: 'completed' }),
      ...(['closedOn', /^Ende fehlt/] as const),
    ],
    [
      'ended before it began',
      () => ({ status: 'active', reachedOn: day(-9), closedAs: 'completed', closedOn: day(-10) }),
      ...(['closedOn', /kann nicht vor „In Umsetzung“/] as const),
    ],
    [
      'cancelled without a reason',
      () => ({ status: 'active', reachedOn: day(-9), closedAs: 'cancelled', closedOn: day(-8) }),
      ...(['closedReason', /^Grund fehlt/] as const),
    ],
  ])('cannot begin %s', async (_, body, field, message) => {
    const house = await newHouse();
    expect(fault(await begin(house, body()))).toEqual([422, field, expect.stringMatching(message)]);
    expect(await runsOf(house)).toEqual([]);
  });

  test.each<[string, () => Row, number, RegExp]>([
    ['backwards', () => ({ status: 'registered', reachedOn: day(-95) }), 422, /schon weiter \(„Modulwahl“\)/],
    ['to where it is', () => ({ status: 'choosing_modules', reachedOn: day(-1) }), 422, /schon eingetragen/],
    ['before the last step', () => ({ status: 'active', reachedOn: day(-95) }), 422, /nicht vor „Modulwahl“/],
    ['to the end without a reason', () => ({ status: 'cancelled', reachedOn: day(-1) }), 422, /^Grund fehlt/],
  ])('does not go %s', async (_, body, status, message) => {
    const house = await newHouse();
    const run = await runUntil(house, 'requested', 'choosing_modules');
    const answer = await advance(run, body());
    expect([answer.status, answer.field('title')]).toEqual([status, expect.stringMatching(message)]);
    expect(await runsOf(house)).toEqual([run]);
  });

  test('that is over is followed by another, which does not overlap', async () => {
    const house = await newHouse();
    const past = { closedAs: 'completed', closedOn: day(-300) };
    expect((await begin(house, { status: 'registered', reachedOn: day(-600), ...past })).status).toBe(201);
    const [old] = await runsOf(house);
    const over = await advance(old!, { status: 'cancelled', reachedOn: day(-1), reason: 'x' });
    expect([over.status, over.json['code']]).toEqual([409, 'participation_over']);
    for (const reachedOn of [day(-600), day(-300), day(-700)]) {
      expect(fault(await begin(house, { status: 'active', reachedOn }))).toEqual([
        ...[
          422,
          'reachedOn',
          expect.stringContaining(`vom ${germanDate(day(-600))} bis ${germanDate(day(-300))}`),
        ],
      ]);
    }
    const next = await begin(house, { status: 'requested', reachedOn: day(-299) });
    expect(next.status).toBe(201);
    const moved = await correct(runOf(next), runOf(next).steps[0]!.id, {
      reachedOn: day(-300),
      correction: 'Versehen',
    });
    expect(fault(moved)).toEqual([422, 'reachedOn', expect.stringMatching(/nicht überschneiden/)]);
    expect((await runsOf(house)).map(({ status }) => status)).toEqual(['requested', 'completed']);
    const third = await begin(house, { status: 'requested', reachedOn: day(-1) });
    expect(third.status).toBe(422);
  });

  test('is a matter of the city and of administrators; who sees the house sees its history', async () => {
    const statuses: Partial<Record<PersonKey, number>> = {
      ...{ educator: 403, lead: 403, coach: 403, programmeLead: 403, distantCoordinator: 404 },
      ...{ coordinator: 201, administrator: 201 },
    };
    for (const [by, status] of Object.entries(statuses) as [PersonKey, number][]) {
      const answer = await begin(await newHouse(), { status: 'active', reachedOn: day(-1) }, by);
      expect([by, answer.status]).toEqual([by, status]);
    }
    const { kita } = stage.city.houses;
    for (const [by, status] of [
      ['educator', 200],
      ['coach', 200],
      ['schoolLead', 404],
    ] as const) {
      const answer = await stage.as(by).get(`/api/institutions/${kita.id}/participations`);
      expect([by, answer.status]).toEqual([by, status]);
    }
  });
});

describe('a correction', () => {
  test('puts the right step in the place of the wrong one, and both stay known', async () => {
    const house = await newHouse();
    const run = await runUntil(house, 'registered', 'initial_consultation');
    const wrong = run.steps[0]!.id;
    const fixed = await correct(run, wrong, { reachedOn: day(-99), correction: 'Vertippt' });
    expect([fixed.status, runOf(fixed).version]).toEqual([200, run.version + 1]);
    expect(runOf(fixed).steps.map(({ reachedOn }) => reachedOn)).toEqual([day(-99), day(-90)]);
    expect(runOf(fixed).withdrawn).toMatchObject([
      { status: 'registered', reachedOn: day(-100), correction: 'Vertippt' },
    ]);
    expect(await summaryOf(house)).toMatchObject({ startedOn: day(-99) });
    expect(
      (await correct(runOf(fixed), wrong, { reachedOn: day(-98), correction: 'Noch einmal' })).status,
    ).toBe(404);
    expect((await trailOf(house)).at(-1)).toBe('participation_step.correct');
  });

  test('takes a step back, even the end, and opens the run again', async () => {
    const house = await newHouse();
    const run = await runUntil(house, 'registered', 'active', 'completed');
    const open = await correct(run, run.steps[2]!.id, { withdrawn: true, correction: 'Geht weiter' });
    expect(runOf(open)).toMatchObject({ status: 'active', endedOn: null });
    expect(runOf(open).withdrawn).toMatchObject([{ status: 'completed', correction: 'Geht weiter' }]);
    expect((await advance(runOf(open), { status: 'completed', reachedOn: day(-1) })).status).toBe(201);
  });

  test('enters what was forgotten, with its reason', async () => {
    const run = await runUntil(await newHouse(), 'registered', 'active');
    const late = { status: 'initial_consultation', reachedOn: day(-95) };
    expect((await advance(run, late)).status).toBe(422);
    const known = await advance(run, { ...late, correction: 'Protokoll gefunden' });
    expect(runOf(known).steps.map(({ status, correction }) => [status, correction])).toEqual([
      ['registered', null],
      ['initial_consultation', 'Protokoll gefunden'],
      ['active', null],
    ]);
  });

  test('needs a reason, a change, and an order that is possible', async () => {
    const run = await runUntil(await newHouse(), 'registered', 'active');
    const [first] = run.steps;
    expect(fault(await correct(run, first!.id, { reachedOn: day(-99) }))).toEqual([
      ...[422, 'correction', expect.stringMatching(/^Grund der Berichtigung fehlt/)],
    ]);
    expect((await correct(run, first!.id, { correction: 'Nichts' })).status).toBe(400);
    expect(
      (await correct(run, first!.id, { reachedOn: first!.reachedOn, correction: 'Nichts' })).status,
    ).toBe(400);
    const after = await correct(run, first!.id, { reachedOn: day(-80), correction: 'Später' });
    expect(fault(after)).toEqual([422, 'reachedOn', expect.stringMatching(/„In Umsetzung“ kann nicht vor/)]);
    const same = await correct(run, first!.id, { status: 'active', correction: 'Doppelt' });
    expect(fault(same)).toEqual([422, 'status', expect.stringMatching(/schon eingetragen/)]);
  });
});

describe('a run that was entered by mistake', () => {
  const remove = ({ id, version }: Run): Promise<Answer> =>
    stage.as('coordinator').delete(`/api/participations/${id}`, version);

  test('is taken back as long as it is a single step', async () => {
    const house = await newHouse();
    const run = await runUntil(house, 'active');
    const only = await correct(run, run.steps[0]!.id, { withdrawn: true, correction: 'Falsches Haus' });
    expect([only.status, only.json['code']]).toEqual([409, 'only_step']);
    expect((await remove({ ...run, version: 7 })).status).toBe(412);
    expect((await remove(run)).status).toBe(204);
    expect([await runsOf(house), await summaryOf(house)]).toEqual([[], null]);
    expect(await trailOf(house)).toEqual(['participation.create', 'participation.remove']);
  });

  test('stays once something happened in it', async () => {
    const [run] = await runsOf(stage.city.houses.kita.id);
    const answer = await remove(run!);
    expect([answer.status, answer.json['code']]).toEqual([409, 'participation_has_activities']);
    const longer = await runUntil(await newHouse(), 'registered', 'active');
    expect((await remove(longer)).json['code']).toBe('participation_has_history');
  });
});

test("the next run changes nothing of last year's figures", async () => {
  const { schoolYear } = stage.city;
  const house = await newHouse();
  const [reachedOn, closedOn] = [`${schoolYear - 1}-09-01`, `${schoolYear - 1}-12-19`];
  await begin(house, { status: 'active', reachedOn, closedAs: 'completed', closedOn });
  await insertRow(stage.db, 'groups', {
    ...{ id: randomUUID(), institutionId: house, name: 'Igel', schoolYear: schoolYear - 1, size: 18 },
  });
  // All but the instant at which they were read.
  const figures = async (year: number): Promise<Record<string, Json>> => {
    const { json } = await stage.as('coordinator').get(`/api/overview?schoolYear=${year}`);
    return { ...json, dataAt: null };
  };
  const participating = (overview: Record<string, Json>): unknown =>
    (overview['institutions'] as { participating: number }).participating;
  const [lastYear, thisYear] = [await figures(schoolYear - 1), await figures(schoolYear)];
  expect((await begin(house, { status: 'active', reachedOn: stage.city.today })).status).toBe(201);
  expect(await figures(schoolYear - 1)).toEqual(lastYear);
  expect(participating(await figures(schoolYear))).toBe(Number(participating(thisYear)) + 1);
});

describe('an archived house', () => {
  test('keeps its run, groups and coach as they are, and rests until it is brought back', async () => {
    const { idle } = stage.city.houses;
    const client = stage.as('coordinator');
    const run = runOf(await begin(idle.id, { status: 'active', reachedOn: day(-20) }));
    const coachId = stage.city.people.coach.id;
    await client.post(`/api/institutions/${idle.id}/coach-assignments`, { coachId, firstDay: day(-20) });
    const before = await client.get(`/api/institutions/${idle.id}`);
    const groups = await client.get(`/api/groups?institutionId=${idle.id}`);
    const put = (archived: boolean, version: number): Promise<Answer> =>
      client.patch(`/api/institutions/${idle.id}`, { archived }, version);
    expect((await put(true, 1)).status).toBe(200);

    const refused = [
      await advance(run, { status: 'completed', reachedOn: day(0) }),
      await client.post(`/api/institutions/${idle.id}/coach-assignments`, { coachId, firstDay: day(1) }),
      await client.post('/api/closing-days', {
        ...{ institutionId: idle.id, firstDay: day(1), lastDay: day(1), reason: 'Umzug' },
      }),
      await client.post('/api/institution-contacts', { institutionId: idle.id, name: 'Neu' }),
    ];
    expect(refused.map(({ status, json }) => [status, json['code']])).toEqual(
      refused.map(() => [409, 'institution_archived']),
    );
    // Its coach keeps seeing it, its run is still open, and nothing of it is in the figures.
    expect((await stage.as('coach').get(`/api/institutions/${idle.id}`)).json['participation']).toEqual(
      before.json['participation'],
    );
    const listed = await client.get<{ items: { institutionId: string }[] }>('/api/overview/institutions');
    expect(listed.json.items.map(({ institutionId }) => institutionId)).not.toContain(idle.id);

    expect((await put(false, 2)).status).toBe(200);
    expect((await client.get(`/api/institutions/${idle.id}`)).json).toEqual({ ...before.json, version: 3 });
    expect((await client.get(`/api/groups?institutionId=${idle.id}`)).json).toEqual(groups.json);
    expect((await advance(run, { status: 'completed', reachedOn: day(0) })).status).toBe(201);
  });
});
