import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type {
  PublishedCellDto,
  PublishedCellListDto,
} from '../../src/reporting/publication/cells/cell.dto.js';
import type {
  PublicationPeriodListDto,
  PublicationDetailDto,
  PublicationDto,
} from '../../src/reporting/publication/publication.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer, Json } from '../support/client.js';
import { skipDailyJobs } from '../support/daily-jobs.js';
import { freePort, run, urlOf } from '../support/product.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { addKitas, addTested, AVERAGE, BELOW } from '../support/tested-town.js';

/*
 * Statistics over children from being asked for to being published and revised. In each Kita of the first district 8 of 20 children are below
 * average at first, and become average; in each of the second 6 of 20, and nobody is tested again. The application that answers takes no jobs: another one
 * does, when a test says so.
 */

const PATH = '/api/publications';
const LABEL = 'gerundet auf 5; Werte bis 7 nicht ausgewiesen';

let stage: Stage;
let year: number;

beforeAll(async () => {
  stage = await Stage.open();
  year = stage.city.schoolYear - 1;
  await stage.db.query(`update sessions set expires_at = '2099-01-01'`);
  await skipDailyJobs(stage.db);
  const [first, second] = await addKitas(stage.db, stage.city);
  for (const sex of ['female', 'male']) {
    const of = { sex, schoolYear: year };
    for (const kita of first) {
      await addTested(stage.db, kita, { ...of, count: 4, entry: BELOW, exit: AVERAGE });
      await addTested(stage.db, kita, { ...of, count: 6, entry: AVERAGE, exit: AVERAGE });
    }
    for (const kita of second) {
      await addTested(stage.db, kita, { ...of, count: 3, entry: BELOW });
      await addTested(stage.db, kita, { ...of, count: 7, entry: AVERAGE });
    }
  }
}, 60_000);
afterAll(() => stage.close());
afterEach(() => stage.app.clock.standAt(null));

const clear = async (): Promise<void> => {
  await stage.db.query(`set session_replication_role = replica;
    delete from publication_freezes; delete from publication_cells; delete from publications; delete from publication_schemes;
    delete from pgboss.job; set session_replication_role = origin`);
};

const ask = (more: Json = {}): Promise<Answer<PublicationDto>> =>
  stage.as('coordinator').post<PublicationDto>(PATH, {
    ...{ municipalityId: stage.city.municipalityId, schoolYear: year },
    ...(more as object),
  });
const look = async (id: string): Promise<PublicationDetailDto> =>
  (await stage.as('coordinator').get<PublicationDetailDto>(`${PATH}/${id}`)).json;
const publish = ({ id, version }: { id: string; version: number }): Promise<Answer<PublicationDto>> =>
  stage.as('coordinator').send<PublicationDto>('POST', `${PATH}/${id}/publish`, { version });
const cellsOf = (id: string, query = ''): Promise<Answer<PublishedCellListDto>> =>
  stage.as('coordinator').get<PublishedCellListDto>(`${PATH}/${id}/cells?${query}`);
const periods = async (): Promise<PublicationPeriodListDto['items']> =>
  (
    await stage
      .as('programmeLead')
      .get<PublicationPeriodListDto>(`${PATH}/periods?municipalityId=${stage.city.municipalityId}`)
  ).json.items;
const wholeYear = async (): Promise<unknown> =>
  (await periods()).find(({ schoolYear, half }) => schoolYear === year && half === null);
const refusal = ({ status, json }: Answer<unknown>): unknown[] => [status, (json as { code: string }).code];

/** Has the jobs done until the publication is at its end. @param at the worker's clock */
async function worked(id: string, at: string | null = null): Promise<PublicationDetailDto> {
  const worker: TestApp = await startApp(stage.database.runtime, { jobs: true });
  worker.hush();
  worker.clock.standAt(at);
  try {
    let publication = await look(id);
    while (publication.state === 'waiting' || publication.state === 'running') {
      await sleep(100);
      publication = await look(id);
    }
    return publication;
  } finally {
    await worker.close();
  }
}

const prepared = async (more: Json = {}): Promise<PublicationDetailDto> => worked((await ask(more)).json.id);

describe('a period', () => {
  beforeAll(clear);

  test('can be prepared when its last day is over in Berlin', async () => {
    const end = `${year + 1}-07-31`;
    stage.app.clock.standAt(`${end}T21:30:00Z`);
    const early = await ask();
    expect(refusal(early)).toEqual([409, 'period_open']);
    expect((early.json as unknown as { title: string }).title).toContain(`31.07.${year + 1}`);
    expect(await wholeYear()).toMatchObject({
      ...{ state: 'open', mayPrepare: false, readyOn: `${year + 1}-08-01`, to: end },
    });
    stage.app.clock.standAt(`${end}T22:30:00Z`);
    expect((await ask()).status).toBe(201);
    await clear();
  });

  test('without any results is not published, and says so', async () => {
    const then = `${year}-09-01T10:00:00Z`;
    stage.app.clock.standAt(then);
    const { json } = await ask({ schoolYear: year - 1 });
    const { state, failure, failureText, summary } = await worked(json.id, then);
    expect([state, failure, summary]).toEqual(['failed', 'no_children', null]);
    expect(failureText).toContain('nichts zu veröffentlichen');
    const [period] = (await periods()).filter(({ schoolYear }) => schoolYear === year - 1);
    expect(period).toMatchObject({ state: 'failed', mayPrepare: true });
  });

  test('is asked for once, and not by two at the same time', async () => {
    const id = randomUUID();
    expect([(await ask({ id })).status, (await ask({ id })).status]).toEqual([201, 200]);
    expect(refusal(await ask({ id, half: 1 }))).toEqual([422, 'id_reused']);
    expect(refusal(await ask())).toEqual([409, 'publication_under_way']);
    const both = await Promise.all([ask({ half: 1 }), ask({ half: 1 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await periods()).find(({ schoolYear, half }) => schoolYear === year && half === 1)).toMatchObject(
      {
        ...{ state: 'under_way', mayPrepare: false },
      },
    );
    await clear();
  });

  test('is the city’s own: another one looks like none', async () => {
    const { json } = await ask();
    const foreign = stage.as('distantCoordinator');
    expect((await foreign.get(`${PATH}/${json.id}`)).status).toBe(404);
    expect((await foreign.get(`${PATH}/${json.id}/cells`)).status).toBe(404);
    expect(
      (await foreign.post(PATH, { municipalityId: stage.city.municipalityId, schoolYear: year })).status,
    ).toBe(404);
    expect((await stage.as('lead').get(`${PATH}/${json.id}`)).status).toBe(403);
    await clear();
  });
});

let publication: PublicationDetailDto;

describe('prepared', () => {
  beforeAll(async () => {
    await clear();
    publication = await prepared();
  });

  test('it tells how much will be shown, and not one number of children', async () => {
    const { state, summary, items, label } = publication;
    expect([state, label]).toEqual(['prepared', LABEL]);
    expect(items).toEqual([expect.objectContaining({ code: 'SWS', title: 'Standweitsprung' })]);
    expect(summary!.cells).toBe(summary!.rounded + summary!.upTo7 + summary!.hidden);
    expect(summary!.regions.map(({ districts, merged }) => [districts, merged])).toEqual(
      stage.city.districtIds.map((id) => [[id], false]),
    );
    expect(Object.keys(summary!)).not.toContain('children');
    expect(refusal(await cellsOf(publication.id))).toEqual([409, 'not_published']);
    expect(
      (await stage.as('coordinator').get(`/api/exports/motor-skills.csv?publicationId=${publication.id}`))
        .status,
    ).toBe(409);
  });

  test('it is not published without saying which version was looked at', async () => {
    expect((await stage.as('coordinator').post(`${PATH}/${publication.id}/publish`, undefined)).status).toBe(
      428,
    );
  });

  test('it is out of date a day later', async () => {
    stage.app.clock.standAt(new Date(Date.parse(publication.preparedAt!) + 25 * 3_600_000).toISOString());
    expect(refusal(await publish(publication))).toEqual([409, 'preparation_out_of_date']);
  });

  test.each([
    [
      'a result is corrected',
      `update scores set performance_percentile = performance_percentile + 1`,
      `update scores set performance_percentile = performance_percentile - 1`,
    ],
    [
      'a test day is opened again',
      `update test_days set state = 'planned', closed_at = null`,
      `update test_days set state = 'closed', closed_at = now()`,
    ],
    [
      'a house moves to another district',
      `update institution_districts p set district_id = d.id, first_day = '2000-01-01'
       from districts d join institutions i on i.municipality_id = d.municipality_id where i.id = p.institution_id and d.id <> p.district_id`,
      `update institution_districts p set district_id = i.district_id, first_day = '-infinity' from institutions i where i.id = p.institution_id`,
    ],
  ])('it is out of date when %s', async (_, change, back) => {
    await stage.db.query(change);
    try {
      expect(refusal(await publish(publication))).toEqual([409, 'preparation_out_of_date']);
    } finally {
      await stage.db.query(back);
    }
  });

  test('it makes room for the next one', async () => {
    const { json } = await ask();
    expect((await stage.as('coordinator').get(`${PATH}/${publication.id}`)).status).toBe(404);
    publication = await worked(json.id);
    expect(publication.state).toBe('prepared');
  });

  test('it is published once, by whoever comes first', async () => {
    const both = await Promise.all([publish(publication), publish(publication)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await look(publication.id)).toMatchObject({ state: 'published', revision: 1, latest: true });
    const { id: actor } = stage.city.people.coordinator;
    expect(await stage.trail('publication.publish')).toEqual([
      { object_id: publication.id, actor_id: actor, fields: [] },
    ]);
    expect(refusal(await publish(await look(publication.id)))).toEqual([409, 'published_already']);
    const { version } = await look(publication.id);
    const gone = await stage.as('coordinator').send('DELETE', `${PATH}/${publication.id}`, { version });
    expect(refusal(gone)).toEqual([409, 'published_already']);
  });
});

describe('published', () => {
  let id: string;
  beforeAll(() => {
    ({ id } = publication);
  });

  const ALL = 'place=all&kind=all&sex=all&ageBand=all';
  const numbers = async (query: string): Promise<(number | string | null)[][]> =>
    (await cellsOf(id, query)).json.items.map(({ outcome, state, count, share }) => [
      ...[outcome, count ?? state, share],
    ]);

  test('the cells are the town’s, rounded', async () => {
    expect(await numbers(`block=tested&scheme=region&${ALL}`)).toEqual([[null, 120, null]]);
    expect(await numbers(`block=results&scheme=region&wave=entry&${ALL}`)).toEqual([
      [null, 120, null],
      ['below', 40, 33],
      ['not_below', 80, 67],
    ]);
    const [first, second] = stage.city.districtIds;
    const girls = 'kind=all&sex=female&ageBand=all&outcome=below';
    expect(await numbers(`block=results&scheme=region&wave=entry&place=${first}&${girls}`)).toEqual([
      ['below', 10, 33],
    ]);
    expect(await numbers(`block=results&scheme=region&wave=entry&place=${second}&${girls}`)).toEqual([
      ['below', 10, 33],
    ]);
    expect(await numbers(`block=paired&scheme=region&${ALL}`)).toEqual(
      expect.arrayContaining([
        [null, 60, null],
        ['up', 25, 42],
        ['same', 35, 58],
        ['down', 'up_to_7', null],
        ['lost', 60, null],
      ]),
    );
    const [pairs] = (await cellsOf(id, `block=paired&scheme=region&outcome=all&${ALL}`)).json.items;
    expect(pairs).toMatchObject({ meanDelta: 0.2, meanLow: 0.1, meanHigh: 0.3 });
  });

  test('a query chooses among them and cannot ask for more', async () => {
    const all = await everyCell(id);
    const { json } = await cellsOf(id, 'block=results&sex=male&limit=1000');
    expect(json.items).toEqual(all.filter(({ block, sex }) => block === 'results' && sex === 'male'));
    expect(json.label).toBe(LABEL);
    expect((await cellsOf(id, 'item=all')).json.items).toEqual(all.filter(({ item }) => item === null));
    for (const [query, status, field] of [
      ['item=R6', 422, 'item'],
      [`place=${randomUUID()}`, 422, 'place'],
      [`protocolId=${randomUUID()}`, 422, 'protocolId'],
      ['sex=diverse', 400, 'sex'],
      ['ageBand=5-6', 400, 'ageBand'],
      ['sex=male&sex=female', 400, 'sex'],
      ['house=1', 400, 'house'],
    ] as const) {
      const answer = await cellsOf(id, query);
      expect([query, answer.status, (answer.json as unknown as { field: string }).field]).toEqual([
        query,
        status,
        field,
      ]);
    }
  });

  test('a file has the same cells, and says how to read them', async () => {
    const all = await everyCell(id);
    const file = `/api/exports/motor-skills`;
    const machine = await stage.as('coordinator').get(`${file}.csv?publicationId=${id}&form=machine`);
    const [head, ...lines] = machine.text.trimEnd().split('\n');
    const column = (name: string): string[] => {
      const at = head!.split(',').indexOf(name);
      return lines.map((line) => line.split(',')[at]!);
    };
    expect(column('count')).toEqual(all.map(({ count }) => String(count ?? '')));
    expect(column('shown')).toEqual(all.map((cell) => shown(cell)));
    expect(column('sex')).toEqual(all.map(({ sex }) => sex ?? 'all'));
    const people = await stage.as('coordinator').get(`${file}.csv?publicationId=${id}&block=tested&kind=all`);
    expect(people.text.split('\r\n')[1]).toContain(LABEL);
    const { bytes } = await stage.as('coordinator').get(`${file}.xlsx?publicationId=${id}&sex=female`);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]!.rows).toHaveLength(1 + all.filter(({ sex }) => sex === 'female').length);
    expect(sheets[1]!.rows).toEqual(
      expect.arrayContaining([
        ['Rundung', LABEL],
        ['Geschlecht', 'weiblich'],
      ]),
    );
    expect(refusal(await stage.as('coordinator').get(`${file}.csv?publicationId=${id}&item=R6`))[0]).toBe(
      422,
    );
  });

  test('the year is cut in one way only', async () => {
    expect(refusal(await ask({ half: 1 }))).toEqual([409, 'other_cut']);
    const ofYear = (await periods()).filter(({ schoolYear }) => schoolYear === year);
    expect(ofYear.map(({ half, state, mayPrepare }) => [half, state, mayPrepare])).toEqual([
      [null, 'published', false],
      [1, 'other_cut', false],
      [2, 'other_cut', false],
    ]);
  });

  test('what is erased afterwards changes nothing of it', async () => {
    const before = await everyCell(id);
    const [child] = await rowsOf<{ id: string }>(stage.db, 'select child_id as id from assessments limit 1');
    await stage.db.query('delete from assessments where child_id = $1', [child!.id]);
    expect(await everyCell(id)).toEqual(before);
  });

  test('a revision waits for the next calendar year; then both can be read', async () => {
    await stage.db.query(`set session_replication_role = replica;
      update publications set published_at = '${year + 1}-09-01T10:00:00Z' where id = '${id}'; set session_replication_role = origin`);
    const before = await everyCell(id);
    stage.app.clock.standAt(`${year + 1}-12-31T22:30:00Z`);
    expect(refusal(await ask())).toEqual([409, 'revision_too_early']);
    expect(await wholeYear()).toMatchObject({ mayPrepare: false, readyOn: `${year + 2}-01-01` });
    const later = `${year + 1}-12-31T23:30:00Z`;
    stage.app.clock.standAt(later);
    const { json, status } = await ask();
    expect(status).toBe(201);
    const next = await worked(json.id, later);
    expect((await publish(next)).json).toMatchObject({ revision: 2, latest: true });
    expect(await look(id)).toMatchObject({ revision: 1, latest: false });
    expect(await everyCell(id)).toEqual(before);
    expect((await everyCell(next.id)).length).toBeGreaterThan(0);
  });

  test('nothing is prepared any more once the results are erased', async () => {
    stage.app.clock.standAt(`${year + 2}-07-31T22:30:00Z`);
    const answer = await ask();
    expect(refusal(answer)).toEqual([409, 'results_erased']);
    expect((answer.json as unknown as { title: string }).title).toContain(`31.07.${year + 2}`);
    expect(await wholeYear()).toMatchObject({ state: 'published', mayPrepare: false, readyOn: null });
    const before = (await periods()).find(({ schoolYear, half }) => schoolYear === year - 1 && half === null);
    expect(before).toMatchObject({ state: 'erased', mayPrepare: false, readyOn: null });
  });
});

describe('when something goes wrong', () => {
  beforeAll(clear);
  afterEach(clear);

  test('of a year and its half, prepared both, the one published first decides', async () => {
    const whole = await prepared();
    const half = await prepared({ half: 1 });
    const both = await Promise.all([publish(whole), publish(half)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const other = both.find(({ status }) => status === 409)!;
    expect(refusal(other)).toEqual([409, 'other_cut']);
    expect(await rowsOf(stage.db, `select from publications where state = 'published'`)).toHaveLength(1);
  });

  test('a killed preparation begins anew, with nothing of it stored', async () => {
    const { id } = (await ask()).json;
    await stage.db.query(
      `update publications set state = 'running', tries = 1, step = 'audit', steps_total = 9, steps_done = 4`,
    );
    expect(await stage.count('publication_cells')).toBe(0);
    expect(await worked(id)).toMatchObject({ state: 'prepared', step: null });
    const [double] = await rowsOf(
      stage.db,
      'select from publication_cells group by position having count(*) > 1',
    );
    expect(double).toBeUndefined();
  });

  test('the program is killed (-9) while it prepares: half a minute later another one does it', async () => {
    const { id } = (await ask()).json;
    // Nobody can count meanwhile, so that the preparation is under way for as long as this takes.
    await stage.db.query('begin; lock table assessments in access exclusive mode');
    const env = { PORT: String(await freePort()), DATABASE_URL: urlOf(stage.database.runtime) };
    const { kill } = run({ env });
    while ((await look(id)).state !== 'running') await sleep(50);
    await kill();
    await stage.db.query('rollback');
    const [job] = await rowsOf<{ state: string; held: number }>(
      stage.db,
      `select state, extract(epoch from started_on + expire_in - now())::float8 as held from pgboss.job where id = $1`,
      [id],
    );
    expect(job!.state).toBe('active');
    expect(job!.held).toBeLessThanOrEqual(30);
    await stage.db.query(
      `update pgboss.job set started_on = started_on - interval '31 seconds', retry_delay = 0 where id = $1`,
      [id],
    );
    expect(await worked(id)).toMatchObject({ state: 'prepared', failure: null });
  });

  test('it does not begin for ever', async () => {
    const { id } = (await ask()).json;
    await stage.db.query(`update publications set state = 'running', tries = 3`);
    expect(await worked(id)).toMatchObject({ state: 'failed', failure: 'interrupted' });
  });

  test('thrown away while it is waited for, it is not made', async () => {
    const { id, version } = (await ask()).json;
    expect((await stage.as('coordinator').send('DELETE', `${PATH}/${id}`, { version })).status).toBe(204);
    const next = (await ask()).json;
    expect(await worked(next.id)).toMatchObject({ state: 'prepared' });
    expect((await stage.as('coordinator').get(`${PATH}/${id}`)).status).toBe(404);
  });
});

function shown({ state, count }: PublishedCellDto): string {
  if (state === 'rounded') return String(count);
  return state === 'up_to_7' ? '≤ 7' : '.';
}

/** Page by page. */
async function everyCell(id: string): Promise<PublishedCellDto[]> {
  const cells: PublishedCellDto[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { json }: Answer<PublishedCellListDto> = await cellsOf(id, `limit=400${next && `&cursor=${next}`}`);
    cells.push(...json.items);
    ({ next } = json);
  }
  return cells;
}
