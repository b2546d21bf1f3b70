import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays, calendarDate, germanDate } from '../../src/kernel/calendar/calendar-date.js';
import { schoolYearName } from '../../src/kernel/calendar/school-year.js';
import { GROUP_SIZE, type HouseKey, type PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { entry, groupOn, standAtNoon } from '../support/entries.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
/** Days before today between which the school took part. */
const SCHOOL_TOOK_PART = { from: 20, to: 10 };

beforeAll(async () => {
  stage = await Stage.open();
  const { houses, people, today } = stage.city;
  for (const { id: institutionId } of [houses.idle, houses.closed]) {
    const role = { id: randomUUID(), accountId: people.roleless.id, role: 'educator', institutionId };
    await insertRow(stage.db, 'account_roles', role);
  }
  await stage.db.query(
    `update participations set status = 'completed', started_on = $2, ended_on = $3 where institution_id = $1`,
    [houses.school.id, addDays(today, -SCHOOL_TOOK_PART.from), addDays(today, -SCHOOL_TOOK_PART.to)],
  );
});
beforeEach(() => {
  standAtNoon(stage);
});
afterAll(() => stage.close());

const create = (more: object = {}, by: PersonKey = 'educator'): Promise<Answer> =>
  stage.as(by).post('/api/activities', entry(stage, more));

const refusal = ({ status, json }: Answer): unknown[] => [status, json['code'], json['field'], json['title']];

async function rows(id: string): Promise<{ note: string | null }[]> {
  return rowsOf(stage.db, 'select note from activities where id = $1', [id]);
}

async function traces(id: string): Promise<unknown[]> {
  return (await stage.trail('activity.create')).filter((row) => row.object_id === id);
}

describe('noting an activity', () => {
  test('keeps everything that was said', async () => {
    const { city } = stage;
    const details = { adultsPresent: 3, place: 'outdoors', note: '  Ballspiel im Hof\nmit „Nguyễn“ & <b>  ' };
    const id = randomUUID();
    const answer = await create({ id, ...details, note: details.note.normalize('NFD') });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      ...entry(stage, { id, ...details }),
      ...{ institutionName: city.houses.kita.name, groupName: city.houses.kita.groupName },
      ...{ moduleId: null, moduleTitle: null },
      ...{ authorId: city.people.educator.id, authorName: city.people.educator.name },
      ...{ createdAt: expect.any(String), deletedAt: null, version: 1, editable: true },
      note: 'Ballspiel im Hof\nmit „Nguyễn“ & <b>'.normalize('NFC'),
    });
    expect((await stage.as('educator').get(`/api/activities/${id}`)).json).toEqual(answer.json);
    expect(await rows(id)).toEqual([{ note: answer.json['note'] }]);
  });

  test('needs no details and no id', async () => {
    const answer = await create({ note: '' });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ adultsPresent: null, place: null, note: null });
  });

  test.each<[string, object]>([
    ['the least', { minutes: 5, childrenPresent: 0, adultsPresent: 0 }],
    ['the most', { minutes: 480, childrenPresent: GROUP_SIZE + 10, adultsPresent: 100 }],
    ['the longest note, in letters rather than bytes', { note: '👨‍👩‍👧'.repeat(100) }],
  ])('takes %s', async (_, more) => {
    const answer = await create(more);
    expect([answer.status, answer.json]).toEqual([201, expect.objectContaining(more)]);
  });

  test('takes the oldest day, and both ends of a participation', async () => {
    const { kita, school } = stage.city.houses;
    const on = (days: number): ReturnType<typeof addDays> => addDays(stage.city.today, -days);
    // The oldest day may lie in the school year before the last one, for which there is a group only here.
    const oldest = on(400);
    const groupId = randomUUID();
    const schoolYear = Number(oldest.slice(0, 4)) - (oldest.slice(5) < '08-01' ? 1 : 0);
    const group = { institutionId: kita.id, id: groupId, name: 'Uralt', schoolYear, size: GROUP_SIZE };
    await insertRow(stage.db, 'groups', group);
    expect((await create({ heldOn: oldest, groupId })).status).toBe(201);
    for (const days of [SCHOOL_TOOK_PART.from, SCHOOL_TOOK_PART.to]) {
      const at = { institutionId: school.id, groupId: groupOn(stage, school, on(days)), heldOn: on(days) };
      expect((await create(at, 'schoolEducator')).status).toBe(201);
    }
  });
});

describe('the same entry sent again', () => {
  test('is the stored one, also when the text comes composed differently', async () => {
    const id = randomUUID();
    const first = await create({ id, note: 'Nguyễn'.normalize('NFD') });
    const again = await create({ note: 'Nguyễn'.normalize('NFC'), id: id.toUpperCase() });
    expect([first.status, again.status, again.json]).toEqual([201, 200, first.json]);
    expect(await traces(id)).toHaveLength(1);
  });

  test('is the stored one after a change, a deletion, and when the rules would refuse it now', async () => {
    const id = randomUUID();
    await create({ id });
    const educator = stage.as('educator');
    await educator.patch(`/api/activities/${id}`, { note: 'Nachtrag' }, 1);
    expect(await create({ id })).toMatchObject({ status: 200, json: { note: 'Nachtrag', version: 2 } });
    await educator.delete(`/api/activities/${id}`, 2);
    const deleted = { version: 3, deletedAt: expect.any(String) };
    expect(await create({ id })).toMatchObject({ status: 200, json: deleted });
    standAtNoon(stage, 401);
    expect(await create({ id })).toMatchObject({ status: 200, json: deleted });
    expect((await create()).json['field']).toBe('heldOn');
    expect([await rows(id), await traces(id)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('is refused when it says something else, or belongs to somebody else', async () => {
    const id = randomUUID();
    await create({ id, note: 'Erstens' });
    const reused = [422, 'id_reused', 'id', 'Diese Kennung gehört schon zu einem anderen Eintrag.'];
    expect(refusal(await create({ id, note: 'Zweitens' }))).toEqual(reused);
    expect(refusal(await create({ id, note: 'Erstens' }, 'colleague'))).toEqual(reused);
    expect(await rows(id)).toEqual([{ note: 'Erstens' }]);
  });

  test('fifty times at once is stored once', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => create({ id })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(49).fill(200), 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect([await rows(id), await traces(id)].map(({ length }) => length)).toEqual([1, 1]);
  });
});

type Case = [what: string, more: (days: (n: number) => string) => object, field: string, title: string];

describe('who may enter is judged together with the entry', () => {
  test.each([
    [401, 'session was ended', 'sessions', 'delete from sessions where account_id = $1'],
    [401, 'session is over', 'sessions', 'update sessions set expires_at = now() where account_id = $1'],
    [401, 'account is disabled', 'accounts', 'update accounts set disabled_at = now() where id = $1'],
    [403, 'role was taken', 'account_roles', 'delete from account_roles where account_id = $1'],
  ])('%i at once when the %s, whatever was sent', async (status, _, table, loss) => {
    const { id: personId } = stage.city.people.colleague;
    const key = table === 'accounts' ? 'id' : 'account_id';
    const id = randomUUID();
    await stage.db.query(`create temporary table kept as select * from ${table} where ${key} = $1`, [
      personId,
    ]);
    await stage.db.query(loss, [personId]);
    const answers = [await create({ id }, 'colleague'), await create({ id, minutes: -1 }, 'colleague')];
    if (table === 'accounts') {
      await stage.db.query('update accounts set disabled_at = null where id = $1', [personId]);
    } else {
      await stage.db.query(`delete from ${table} where account_id = $1`, [personId]);
      await stage.db.query(`insert into ${table} select * from kept`);
    }
    await stage.db.query('drop table kept');
    expect(answers.map((answer) => answer.status)).toEqual([status, status]);
    expect([await rows(id), await traces(id)]).toEqual([[], []]);
    expect((await create({ id }, 'colleague')).status).toBe(201);
  });
});

describe('an entry that cannot be', () => {
  const minutes = 'Minuten: bitte eine ganze Zahl von 5 bis 480 angeben.';
  const children = 'Anzahl der Kinder: bitte eine ganze Zahl von 0 bis 210 angeben.';

  test.each<Case>([
    ['too short', () => ({ minutes: 4 }), 'minutes', minutes],
    ['too long', () => ({ minutes: 481 }), 'minutes', minutes],
    ['half a minute', () => ({ minutes: 30.5 }), 'minutes', minutes],
    ['minutes as text', () => ({ minutes: '30' }), 'minutes', minutes],
    ['no minutes', () => ({ minutes: undefined }), 'minutes', minutes.replace(':', ' fehlt:')],
    ['fewer children than none', () => ({ childrenPresent: -1 }), 'childrenPresent', children],
    [
      'more children than could be',
      () => ({ childrenPresent: GROUP_SIZE + 11 }),
      'childrenPresent',
      'Anzahl der Kinder: höchstens 30 – „{group}“ hat 20 Kinder, 10 mehr sind erlaubt.',
    ],
    [
      'tomorrow',
      (day) => ({ heldOn: day(1) }),
      'heldOn',
      'Datum: liegt in der Zukunft. Bitte höchstens heute ({0}) angeben.',
    ],
    [
      'over 400 days ago',
      (day) => ({ heldOn: day(-401) }),
      'heldOn',
      'Datum: liegt zu weit zurück. Eintragen geht ab dem {-400} (400 Tage).',
    ],
    [
      'a day that does not exist',
      () => ({ heldOn: '2026-02-30' }),
      'heldOn',
      'Datum: bitte ein Datum angeben, das es gibt (JJJJ-MM-TT).',
    ],
    [
      'an unknown focus area',
      () => ({ focusArea: 'yoga' }),
      'focusArea',
      'Schwerpunkt: Diesen Schwerpunkt gibt es nicht.',
    ],
    [
      'a note too long',
      () => ({ note: 'ä'.repeat(501) }),
      'note',
      'Notiz: bitte 1 bis 500 Zeichen angeben, ohne unsichtbare Steuerzeichen.',
    ],
    [
      'an unknown place',
      () => ({ place: 'moon' }),
      'place',
      'Ort: bitte einen dieser Werte angeben: hall, room, outdoors.',
    ],
  ])('%s', async (_, more, field, title) => {
    const before = await stage.count('activities');
    const { today, houses } = stage.city;
    const answer = await create(more((n) => addDays(today, n)));
    const message = title
      .replace('{group}', houses.kita.groupName)
      .replace(/\{(-?\d+)\}/, (_all, n: string) => germanDate(addDays(today, Number(n))));
    expect(refusal(answer)).toEqual([422, 'invalid', field, message]);
    expect(answer.json['errors']).toEqual([{ field, message }]);
    expect(await stage.count('activities')).toBe(before);
  });

  test.each([SCHOOL_TOOK_PART.from + 1, SCHOOL_TOOK_PART.to - 1])(
    '%d days ago, when the house did not take part',
    async (days) => {
      const { id: institutionId, groupId } = stage.city.houses.school;
      const heldOn = addDays(stage.city.today, -days);
      expect(refusal(await create({ institutionId, groupId, heldOn }, 'schoolEducator'))).toEqual([
        ...[422, 'invalid', 'heldOn'],
        `Datum: Am ${germanDate(heldOn)} nahm die Einrichtung nicht am Programm teil.`,
      ]);
    },
  );

  test.each<[HouseKey, string, string]>([
    [
      'idle',
      'not_participating',
      'Diese Einrichtung nimmt (noch) nicht teil. Bitte wenden Sie sich an die Koordination.',
    ],
    [
      'closed',
      'institution_archived',
      'Diese Einrichtung ist archiviert. Es können keine Aktivitäten mehr eingetragen werden.',
    ],
  ])('in the %s house', async (key, code, title) => {
    const { id: institutionId, groupId } = stage.city.houses[key];
    const answer = await create({ institutionId, groupId }, 'roleless');
    expect(refusal(answer)).toEqual([409, code, undefined, title]);
  });

  test('in a house or with a group that is not there for the person', async () => {
    const { school } = stage.city.houses;
    const unknown = [404, 'not_found', 'groupId', 'Gruppe: Diese Gruppe gibt es in der Einrichtung nicht.'];
    expect(refusal(await create({ groupId: school.groupId }))).toEqual(unknown);
    expect(refusal(await create({ groupId: randomUUID() }))).toEqual(unknown);
    const elsewhere = await create({ institutionId: school.id, groupId: school.groupId });
    expect([elsewhere.status, elsewhere.json['code']]).toEqual([404, 'not_found']);
  });

  test('with an archived group', async () => {
    const { id: institutionId } = stage.city.houses.kita;
    const id = randomUUID();
    const group = { id, institutionId, name: 'Ehemalige', schoolYear: stage.city.schoolYear, size: 9 };
    await insertRow(stage.db, 'groups', { ...group, archivedAt: new Date() });
    const title = 'Gruppe: „Ehemalige“ ist archiviert. Bitte eine andere Gruppe wählen.';
    expect(refusal(await create({ groupId: id }))).toEqual([422, 'invalid', 'groupId', title]);
  });
});

test('the school year turns at midnight in Berlin, with the server in UTC', async () => {
  expect(new Date().getTimezoneOffset()).toBe(0);
  const { schoolYear, houses } = stage.city;
  const [last, first] = [calendarDate(`${schoolYear}-07-31`), calendarDate(`${schoolYear}-08-01`)];
  const { groupId: after, lastYearGroupId: before } = houses.kita;
  const outcome = async (heldOn: string, groupId: string | null): Promise<unknown> => {
    const { status, json } = await create({ heldOn, groupId });
    return status === 201 ? 'stored' : json['title'];
  };

  stage.app.clock.standAt(`${last}T21:59:59Z`);
  expect(await outcome(last, before)).toBe('stored');
  expect(await outcome(first, after)).toMatch(
    /^Datum: liegt in der Zukunft\. Bitte höchstens heute \(31\.07\./,
  );
  const names = `${schoolYearName(schoolYear)}, das Datum in ${schoolYearName(schoolYear - 1)}`;
  expect(await outcome(last, after)).toBe(
    `Gruppe: „${houses.kita.groupName}“ gehört in das Kita-/Schuljahr ${names}. Bitte eine passende Gruppe wählen.`,
  );

  stage.app.clock.standAt(`${last}T22:00:00Z`);
  expect((await stage.as('educator').get('/api/session')).json).toMatchObject({ today: first, schoolYear });
  expect(await outcome(first, after)).toBe('stored');
  expect(await outcome(last, before)).toBe('stored');
  expect(await outcome(first, before)).toMatch(/^Gruppe: „Alt .* Bitte eine passende Gruppe wählen\.$/);
});
