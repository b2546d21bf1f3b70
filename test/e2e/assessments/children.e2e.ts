import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChildDto } from '../../../src/assessments/children/child.dto.js';
import type { ConsentDto } from '../../../src/assessments/consents/consent.dto.js';
import type { Answer } from '../../support/client.js';
import { rowsOf } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { addTest, tablesWith } from './child-bench.js';

/* Children under a code and the consent of their parents. */

const NOW = '2026-11-20T11:00:00Z';
const TODAY = '2026-11-20';

let stage: Stage;
let place: { institutionId: string; groupId: string };

beforeAll(async () => {
  stage = await Stage.open();
  const { id: institutionId, groupId } = stage.city.houses.kita;
  place = { institutionId, groupId };
});
afterAll(() => stage.close());
beforeEach(() => stage.app.clock.standAt(NOW));

const itemsOf = <T>({ json }: Answer): T[] => json['items'] as unknown as T[];
const refusal = ({ status, json }: Answer): unknown[] => [status, json['code'], json['field'] ?? null];

const create = (body: object): Promise<Answer> =>
  stage.as('educator').post('/api/children', { ...place, count: 1, ...body });

async function some(count: number, more: object = {}): Promise<ChildDto[]> {
  return itemsOf<ChildDto>(await create({ count, ...more }));
}
async function one(more: object = {}): Promise<ChildDto> {
  return (await some(1, more))[0]!;
}

const countIn = async (table: string, where = 'true'): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(
    stage.db,
    `select count(*)::int as count from ${table} where ${where}`,
  );
  return row!.count;
};

describe('children by number', () => {
  test('get as many random codes, in the group, and a line in the trail each', async () => {
    const answer = await create({ count: 18 });
    expect(answer.status).toBe(201);
    const children = itemsOf<ChildDto>(answer);
    expect(new Set(children.map(({ code }) => code)).size).toBe(18);
    for (const { code } of children) expect(code).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{5}$/);
    expect(children[0]).toMatchObject({ ...place, birthMonth: null, sex: null, leftOn: null, consent: null });
    const trail = (await stage.trail('child.create')).filter(({ object_id }) =>
      children.some(({ id }) => id === object_id),
    );
    expect(trail).toHaveLength(18);
    expect(trail[0]!.fields).toEqual(['code', 'institutionId', 'groupId']);
  });

  test('are made once, however often the same request is sent, also at once', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 6 }, () => create({ id, count: 18 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    for (const answer of answers) expect(itemsOf(answer)).toEqual(itemsOf(answers[0]!));
    expect(itemsOf(answers[0]!)).toHaveLength(18);
    expect(refusal(await create({ id, count: 19 }))).toEqual([422, 'id_reused', 'id']);
  });

  test('draw again where a code is taken', async () => {
    // Only 22 codes are left in the world, and ten of them are taken.
    await stage.db.query(`
      create function few_codes() returns trigger language plpgsql as $$ begin new.code := left(new.code, 1) || 'CCCC'; return new; end $$;
      create trigger few_codes before insert on children for each row execute function few_codes();
      insert into children (institution_id, id, code, group_id)
        select '${place.institutionId}', gen_random_uuid(), sign || 'CCCC', '${place.groupId}'
        from regexp_split_to_table('34679CDFGH', '') sign`);
    const more = await some(4);
    await stage.db.query(`drop trigger few_codes on children; drop function few_codes()`);
    expect(more).toHaveLength(4);
    for (const { code } of more) expect(code).toMatch(/^[JKMNPQRTVWXY]CCCC$/);
    await stage.db.query(`delete from children where code like '_CCCC'`);
  });

  test.each<[string, object, unknown[]]>([
    ['none', { count: 0 }, [422, 'invalid', 'count']],
    ['a hundred and one', { count: 101 }, [422, 'invalid', 'count']],
    ['a number in words', { count: '18' }, [422, 'invalid', 'count']],
    ['a month to come', { birthMonth: '2026-12' }, [422, 'invalid', 'birthMonth']],
    ['a day', { birthMonth: '2021-05-03' }, [422, 'invalid', 'birthMonth']],
    ['a name', { name: 'Mia' }, [400, 'bad_request', 'name']],
    ['another sex', { sex: 'w' }, [422, 'invalid', 'sex']],
    ['an unknown group', { groupId: randomUUID() }, [404, 'not_found', 'groupId']],
  ])('are not made from %s', async (_, body, expected) => {
    const before = await countIn('children');
    expect(refusal(await create(body))).toEqual(expected);
    expect(await countIn('children')).toBe(before);
  });

  test('are not made in an archived house', async () => {
    await stage.db.query('update institutions set archived_at = now() where id = $1', [place.institutionId]);
    expect(refusal(await create({}))).toEqual([409, 'institution_archived', null]);
    await stage.db.query('update institutions set archived_at = null where id = $1', [place.institutionId]);
  });
});

describe('what is known of a child', () => {
  test('changes for one, and is read page by page in the order of the codes', async () => {
    const child = await one({ birthMonth: '2021-05', sex: 'diverse' });
    expect(child).toMatchObject({ birthMonth: '2021-05', sex: 'diverse', version: 1 });
    const educator = stage.as('educator');
    const changed = await educator.patch(`/api/children/${child.id}`, { birthMonth: null, sex: 'male' }, 1);
    expect(changed.json).toMatchObject({ birthMonth: null, sex: 'male', version: 2 });
    const stale = await educator.patch(`/api/children/${child.id}`, { sex: 'female' }, 1);
    expect([stale.status, stale.json['current']]).toEqual([412, changed.json]);
    const gone = await educator.patch(`/api/children/${child.id}`, { leftOn: '2026-07-31' }, 2);
    expect(gone.json['leftOn']).toBe('2026-07-31');
    const listed = async (query: string): Promise<string[]> =>
      itemsOf<ChildDto>(await educator.get(`/api/children?${query}`)).map(({ id }) => id);
    expect(await listed('left=true')).toEqual([child.id]);
    const [first] = itemsOf<ChildDto>(await educator.get('/api/children?limit=1'));
    const { next } = (await educator.get('/api/children?limit=1')).json as { next: string };
    const [second] = itemsOf<ChildDto>(await educator.get(`/api/children?limit=1&cursor=${next}`));
    expect(first!.code < second!.code).toBe(true);
    expect(await listed(`groupId=${stage.city.houses.kita.lastYearGroupId}`)).toEqual([]);
  });

  test.each<[object, string]>([
    [{ leftOn: '2026-11-21' }, 'leftOn'],
    [{ leftOn: '2021-04-30' }, 'leftOn'],
    [{ birthMonth: '2011-10' }, 'birthMonth'],
    [{ birthMonth: '2021-13' }, 'birthMonth'],
    [{ birthMonth: '2021-02-29' }, 'birthMonth'],
  ])('may not become %j', async (changes, field) => {
    const child = await one({ birthMonth: '2021-05' });
    const answer = await stage.as('educator').patch(`/api/children/${child.id}`, changes, 1);
    expect(refusal(answer)).toEqual([422, 'invalid', field]);
  });

  test('changes for several in one form, all or none', async () => {
    const [a, b, c] = (await some(3)) as [ChildDto, ChildDto, ChildDto];
    const send = (children: object[]): Promise<Answer> =>
      stage.as('educator').put('/api/children', { institutionId: place.institutionId, children });
    const answer = await send([
      { id: a.id, version: 1, birthMonth: '2021-01', sex: 'female' },
      { id: b.id, version: 1, leftOn: '2026-10-01' },
    ]);
    expect(answer.status).toBe(200);
    expect(itemsOf<ChildDto>(answer).find(({ id }) => id === a.id)).toMatchObject({
      birthMonth: '2021-01',
      version: 2,
    });
    const stale = await send([
      { id: c.id, version: 1, sex: 'male' },
      { id: a.id, version: 1, sex: 'male' },
    ]);
    expect([stale.status, stale.json['code']]).toEqual([412, 'changed_meanwhile']);
    const wrong = await send([
      { id: c.id, version: 1, sex: 'male' },
      { id: b.id, version: 2, birthMonth: '2030-01' },
    ]);
    expect(refusal(wrong)).toEqual([422, 'invalid', 'children.1.birthMonth']);
    expect(
      refusal(
        await send([
          { id: c.id, version: 1, sex: 'male' },
          { id: c.id, version: 1, sex: 'male' },
        ]),
      ),
    ).toEqual([422, 'invalid', 'children.1.id']);
    expect(refusal(await send([{ id: randomUUID(), version: 1, sex: 'male' }]))).toEqual([
      404,
      'not_found',
      'children.0.id',
    ]);
    const [unchanged] = itemsOf<ChildDto>(await stage.as('educator').get(`/api/children?limit=200`)).filter(
      ({ id }) => id === c.id,
    );
    expect(unchanged).toMatchObject({ sex: null, version: 1 });
  });
});

const consent = (children: ChildDto[], givenOn: string, more: object = {}): Promise<Answer> =>
  stage.as('educator').post('/api/consents', {
    institutionId: place.institutionId,
    childIds: children.map(({ id }) => id),
    givenOn,
    ...more,
  });

describe('a consent', () => {
  test('is noted for a whole group at once, and once', async () => {
    const children = await some(12);
    const id = randomUUID();
    const first = await consent(children, '2026-09-01', { id });
    expect([first.status, itemsOf(first).length]).toEqual([201, 12]);
    const again = await consent(children, '2026-09-01', { id });
    expect([again.status, itemsOf(again)]).toEqual([200, itemsOf(first)]);
    expect((await consent(children, '2026-09-01')).status).toBe(200);
    expect(refusal(await consent(children, '2026-09-02'))).toEqual([409, 'consent_given', null]);
    const [child] = itemsOf<ChildDto>(await stage.as('lead').get('/api/children?limit=200')).filter(
      (listed) => listed.id === children[0]!.id,
    );
    expect(child!.consent).toMatchObject({ givenOn: '2026-09-01', withdrawnOn: null });
  });

  test('is noted once, when many send it at the same moment', async () => {
    const child = await one();
    const answers = await Promise.all(Array.from({ length: 5 }, () => consent([child], TODAY)));
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    expect(await countIn('consents', `child_id = '${child.id}'`)).toBe(1);
  });

  test.each(['2026-11-21', '2016-11-01', '2021-04-30'])('may not be of %s', async (givenOn) => {
    const child = await one({ birthMonth: '2021-05' });
    expect(refusal(await consent([child], givenOn))).toEqual([422, 'invalid', 'givenOn']);
  });

  test('is not noted for a child of another house, nor for any other of the list then', async () => {
    const child = await one();
    const other = { ...child, id: randomUUID() };
    expect(refusal(await consent([child, other], TODAY))).toEqual([404, 'not_found', 'childIds']);
    expect(await countIn('consents', `child_id = '${child.id}'`)).toBe(0);
  });

  test('has its date corrected, but not to a day after the first test', async () => {
    const child = await one();
    const [given] = itemsOf<ConsentDto>(await consent([child], '2026-09-01'));
    const address = `/api/consents/${given!.id}`;
    const corrected = await stage.as('educator').patch(address, { givenOn: '2026-09-03' }, 1);
    expect(corrected.json).toMatchObject({ givenOn: '2026-09-03', version: 2 });
    await addTest(stage.db, child, '2026-10-05', 100);
    expect((await stage.as('educator').patch(address, { givenOn: '2026-10-05' }, 2)).status).toBe(200);
    const late = await stage.as('educator').patch(address, { givenOn: '2026-10-06' }, 3);
    expect(refusal(late)).toEqual([409, 'tested_before', null]);
    await stage.as('educator').delete(`/api/children/${child.id}`, 1);
  });
});

const VALUES = ['187.125', '5.4321', '1.23456', '89.01'];

async function withConsent(): Promise<{ child: ChildDto; given: ConsentDto }> {
  const child = await one({ birthMonth: '2019-02', sex: 'female' });
  const [given] = itemsOf<ConsentDto>(await consent([child], '2026-09-01'));
  return { child, given: given! };
}

const withdraw = ({ id }: ConsentDto, version = 1): Promise<Answer> =>
  stage.as('educator').send('POST', `/api/consents/${id}/withdraw`, { version });

describe('a consent taken back', () => {
  test('leaves nothing of what was measured in any table; only ids, in the journal', async () => {
    const { child, given } = await withConsent();
    const ids = await addTest(stage.db, child, '2026-10-05');
    await addTest(stage.db, child, '2026-11-05');
    expect(await tablesWith(stage.db, '187.125')).not.toEqual([]);
    const answer = await withdraw(given);
    expect([answer.status, answer.json['erased']]).toEqual([200, 2]);
    expect(answer.json['consent']).toMatchObject({ withdrawnOn: TODAY, version: 2 });
    for (const value of VALUES) expect([value, await tablesWith(stage.db, value)]).toEqual([value, []]);
    expect(await tablesWith(stage.db, ids['assessmentId']!)).toEqual(['erasures']);
    for (const gone of ['resultId', 'trialId']) expect(await tablesWith(stage.db, ids[gone]!)).toEqual([]);
    const [left] = await rowsOf(
      stage.db,
      'select birth_month, sex, creation_digest, code from children where id = $1',
      [child.id],
    );
    expect(left).toEqual({ birth_month: null, sex: null, creation_digest: null, code: child.code });
    expect(await countIn('erasures', `object_type = 'consent' and object_id = '${given.id}'`)).toBe(1);
    const [journal] = await rowsOf(stage.db, 'select * from erasures where object_id = $1', [
      ids['assessmentId'],
    ]);
    expect(journal).toMatchObject({
      ...{ institution_id: place.institutionId, object_type: 'assessment', reason: 'consent_withdrawn' },
      erased_by: stage.city.people.educator.id,
    });
    const trail = (await stage.trail('consent.withdraw')).filter(({ object_id }) => object_id === given.id);
    expect(trail).toEqual([expect.objectContaining({ fields: ['withdrawnOn'] })]);
    const shown = await stage.as('educator').get(`/api/children/${child.id}`);
    expect(shown.json['consent']).toMatchObject({ withdrawnOn: TODAY });
  });

  test('is not taken back twice, nor from an old copy, nor corrected; but a new one may be noted', async () => {
    const { child, given } = await withConsent();
    expect(refusal(await withdraw(given, 7))).toEqual([412, 'changed_meanwhile', null]);
    expect((await withdraw(given)).status).toBe(200);
    expect(refusal(await withdraw(given, 2))).toEqual([409, 'consent_withdrawn', null]);
    const late = await stage.as('educator').patch(`/api/consents/${given.id}`, { givenOn: TODAY }, 2);
    expect(refusal(late)).toEqual([409, 'consent_withdrawn', null]);
    expect((await consent([child], TODAY)).status).toBe(201);
  });

  test('is not brought back by the request that noted it', async () => {
    const child = await one();
    const id = randomUUID();
    const [given] = itemsOf<ConsentDto>(await consent([child], TODAY, { id }));
    await withdraw(given!);
    expect(itemsOf(await consent([child], TODAY, { id }))).toEqual([]);
  });

  test('erases also what is being noted at the same moment, or refuses it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { child, given } = await withConsent();
      const [noted, withdrawn] = await Promise.allSettled([
        addTest(stage.db, child, '2026-10-05'),
        withdraw(given),
      ]);
      expect(withdrawn).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
      if (noted.status === 'rejected') {
        expect(noted.reason).toMatchObject({
          constraint: expect.stringMatching(/assessments_consent_ck|_fk$/),
        });
      }
      expect(await countIn('assessments', `child_id = '${child.id}'`)).toBe(0);
      expect(await tablesWith(stage.db, '187.125')).toEqual([]);
    }
  });
});

test('a child that is deleted goes with everything', async () => {
  const { child, given } = await withConsent();
  const ids = await addTest(stage.db, child, '2026-10-05');
  const educator = stage.as('educator');
  expect((await educator.delete(`/api/children/${child.id}`, 7)).status).toBe(412);
  expect(await countIn('results', `id = '${ids['resultId']}'`)).toBe(1);
  expect((await educator.delete(`/api/children/${child.id}`, 1)).status).toBe(204);
  expect((await educator.get(`/api/children/${child.id}`)).status).toBe(404);
  expect(await tablesWith(stage.db, child.code)).toEqual([]);
  expect(await tablesWith(stage.db, child.id)).toEqual(['audit_events', 'erasures']);
  expect(await tablesWith(stage.db, ids['assessmentId']!)).toEqual(['erasures']);
  expect(await tablesWith(stage.db, given.id)).toEqual(['audit_events']);
});
