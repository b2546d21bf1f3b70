import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BatteryDto, BatteryListDto } from '../../src/assessments/batteries/battery.dto.js';
import type { ProtocolDto } from '../../src/assessments/batteries/protocol.dto.js';
import type { NormChoiceListDto } from '../../src/assessments/norms/norm-choice.dto.js';
import type {
  CurveDto,
  NormPreviewDto,
  NormSetDto,
  NormSetListDto,
  ScoreDto,
} from '../../src/assessments/norms/norm-set.dto.js';
import type { ScoreRunListDto } from '../../src/assessments/norms/score-run.dto.js';
import { EMOTIKON } from '../../migrations/data/emotikon-norms.js';
import { startApp } from '../support/app.js';
import { addChildRows } from '../support/child-rows.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { addTestDayRows, type TestDayRows } from '../support/test-day-rows.js';

/* Batteries and norms as versioned data, and scores that follow the choice of norms. */

let stage: Stage;
let batteries: BatteryDto[];
let sets: NormSetDto[];

beforeAll(async () => {
  stage = await Stage.open();
  batteries = (await stage.as('educator').get<BatteryListDto>('/api/test-batteries')).json.items;
  sets = (await stage.as('educator').get<NormSetListDto>('/api/norm-sets')).json.items;
});
afterAll(() => stage.close());

const battery = (code: string): BatteryDto => batteries.find((one) => one.code === code)!;
const normSet = (code: string): NormSetDto => sets.find((one) => one.code === code)!;
const score = async (set: string, query: string): Promise<ScoreDto> => {
  const answer = await stage
    .as('educator')
    .get<ScoreDto>(`/api/norm-sets/${normSet(set).id}/scores?${query}`);
  expect(answer.status).toBe(200);
  return answer.json;
};

describe('what comes with the product', () => {
  test('are four batteries with the tasks of each', () => {
    const tasks = (code: string): string[] => battery(code).items.map(({ protocol }) => protocol.itemCode);
    expect(batteries.map(({ code, version, current }) => [code, version, current])).toEqual([
      ['KITA-MOT', 1, true],
      ['DMT-MT1', 1, true],
      ['EMOTIKON-3', 1, true],
      ['KIBAZ', 1, true],
    ]);
    expect(tasks('KITA-MOT')).toEqual(['EBS', 'SHH', 'SWS', 'RB', 'BR']);
    expect(battery('KITA-MOT').items.map(({ optional }) => optional)).toEqual([
      ...[false, false, false, false, true],
    ]);
    expect(tasks('DMT-MT1')).toEqual(['S20', 'BR', 'SHH', 'RB', 'LS', 'SU', 'SWS', 'R6']);
    expect(tasks('EMOTIKON-3')).toEqual(['R6', 'S20', 'STAR', 'SWS', 'BPT']);
    expect(tasks('KIBAZ')).toHaveLength(10);
  });

  test('is how each task is done, with its limits', () => {
    const balance = battery('KITA-MOT').items[4]!.protocol;
    expect(balance).toMatchObject({
      ...{ rule: 'sum', trials: 6, minValue: 0, maxValue: 8, step: 1, ceiling: 48, unit: 'steps' },
      trialLabels: [6, '4,5', 3].flatMap((cm) => [`${cm} cm – 1. Versuch`, `${cm} cm – 2. Versuch`]),
    });
    const sprint = battery('DMT-MT1').items[0]!.protocol;
    expect(sprint).toMatchObject({ better: 'lower', rule: 'best', minValue: 2.5, maxValue: 12, step: 0.01 });
  });

  test('are two sets of norms, each for its batteries', () => {
    expect(sets.map(({ title, derived }) => [title, derived])).toEqual([
      ['EMOTIKON-Referenz (abgeleitet)', true],
      ['MoMo', false],
    ]);
    const usedBy = (code: string): string[] =>
      normSet(code).usedBy.map(({ title, itemCodes }) => `${title}: ${itemCodes.join(' ')}`);
    expect(usedBy('MOMO')).toEqual(['DMT / MT1 6–10: SHH SWS BR LS', 'KITA-MOT 3–6: SHH SWS BR']);
    expect(usedBy('EMOTIKON')).toEqual(['EMOTIKON Klasse 3: SWS S20 R6 STAR BPT']);
    const norms = battery('EMOTIKON-3').items.map(({ norm }) => norm?.title);
    expect(new Set(norms)).toEqual(new Set(['EMOTIKON-Referenz (abgeleitet)']));
    expect(normSet('MOMO').items.find(({ itemCode }) => itemCode === 'LS')?.ranges).toEqual([
      { sex: 'female', ageFrom: 5.09, ageTo: 12 },
      { sex: 'male', ageFrom: 6.01, ageTo: 12 },
    ]);
  });

  test.each([
    ['test_items', "title = 'x'"],
    ['test_protocols', 'trials = 9'],
    ['test_batteries', "title = 'x'"],
    ['test_battery_items', 'optional = true'],
    ['norm_sets', "title = 'x'"],
    ['norm_items', "unit = 'm'"],
    ['norm_rows', 'm = 1'],
  ])('never changes in %s, not even by the owner', async (table, change) => {
    await expect(stage.db.query(`update ${table} set ${change}`)).rejects.toMatchObject({ code: '23001' });
    await expect(stage.db.query(`delete from ${table}`)).rejects.toMatchObject({ code: '23001' });
  });

  test.each([
    [
      'a battery',
      `insert into test_battery_items select battery_id, 99, '7e570000-0000-4000-8000-000000000008', false from test_battery_items limit 1`,
    ],
    [
      'a set of norms',
      `insert into norm_rows select norm_set_id, item_code, sex, 13, l, m, s from norm_rows where age_years = 12 limit 1`,
    ],
  ])('takes nothing in afterwards: %s', async (_, sql) => {
    await expect(stage.db.query(sql)).rejects.toMatchObject({ code: '23001' });
  });
});

describe('the calculator', () => {
  const CODES: Record<string, string> = {
    ...{ standing_long_jump: 'SWS', jumping_sideways_mean: 'SHH', balance_backwards: 'BR' },
    ...{ push_ups_40s: 'LS', run_6min: 'R6', sprint_20m: 'S20', star_run_9x9m: 'STAR', ball_push_1kg: 'BPT' },
  };
  const vectors = readFileSync('test/fixtures/norms/vectors.csv', 'utf8').trim().split('\n').slice(1);

  test('answers every vector, down to the far tail', async () => {
    expect(vectors).toHaveLength(37);
    for (const line of vectors) {
      const [source, item, sex, age, raw, z, percentile] = line.split(',').map((cell) => cell.trim());
      const query = `item=${CODES[item!]!}&sex=${sex!}&age=${age!}&raw=${raw!}`;
      const answer = await score(source!.toUpperCase(), query);
      expect(Math.abs(answer.z! - Number(z))).toBeLessThan(1e-6);
      expect(Math.abs(answer.percentile! - Number(percentile))).toBeLessThan(1e-6);
      expect(Math.abs(answer.percentile! / Number(percentile) - 1)).toBeLessThan(1e-6);
    }
  });

  test('turns a time round, and says where the value may be more', async () => {
    const sprint = await score('EMOTIKON', 'item=S20&sex=male&age=8.5&raw=3.8');
    expect(sprint).toMatchObject({ status: 'ok', reason: null, class: 5, capped: false });
    expect(sprint.performancePercentile! + sprint.percentile!).toBeCloseTo(100, 9);
    expect(await score('MOMO', 'item=BR&sex=male&age=9.5&raw=48')).toMatchObject({ capped: true, class: 5 });
  });

  test.each([
    ['item', 'item=RB&sex=male&age=6&raw=3'],
    ['age', 'item=SWS&sex=male&age=4.14&raw=80'],
    ['age', 'item=SWS&sex=male&age=12.01&raw=80'],
    ['value', 'item=SWS&sex=male&age=6&raw=-1'],
    ['value', 'item=SWS&sex=male&age=6&raw=-0.5'],
  ])('has no norm for the %s: %s', async (reason, query) => {
    expect(await score('MOMO', query)).toEqual({
      ...{ status: 'no_norm', reason, z: null, percentile: null, performanceZ: null },
      ...{ performancePercentile: null, class: null, capped: false },
    });
  });

  test.each([
    ['item=SWS&sex=diverse&age=6&raw=80', 400],
    ['item=SWS&sex=male&age=six&raw=80', 400],
    ['item=SWS&sex=male&age=6&raw=8,5', 400],
    ['item=SWS&sex=male&age=6&raw=1e400', 400],
    ['item=SWS&sex=male&age=6&raw=NaN', 400],
    ['item=SWS&sex=male&age=6', 400],
    ['item=XYZ&sex=male&age=6&raw=80', 404],
  ])('refuses %s', async (query, status) => {
    const answer = await stage.as('educator').get(`/api/norm-sets/${normSet('MOMO').id}/scores?${query}`);
    expect(answer.status).toBe(status);
  });

  test('draws the curves', async () => {
    const path = `/api/norm-sets/${normSet('MOMO').id}/curves?item=SWS&sex=male`;
    const { points } = (await stage.as('educator').get<CurveDto>(path)).json;
    expect(points).toHaveLength(96);
    expect(points[0]).toMatchObject({ age: 4.148, p50: 83.18208 });
    for (const { p3, p20, p50, p80, p97 } of points) {
      expect([p3, p20, p50, p80, p97]).toEqual([p3, p20, p50, p80, p97].toSorted((a, b) => a! - b!));
    }
    const none = await stage.as('educator').get(path.replace('SWS', 'RB'));
    expect(none.status).toBe(404);
  });
});

describe('new versions', () => {
  const text = { instructions: 'So geht es.', counting: 'So wird gezählt.' };
  const protocol = {
    ...{ itemCode: 'SWS', title: 'Standweitsprung, 3 Sprünge', ...text, unit: 'cm', better: 'higher' },
    ...{ rule: 'best', trials: 3, minValue: 5, maxValue: 260, step: 1, timer: 'none' },
  };

  test('stand beside the former ones, which stay as they are', async () => {
    const administrator = stage.as('administrator');
    const id = randomUUID();
    const made = await administrator.post<ProtocolDto>('/api/test-protocols', { id, ...protocol });
    expect([made.status, made.json.version, made.json.current]).toEqual([201, 2, true]);
    const again = await administrator.post('/api/test-protocols', { id, ...protocol });
    expect(again.status).toBe(200);

    const former = battery('KITA-MOT');
    const items = former.items.map((item) => ({
      protocolId: item.protocol.itemCode === 'SWS' ? id : item.protocol.id,
      optional: item.optional,
    }));
    const body = { code: 'KITA-MOT', title: 'KITA-MOT 3–6', description: 'Neu', kinds: ['kita'] };
    const next = await administrator.post<BatteryDto>('/api/test-batteries', {
      ...{ ...body, source: 'Wir', items },
    });
    expect([next.status, next.json.version, next.json.current]).toEqual([201, 2, true]);
    // Norms come along for tasks done as before, and for no other.
    const norms = next.json.items.map(({ protocol: { itemCode }, norm }) => [itemCode, norm?.title]);
    expect(norms).toEqual([
      ...[['EBS'], ['SHH', 'MoMo'], ['SWS'], ['RB'], ['BR', 'MoMo']].map(([a, b]) => [a, b]),
    ]);
    const stored = await administrator.get<BatteryDto>(`/api/test-batteries/${former.id}`);
    const { current: _, ...same } = former;
    expect(stored.json.current).toBe(false);
    expect(stored.json).toMatchObject({
      ...same,
      items: same.items.map((item) => ({
        ...item,
        protocol: { ...item.protocol, current: item.protocol.itemCode !== 'SWS' },
      })),
    });
  });

  test('may bring a task that there was not', async () => {
    const wanted = { ...protocol, itemCode: 'SEIL', title: 'Seilspringen' };
    const nameless = await stage.as('administrator').post('/api/test-protocols', wanted);
    expect([nameless.status, nameless.json]).toMatchObject([422, { field: 'itemTitle' }]);
    const made = await stage
      .as('administrator')
      .post<ProtocolDto>('/api/test-protocols', { ...wanted, itemTitle: 'Seilspringen' });
    expect(made.json).toMatchObject({ itemCode: 'SEIL', itemTitle: 'Seilspringen', version: 1 });
  });

  test('added by several at once are numbered one after the other', async () => {
    const wanted = { ...protocol, itemTitle: 'Neu' };
    const codes = ['NEU-A', 'NEU-A', 'NEU-A', 'NEU-B', 'NEU-B', 'NEU-C', 'NEU-D', 'NEU-E'];
    const add = (itemCode: string): Promise<{ status: number; json: ProtocolDto }> =>
      stage.as('administrator').post<ProtocolDto>('/api/test-protocols', { ...wanted, itemCode });
    const made = await Promise.all(codes.map(add));
    const versions = made.map(({ status, json }) => `${status} ${json.itemCode} ${json.version}`);
    expect(versions.sort()).toEqual([
      ...['201 NEU-A 1', '201 NEU-A 2', '201 NEU-A 3', '201 NEU-B 1'],
      ...['201 NEU-B 2', '201 NEU-C 1', '201 NEU-D 1', '201 NEU-E 1'],
    ]);
  });

  test('contradict themselves nowhere', async () => {
    const post = async (path: string, content: object): Promise<string> => {
      const answer = await stage.as('administrator').post(path, content);
      expect(answer.status).toBe(422);
      return (answer.json['errors'] as { field: string }[]).map(({ field }) => field).join(' ');
    };
    expect(await post('/api/test-protocols', { ...protocol, maxValue: 1, timer: 'laps' })).toBe(
      'maxValue timerSeconds lapMetres',
    );
    const [jump] = battery('EMOTIKON-3').items;
    const twice = [{ protocolId: jump!.protocol.id }, { protocolId: jump!.protocol.id }];
    const body = { code: 'NEU', title: 'Neu', description: 'Neu', kinds: ['kita'], source: 'Wir' };
    expect(await post('/api/test-batteries', { ...body, items: twice })).toBe('items');
    expect(await post('/api/test-batteries', { ...body, items: [] })).toBe('items');
    expect(await post('/api/test-batteries', { ...body, ageFrom: 6, ageTo: 5, items: twice.slice(1) })).toBe(
      'ageTo',
    );
  });
});

describe('a file of norms', () => {
  const about = {
    ...{
      code: 'EIGENE',
      title: 'Eigene Norm',
      source: 'Verlag',
      population: '1.000 Kinder',
      licence: 'Lizenz 7',
    },
  };

  test('is shown first, and nothing is written', async () => {
    const before = await stage.count('norm_sets');
    const { status, json } = await stage
      .as('administrator')
      .post<NormPreviewDto>('/api/norm-sets/preview', { csv: EMOTIKON });
    expect(status).toBe(200);
    expect(json).toMatchObject({ rows: 140, faultCount: 0, ignored: ['max_err_pp'] });
    expect(json.curves).toHaveLength(10);
    expect(json.curves[0]).toMatchObject({ itemCode: 'BPT', itemTitle: 'Medizinballstoßen', sex: 'female' });
    expect(await stage.count('norm_sets')).toBe(before);
  });

  test('becomes a set once, and its next version beside it', async () => {
    const id = randomUUID();
    const administrator = stage.as('administrator');
    const made = await administrator.post<NormSetDto>('/api/norm-sets', { id, ...about, csv: EMOTIKON });
    expect([made.status, made.json.version]).toEqual([201, 1]);
    expect(made.json.items.map(({ itemCode }) => itemCode)).toEqual(['SWS', 'S20', 'R6', 'STAR', 'BPT']);
    const again = await administrator.post('/api/norm-sets', { id, ...about, csv: EMOTIKON });
    expect(again.status).toBe(200);
    const other = await administrator.post('/api/norm-sets', { id, ...about, title: 'x', csv: EMOTIKON });
    expect([other.status, other.json['code']]).toEqual([422, 'id_reused']);
    const next = await administrator.post<NormSetDto>('/api/norm-sets', { ...about, csv: EMOTIKON });
    expect([next.status, next.json.version]).toEqual([201, 2]);
  });

  test('sent by several at once becomes one version each', async () => {
    const wanted = { ...about, code: 'GLEICHZEITIG', csv: EMOTIKON };
    const administrator = stage.as('administrator');
    const add = (): Promise<{ json: NormSetDto }> => administrator.post<NormSetDto>('/api/norm-sets', wanted);
    const made = await Promise.all(Array.from({ length: 6 }, add));
    expect(made.map(({ json }) => json.version).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('with a fault is told by row and column, and refused as a whole', async () => {
    const csv = EMOTIKON.replace('ball_push_1kg,m,higher,female,8.25', 'ball_push_1kg,m,higher,female,8.0');
    const preview = await stage.as('administrator').post<NormPreviewDto>('/api/norm-sets/preview', { csv });
    expect(preview.json.faults).toEqual([
      {
        row: 5,
        column: 'age_years',
        value: '8.0',
        expected: expect.stringMatching(/^ein Alter über 8,166667/),
      },
    ]);
    const before = await stage.count('norm_rows');
    const refused = await stage.as('administrator').post('/api/norm-sets', { ...about, csv });
    expect([refused.status, refused.json]).toMatchObject([
      422,
      {
        field: 'csv',
        title: expect.stringMatching(/^Datei: Zeile 5, Spalte age_years: erwartet wird ein Alter/),
      },
    ]);
    expect(await stage.count('norm_rows')).toBe(before);
  });
});

describe('the choice of norms', () => {
  let rows: TestDayRows;
  const scores = (): Promise<{ house: string; norm: string; percentile: number; replaced: boolean }[]> =>
    rowsOf(
      stage.db,
      `select i.kind || i.municipality_id::text as house, n.code as norm, s.percentile, s.replaced_at is not null as replaced
       from scores s join institutions i on i.id = s.institution_id join norm_sets n on n.id = s.norm_set_id
       where s.result_id = any ($1) order by s.institution_id, s.computed_at, s.replaced_at nulls last`,
      [Object.values(rows.results)],
    );
  const choose = (id: string, ...norms: { itemCode: string; normSetId: string }[]): Promise<number> =>
    stage
      .as('administrator')
      .put(`/api/test-batteries/${id}/norms`, { norms })
      .then(({ status }) => status);
  const runs = async (): Promise<ScoreRunListDto['items']> =>
    (await stage.as('administrator').get<ScoreRunListDto>('/api/score-runs')).json.items;

  beforeAll(async () => {
    rows = await addTestDayRows(stage.db, stage.city, await addChildRows(stage.db, stage.city));
    await stage.db.query(`update results set state = 'done', value = 91`);
  });

  test('must fit the battery', async () => {
    const { id } = battery('KITA-MOT');
    const normSetId = normSet('MOMO').id;
    const expected: [object, number][] = [
      [{ itemCode: 'LS', normSetId }, 422],
      [{ itemCode: 'RB', normSetId }, 422],
      [{ itemCode: 'SWS', normSetId: randomUUID() }, 404],
    ];
    for (const [norm, status] of expected) {
      const answer = await stage
        .as('administrator')
        .put(`/api/test-batteries/${id}/norms`, { norms: [norm] });
      expect([norm, answer.status]).toEqual([norm, status]);
    }
    const sws = { itemCode: 'SWS', normSetId };
    expect(await choose(id, sws, sws)).toBe(422);
    expect(await runs()).toEqual([]);
  });

  test('that changes nothing starts nothing', async () => {
    const { id, items } = battery('KITA-MOT');
    const present = items.flatMap(({ protocol: { itemCode }, norm }) =>
      norm ? [{ itemCode, normSetId: norm.normSetId }] : [],
    );
    expect(await choose(id, ...present)).toBe(200);
    expect(await runs()).toEqual([]);
  });

  test('is followed by new scores in every house, behind the last one that was done; the former ones stay', async () => {
    const { id } = battery('KITA-MOT');
    // Without the worker at first: a run that came as far as the first of the two kitas, and then the power went.
    expect(await choose(id, { itemCode: 'SWS', normSetId: normSet('MOMO').id })).toBe(200);
    const houses = [stage.city.houses.kita.id, stage.city.houses.distant.id].sort();
    await stage.db.query(
      `update score_runs set state = 'running', houses_total = 2, houses_done = 1, last_house = $1`,
      [houses[0]],
    );
    const worker = await startApp(stage.database.runtime, { jobs: true });
    worker.hush();
    try {
      await finished(runs);
      expect((await runs())[0]).toMatchObject({ state: 'done', housesTotal: 2, housesDone: 2 });
      const of = async (house: string): Promise<object[]> =>
        rowsOf(
          stage.db,
          `select n.code, round(s.percentile)::int as percentile, s.replaced_at is null as current
           from scores s join norm_sets n on n.id = s.norm_set_id where institution_id = $1 order by s.computed_at`,
          [house],
        );
      expect(await of(houses[0]!)).toEqual([{ code: expect.any(String), percentile: 50, current: true }]);
      const [former, present] = await of(houses[1]!);
      expect(former).toMatchObject({ percentile: 50, current: false });
      expect(present).toMatchObject({ code: 'MOMO', current: true });
      expect(present).not.toMatchObject({ percentile: 50 });

      // No norm any more: no score that counts, but what there was can still be read.
      expect(await choose(id)).toBe(200);
      await finished(runs);
      expect((await scores()).filter(({ replaced }) => !replaced)).toHaveLength(1);
      expect((await of(houses[1]!)).map((row) => (row as { current: boolean }).current)).toEqual([
        false,
        false,
      ]);
    } finally {
      await worker.close();
    }
    const trail = await stage.trail('score.recompute');
    expect(trail.map(({ fields }) => fields)).toEqual([['scores'], ['scores'], ['scores']]);
  });

  test('can be read back', async () => {
    const path = `/api/test-batteries/${battery('KITA-MOT').id}/norms`;
    const { items } = (await stage.as('educator').get<NormChoiceListDto>(path)).json;
    expect(items.map(({ itemCode, title, replacedAt }) => [itemCode, title, replacedAt !== null])).toEqual([
      ['SWS', 'MoMo', true],
      ['SHH', 'MoMo', true],
      ['BR', 'MoMo', true],
    ]);
  });
});

/** Waits until no run is waiting or running. */
async function finished(runs: () => Promise<ScoreRunListDto['items']>): Promise<void> {
  while ((await runs()).some(({ state }) => state !== 'done')) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
