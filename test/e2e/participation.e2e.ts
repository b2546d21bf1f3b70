import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { InstitutionDto, ParticipationDto } from '../../src/institutions/institution.dto.js';
import { addDays, type CalendarDate, germanDate } from '../../src/kernel/calendar/calendar-date.js';
import { PARTICIPATION_STATUSES } from '../../src/institutions/vocabulary.js';
import type { PersonKey } from '../support/city.js';
import type { Answer, Json } from '../support/client.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

type Row = Record<string, unknown>;

let stage: Stage;
let number = 0;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const day = (days: number): CalendarDate => addDays(stage.city.today, days);
const running = (): Row => ({ status: 'active', startedOn: day(-30) });
const completed = (): Row => ({ status: 'completed', startedOn: day(-30), endedOn: day(-10) });
const participationOf = ({ json }: Answer): ParticipationDto =>
  (json as unknown as InstitutionDto).participation!;

/** A house of the own municipality that never took part. */
async function newHouse(): Promise<string> {
  const { municipalityId, districtIds } = stage.city;
  const form = { municipalityId, districtId: districtIds[0], kind: 'kita', providerKind: 'municipal' };
  const name = `Kita ${(number += 1)}`;
  return (await stage.as('coordinator').post('/api/institutions', { ...form, name })).field('id');
}

function put(house: string, body: Row, version?: number, by: PersonKey = 'coordinator'): Promise<Answer> {
  return stage.as(by).put(`/api/institutions/${house}/participation`, body, version);
}

/** Status, field and sentence of a refusal with one fault. */
function fault({ status, json }: Answer): unknown[] {
  const errors = json['errors'] as unknown as { field: string; message: string }[];
  return [status, ...errors.flatMap(({ field, message }) => [field, message])];
}

function runs(house: string): Promise<Row[]> {
  const columns = 'status, started_on::text as "startedOn", ended_on::text as "endedOn", reason, version';
  return rowsOf(
    stage.db,
    `select ${columns} from participations where institution_id = $1 order by coalesce(started_on, ended_on)`,
    [house],
  );
}

const assignments = (house: string): Promise<Row[]> =>
  rowsOf(
    stage.db,
    `select account_id as coach, first_day::text as first, last_day::text as last from coach_assignments
     where institution_id = $1 order by first_day`,
    [house],
  );

describe('taking part', () => {
  test('begins without a version, and is changed only with one', async () => {
    const house = await newHouse();
    const begun = await put(house, { status: 'requested' });
    expect(begun.status).toBe(201);
    expect(participationOf(begun)).toEqual({
      ...{ id: expect.any(String), status: 'requested', coach: null, version: 1 },
      ...{ startedOn: null, endedOn: null, reason: null },
    });
    expect(await stage.as('coordinator').get(`/api/institutions/${house}`)).toMatchObject({
      json: begun.json,
    });
    const blind = await put(house, running());
    expect([blind.status, blind.json['code']]).toEqual([428, 'precondition_required']);
    const changed = await put(house, running(), 1);
    expect([changed.status, participationOf(changed)]).toEqual([
      200,
      { ...participationOf(begun), ...running(), version: 2 },
    ]);
    const stale = await put(house, { status: 'requested' }, 1);
    expect([stale.status, stale.json['code']]).toEqual([412, 'changed_meanwhile']);
    expect(stale.json['current']).toEqual(changed.json);
    expect(await runs(house)).toHaveLength(1);
    const trail = async (action: string): Promise<unknown[]> =>
      (await stage.trail(action)).filter(({ object_id }) => object_id === house);
    expect(await trail('participation.create')).toHaveLength(1);
    expect(await trail('participation.update')).toHaveLength(1);
  });

  test('cannot be changed before it has begun', async () => {
    expect((await put(await newHouse(), running(), 1)).status).toBe(404);
  });

  test('begins once, also for two at the same time', async () => {
    const house = await newHouse();
    const answers = await Promise.all([put(house, running()), put(house, running())]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(201);
    expect([409, 428]).toContain(statuses[1]);
    expect(await runs(house)).toHaveLength(1);
  });

  test.each(PARTICIPATION_STATUSES)('can be %s', async (status) => {
    const isOver = ['completed', 'cancelled'].includes(status);
    const endedOn = isOver ? day(-1) : null;
    const reason = status === 'cancelled' ? 'Umbau' : null;
    const body = { status, startedOn: day(-9), endedOn, reason };
    const answer = await put(await newHouse(), body);
    expect([answer.status, participationOf(answer)]).toEqual([201, expect.objectContaining(body)]);
  });

  const noStart = ['startedOn', 'Beginn fehlt: bitte angeben, seit wann die Einrichtung teilnimmt.'];
  const noEnd = ['endedOn', 'Ende fehlt: bitte angeben, wann die Teilnahme endete.'];
  const tooSoon = ['endedOn', 'Ende: gibt es erst, wenn die Teilnahme abgeschlossen oder abgebrochen ist.'];
  const noReason = ['reason', 'Grund fehlt: bitte angeben, warum die Teilnahme abgebrochen wurde.'];
  const unknown = ['coachId', 'Coach: Diese Person hat in der Kommune nicht die Rolle Coach.'];

  test.each<[string, () => Row, string[]]>([
    ...['registered', 'initial_consultation', 'choosing_modules', 'active'].map(
      (status): [string, () => Row, string[]] => [status, () => ({ status }), noStart],
    ),
    ['completed without start', () => ({ status: 'completed', endedOn: day(0) }), noStart],
    ['completed without end', () => ({ ...running(), status: 'completed' }), noEnd],
    ['active with end', () => ({ ...completed(), status: 'active' }), tooSoon],
    [
      'ended too early',
      () => ({ ...completed(), endedOn: day(-31) }),
      ['endedOn', 'Ende: liegt vor dem Beginn.'],
    ],
    ['cancelled without reason', () => ({ ...completed(), status: 'cancelled' }), noReason],
    ['cancelled for nothing', () => ({ ...completed(), status: 'cancelled', reason: '' }), noReason],
    ['cancelled without end', () => ({ ...running(), status: 'cancelled', reason: 'Umbau' }), noEnd],
    ['coached by a lead', () => ({ ...running(), coachId: stage.city.people.lead.id }), unknown],
    [
      "coached by another city's",
      () => ({ ...running(), coachId: stage.city.people.distantCoach.id }),
      unknown,
    ],
    ['coached by nobody known', () => ({ ...running(), coachId: randomUUID() }), unknown],
  ])('is refused: %s', async (_, body, expected) => {
    const house = await newHouse();
    expect(fault(await put(house, body()))).toEqual([422, ...expected]);
    expect(await runs(house)).toEqual([]);
    await put(house, { status: 'requested' });
    expect(fault(await put(house, body(), 1))).toEqual([422, ...expected]);
    expect(await runs(house)).toMatchObject([{ status: 'requested', version: 1 }]);
    expect(await assignments(house)).toEqual([]);
  });

  test('is a matter of the city and of administrators', async () => {
    const statuses: Partial<Record<PersonKey, number>> = {
      ...{ educator: 403, lead: 403, coach: 403, programmeLead: 403, distantCoordinator: 404 },
      ...{ coordinator: 201, administrator: 201 },
    };
    for (const [by, status] of Object.entries(statuses) as [PersonKey, number][]) {
      const answer = await put(await newHouse(), running(), undefined, by);
      expect([by, answer.status]).toEqual([by, status]);
    }
  });
});

describe('the coach', () => {
  const seen = async (by: PersonKey, house: string): Promise<number> =>
    (await stage.as(by).get(`/api/institutions/${house}`)).status;

  test('who is followed by another loses sight of the house', async () => {
    const house = await newHouse();
    const { coach, formerCoach: successor } = stage.city.people;
    const begun = await put(house, { ...running(), coachId: coach.id });
    expect(participationOf(begun).coach).toEqual({ id: coach.id, name: coach.name });
    expect(await assignments(house)).toEqual([{ coach: coach.id, first: day(0), last: null }]);
    await stage.db.query('update coach_assignments set first_day = $2 where institution_id = $1', [
      house,
      day(-5),
    ]);
    expect([await seen('coach', house), await seen('formerCoach', house)]).toEqual([200, 404]);

    const kept = await put(house, running(), 1);
    expect(participationOf(kept).coach).toEqual({ id: coach.id, name: coach.name });
    const changed = await put(house, { ...running(), coachId: successor.id }, 2);
    expect(participationOf(changed).coach).toEqual({ id: successor.id, name: successor.name });
    expect(await assignments(house)).toEqual([
      { coach: coach.id, first: day(-5), last: day(-1) },
      { coach: successor.id, first: day(0), last: null },
    ]);
    expect([await seen('coach', house), await seen('formerCoach', house)]).toEqual([404, 200]);
  });

  test('of a few hours was none, and a house can do without', async () => {
    const house = await newHouse();
    await put(house, { ...running(), coachId: stage.city.people.coach.id });
    const without = await put(house, { ...running(), coachId: null }, 1);
    expect(participationOf(without).coach).toBeNull();
    expect(await assignments(house)).toEqual([]);
    expect(await seen('coach', house)).toBe(404);
  });
});

describe('the next run', () => {
  test.each<[string, () => Row]>([
    ['completed', completed],
    ['cancelled', () => ({ ...completed(), status: 'cancelled', reason: 'Umbau' })],
  ])('after a %s one begins later, and leaves it as it was', async (_, over) => {
    const house = await newHouse();
    const old = participationOf(await put(house, over()));
    const before = await runs(house);
    const message = `Beginn: bitte einen Tag nach dem Ende der letzten Teilnahme (${germanDate(day(-10))}) angeben.`;
    for (const startedOn of [day(-20), day(-10)]) {
      expect(fault(await put(house, { status: 'active', startedOn }))).toEqual([422, 'startedOn', message]);
    }
    const again = await put(house, { status: 'active', startedOn: day(-9) });
    expect(again.status).toBe(201);
    expect(participationOf(again)).toMatchObject({ status: 'active', startedOn: day(-9), version: 1 });
    expect(participationOf(again).id).not.toBe(old.id);
    expect(await runs(house)).toEqual([
      ...before,
      { status: 'active', startedOn: day(-9), endedOn: null, reason: null, version: 1 },
    ]);
    const third = await put(house, { status: 'active', startedOn: day(0) });
    expect(third.status).toBe(428);
  });

  test('cannot be moved into the one before', async () => {
    const house = await newHouse();
    await put(house, completed());
    expect((await put(house, { status: 'requested' })).status).toBe(201);
    const moved = await put(house, { status: 'active', startedOn: day(-15) }, 1);
    expect([moved.status, moved.json['errors']]).toEqual([
      422,
      [{ field: 'startedOn', message: expect.stringMatching(/^Beginn: bitte einen Tag nach dem Ende/) }],
    ]);
    const after = await put(house, { status: 'active', startedOn: day(-9) }, 1);
    expect(after.status).toBe(200);
  });

  test("changes nothing of last year's figures", async () => {
    const { schoolYear } = stage.city;
    const house = await newHouse();
    const [started, ended] = [`${schoolYear - 1}-09-01`, `${schoolYear - 1}-12-19`];
    await put(house, { status: 'completed', startedOn: started, endedOn: ended });
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
    expect((await put(house, { status: 'active', startedOn: stage.city.today })).status).toBe(201);
    expect(await figures(schoolYear - 1)).toEqual(lastYear);
    expect(participating(await figures(schoolYear))).toBe(Number(participating(thisYear)) + 1);
  });
});
