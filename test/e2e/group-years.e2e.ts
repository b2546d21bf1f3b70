import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupDto } from '../../src/institutions/groups/group.dto.js';
import type { GroupYearDto, GroupYearListDto } from '../../src/institutions/groups/group-year.dto.js';
import type { Answer } from '../support/client.js';
import { Stage } from '../support/stage.js';
import { Town } from '../support/town.js';

/* Groups go on into the next school year, are confirmed once, and have their sizes since a day. */

const NOW = '2026-11-20T11:00:00Z';

let stage: Stage;
let town: Town;
let districtId: string;

beforeAll(async () => {
  stage = await Stage.open();
  town = new Town(stage.db);
  districtId = stage.city.districtIds[0];
});
afterAll(() => stage.close());
beforeEach(() => stage.app.clock.standAt(NOW));

/** A house with groups of 2025/26. */
async function house(names: Record<string, number>, kind = 'kita'): Promise<string> {
  const { municipalityId } = stage.city;
  const id = await town.house(municipalityId, districtId, `Haus ${randomUUID()}`, { kind });
  for (const [name, size] of Object.entries(names)) await town.group(id, name, size, { schoolYear: 2025 });
  return id;
}

async function yearOf(id: string, schoolYear = 2026): Promise<GroupYearDto> {
  const { json } = await stage
    .as('coordinator')
    .get(`/api/institutions/${id}/group-year?schoolYear=${schoolYear}`);
  return json as unknown as GroupYearDto;
}

function confirm(id: string, groups?: object[], schoolYear = 2026): Promise<Answer> {
  return stage
    .as('coordinator')
    .post(`/api/institutions/${id}/group-year/confirmation`, { schoolYear, ...(groups && { groups }) });
}

const named = (groups: { name: string | null; size: number }[]): unknown[] =>
  groups.map(({ name, size }) => [name, size]);

describe('a new school year', () => {
  test('proposes the groups of the year before, classes moved up', async () => {
    const kita = await house({ Bären: 20, Füchse: 18 });
    expect(await yearOf(kita)).toMatchObject({ confirmedAt: null, confirmedByName: null, groups: [] });
    expect(named((await yearOf(kita)).proposal)).toEqual([
      ['Bären', 20],
      ['Füchse', 18],
    ]);
    const school = await house({ '1a': 25, '3b': 24, '4b': 22 }, 'school');
    const { proposal } = await yearOf(school);
    expect(proposal.map(({ fromName, name }) => [fromName, name])).toEqual([
      ['1a', '2a'],
      ['3b', '4b'],
      ['4b', null],
    ]);
  });

  test('does not propose what is there already, whatever its capitals', async () => {
    const kita = await house({ Bären: 20, Füchse: 18 });
    await town.group(kita, 'bären', 21);
    const year = await yearOf(kita);
    expect([named(year.groups), named(year.proposal)]).toEqual([[['bären', 21]], [['Füchse', 18]]]);
  });

  test('is taken over and confirmed in one go, with one entry each in the trail', async () => {
    const kita = await house({ Bären: 20, Füchse: 18 });
    const answer = await confirm(kita, [
      { name: 'Bären', size: 21 },
      { name: 'Igel', size: 12 },
    ]);
    expect(answer.status).toBe(200);
    const year = answer.json as unknown as GroupYearDto;
    expect(named(year.groups)).toEqual([
      ['Bären', 21],
      ['Igel', 12],
    ]);
    expect(year.confirmedAt).toEqual(expect.any(String));
    expect(year.confirmedByName).toBe(stage.city.people.coordinator.name);
    const trail = await stage.trail('group_year.confirm');
    expect(trail.filter(({ object_id }) => object_id === kita)).toHaveLength(1);
    const created = (await stage.trail('group.create')).map(({ object_id }) => object_id);
    expect(created).toEqual(expect.arrayContaining(year.groups.map(({ id }) => id)));
  });

  test('is the same once more, from two people at once and after a lost answer', async () => {
    const kita = await house({ Bären: 20, Füchse: 18 });
    const groups = [
      { id: randomUUID(), name: 'Bären', size: 20 },
      { id: randomUUID(), name: 'Füchse', size: 18 },
    ];
    const others = groups.map(({ name, size }) => ({ id: randomUUID(), name, size }));
    const sent = Array.from({ length: 12 }, (_, i) => confirm(kita, i % 2 ? groups : others));
    const answers = await Promise.all(sent);
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    const year = await yearOf(kita);
    expect(named(year.groups)).toEqual([
      ['Bären', 20],
      ['Füchse', 18],
    ]);
    const trail = await stage.trail('group_year.confirm');
    expect(trail.filter(({ object_id }) => object_id === kita)).toHaveLength(1);
    expect((await confirm(kita, groups)).json).toMatchObject({ confirmedAt: year.confirmedAt });
  });

  test('refuses other groups once somebody has confirmed', async () => {
    const kita = await house({ Bären: 20 });
    await confirm(kita, [{ name: 'Bären', size: 20 }]);
    const late = await confirm(kita, [{ name: 'Bärengruppe', size: 20 }]);
    expect([late.status, late.json['code']]).toEqual([409, 'groups_confirmed_meanwhile']);
    expect(named((await yearOf(kita)).groups)).toEqual([['Bären', 20]]);
  });

  test('is right as it stands, too, but not without any group', async () => {
    const kita = await house({ Bären: 20 });
    const empty = await confirm(kita);
    expect([empty.status, empty.json['code']]).toEqual([409, 'no_groups']);
    expect((await yearOf(kita)).confirmedAt).toBeNull();
    await town.group(kita, 'Von Hand', 15);
    expect((await confirm(kita)).json).toMatchObject({ confirmedAt: expect.any(String) });
  });

  test('may be the next one, but none far ahead', async () => {
    const kita = await house({});
    await town.group(kita, 'Bären', 20);
    expect((await confirm(kita, [{ name: 'Bären', size: 20 }], 2027)).status).toBe(200);
    const far = await confirm(kita, [{ name: 'Bären', size: 20 }], 2028);
    expect([far.status, far.json['code']]).toEqual([409, 'year_too_far']);
  });

  test.each<[string, object[], unknown[]]>([
    [
      'a size',
      [{ name: 'A', size: 500 }],
      ['groups.0.size', 'Anzahl der Kinder: bitte eine ganze Zahl von 0 bis 200 angeben.'],
    ],
    [
      'no name',
      [{ name: 'A', size: 5 }, { size: 5 }],
      ['groups.1.name', 'Name fehlt: bitte 1 bis 60 Zeichen angeben, ohne unsichtbare Steuerzeichen.'],
    ],
    [
      'a name twice',
      [
        { name: 'A', size: 5 },
        { name: ' a', size: 5 },
      ],
      ['groups.1.name', 'Name: „a“ steht zweimal da.'],
    ],
  ])('refuses %s, and says at which group', async (_, groups, [field, message]) => {
    const kita = await house({});
    const { status, json } = await confirm(kita, groups);
    expect([status, json['errors']]).toEqual([422, [{ field, message }]]);
  });

  test('takes no unknown field of a group', async () => {
    const { status, json } = await confirm(await house({}), [{ name: 'A', size: 5, archived: true }]);
    expect([status, json['code'], json['field']]).toEqual([400, 'bad_request', 'groups.0.archived']);
  });
});

describe('who has not confirmed yet', () => {
  async function listed(query = ''): Promise<GroupYearListDto> {
    const { json } = await stage.as('coordinator').get(`/api/group-years?limit=200${query}`);
    return json as unknown as GroupYearListDto;
  }

  test('is listed with a count, those who take part first', async () => {
    const [late, done] = [await house({}), await house({})];
    await town.group(late, 'Bären', 20);
    await town.group(late, 'Alt', 9, { archivedAt: NOW });
    await town.group(done, 'Igel', 11);
    await town.participation(late, '2026-09-01');
    await confirm(done);
    const { items, counts, schoolYear } = await listed();
    expect(schoolYear).toBe(2026);
    expect(items.find(({ institutionId }) => institutionId === late)).toMatchObject({
      ...{ participating: true, groups: 1, children: 20, confirmedAt: null },
    });
    const first = items.findIndex(({ participating }) => !participating);
    expect(items.slice(first).every(({ participating }) => !participating)).toBe(true);
    expect(counts).toEqual({
      houses: items.length,
      confirmed: items.filter(({ confirmedAt }) => confirmedAt !== null).length,
    });
    const open = await listed('&confirmed=false&participating=true');
    const ids = open.items.map(({ institutionId }) => institutionId);
    expect([ids.includes(late), ids.includes(done)]).toEqual([true, false]);
    expect(open.counts.houses).toBeGreaterThan(open.items.length - 1);
  });

  test('is asked page by page', async () => {
    const all = (await listed()).items.map(({ institutionId }) => institutionId);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { json } = await stage.as('coordinator').get(`/api/group-years?limit=3${cursor}`);
      const { items, next } = json as unknown as GroupYearListDto;
      seen.push(...items.map(({ institutionId }) => institutionId));
      cursor = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
    } while (cursor !== '');
    expect(seen).toEqual(all);
  });
});

describe('the size of a group', () => {
  async function group(size = 20): Promise<GroupDto> {
    const institutionId = stage.city.houses.kita.id;
    const body = { institutionId, name: randomUUID(), schoolYear: 2026, size };
    return (await stage.as('lead').post('/api/groups', body)).json as unknown as GroupDto;
  }
  async function change({ id }: GroupDto, version: number, body: object): Promise<Answer> {
    return stage.as('lead').patch(`/api/groups/${id}`, body, version);
  }
  async function sizes({ id }: GroupDto): Promise<unknown[]> {
    const { json } = await stage.as('lead').get(`/api/groups/${id}/sizes`);
    return (json['items'] as { validFrom: string; size: number }[]).map(({ validFrom, size }) => [
      validFrom,
      size,
    ]);
  }

  test('holds from the beginning of the year, and a change from today', async () => {
    const made = await group();
    expect(await sizes(made)).toEqual([['2026-08-01', 20]]);
    await change(made, 1, { size: 21 });
    await change(made, 2, { size: 22 });
    expect(await sizes(made)).toEqual([
      ['2026-08-01', 20],
      ['2026-11-20', 22],
    ]);
  });

  test('is noted from a day that is past, without touching what came later', async () => {
    const made = await group();
    expect((await change(made, 1, { size: 22, sizeFrom: '2026-11-02' })).json).toMatchObject({ size: 22 });
    const between = await change(made, 2, { size: 21, sizeFrom: '2026-09-15' });
    expect(between.json).toMatchObject({ size: 22, version: 3 });
    const first = await change(made, 3, { size: 19, sizeFrom: '2026-08-01' });
    expect(first.json).toMatchObject({ size: 22 });
    expect(await sizes(made)).toEqual([
      ['2026-08-01', 19],
      ['2026-09-15', 21],
      ['2026-11-02', 22],
    ]);
  });

  test('of a year that is over is corrected at its end', async () => {
    const id = stage.city.houses.kita.lastYearGroupId!;
    stage.app.clock.standAt(`${stage.city.schoolYear}-11-20T11:00:00Z`);
    const { json } = await stage.as('lead').patch(`/api/groups/${id}`, { size: 7 }, 1);
    const last = await sizes(json as unknown as GroupDto);
    expect(last.at(-1)).toEqual([`${stage.city.schoolYear}-07-31`, 7]);
  });

  test.each([
    [{ sizeFrom: '2026-11-02' }, 'size'],
    [{ size: 5, sizeFrom: '2026-07-31' }, 'sizeFrom'],
    [{ size: 5, sizeFrom: '2026-11-21' }, 'sizeFrom'],
  ])('refuses %j', async (body, field) => {
    const made = await group();
    const { status, json } = await change(made, 1, body);
    expect([status, json['field']]).toEqual([422, field]);
    expect(await sizes(made)).toEqual([['2026-08-01', 20]]);
  });

  test('is unchanged when somebody else was faster', async () => {
    const made = await group();
    expect((await change(made, 7, { size: 5, sizeFrom: '2026-09-01' })).status).toBe(412);
    expect(await sizes(made)).toEqual([['2026-08-01', 20]]);
  });

  test('is the one of the day for an activity and its line in the file', async () => {
    const made = await group(10);
    await change(made, 1, { size: 2, sizeFrom: '2026-11-10' });
    await stage.db.query(`update participations set started_on = '2025-01-01' where institution_id = $1`, [
      made.institutionId,
    ]);
    const note = (heldOn: string): Promise<Answer> =>
      stage.as('educator').post('/api/activities', {
        ...{ institutionId: made.institutionId, groupId: made.id, heldOn, focusArea: 'active_learning' },
        ...{ minutes: 30, childrenPresent: 20 },
      });
    expect((await note('2026-11-09')).status).toBe(201);
    expect((await note('2026-11-10')).status).toBe(422);
    const { text } = await stage
      .as('lead')
      .get(`/api/exports/activities.csv?groupId=${made.id}&form=machine`);
    const [head, line] = text
      .replace('\uFEFF', '')
      .split(/\r?\n/)
      .map((row) => row.split(','));
    expect(line![head!.indexOf('group_size')]).toBe('10');
  });
});
