import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { InstitutionListDto } from '../../src/institutions/institution.dto.js';
import type { PublishedCellListDto } from '../../src/reporting/publication/cells/cell.dto.js';
import type { PublicationDetailDto } from '../../src/reporting/publication/publication.dto.js';
import { Random } from '../../src/reporting/publication/random.js';
import { settleTown, testTown } from '../support/attacked-town.js';
import { CellAttacker, type Range } from '../support/cell-attacker.js';
import { cellOfAnswer, cellOfLine, differencesOf, machineLines } from '../support/cell-files.js';
import type { Answer } from '../support/client.js';
import { skipDailyJobs } from '../support/daily-jobs.js';
import { type Cell, type HouseType, indexGroup, listPeople, Truth } from '../support/published-people.js';
import { Stage } from '../support/stage.js';
import { unzipped } from '../support/unzipped.js';
import { count, LONG, say } from './figures.js';

/*
 * A coordinator who wants to know of single children. Asks the real interface everything that can be asked, takes every file, and
 * solves what all of it says together; what each cell is in truth is looked up only to judge. The same person must succeed where numbers under five are just hidden.
 */

const FILTERS = [
  ...['block', 'item', 'protocolId', 'wave', 'scheme', 'place', 'kind', 'sex', 'ageBand', 'outcome'],
] as (keyof Cell)[];
const LIMIT = 100;

let stage: Stage;
let year: number;
let first: Publication;
let houses: HouseType[];

interface Publication {
  id: string;
  cells: Cell[];
  truth: Truth;
}

beforeAll(async () => {
  stage = await Stage.open({ jobs: true });
  year = stage.city.schoolYear - 1;
  await stage.db.query(`update sessions set expires_at = '2099-01-01', idle_until = '2099-01-01'`);
  await skipDailyJobs(stage.db);
  const town = await settleTown(stage.db, stage.city, year);
  await testTown(stage.db, town, year);
  if (LONG) await testTown(stage.db, town, year + 1);
  houses = await knownHouses();
  stage.app.clock.standAt(`${year + 1}-09-01T10:00:00Z`);
  first = await publish(year);
}, 120_000);
afterAll(() => stage.close());

const ask = <T>(path: string): Promise<Answer<T>> => stage.as('coordinator').get<T>(path);

async function publish(schoolYear: number): Promise<Publication> {
  const { municipalityId } = stage.city;
  const { json } = await stage
    .as('coordinator')
    .post<PublicationDetailDto>('/api/publications', { municipalityId, schoolYear });
  let asked = json;
  while (asked.state === 'waiting' || asked.state === 'running') {
    await sleep(100);
    asked = (await ask<PublicationDetailDto>(`/api/publications/${json.id}`)).json;
  }
  const { id, version } = asked;
  const done = await stage
    .as('coordinator')
    .send<PublicationDetailDto>('POST', `/api/publications/${id}/publish`, { version });
  expect([asked.failure, done.status]).toEqual([null, 200]);
  const cells = await everyCell(id, schoolYear);
  const truth = new Truth(await listPeople(stage.db, schoolYear), cells);
  return { id, cells, truth };
}

async function everyCell(id: string, schoolYear: number): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (let next: string | null = ''; next !== null;) {
    const { json }: Answer<PublishedCellListDto> = await ask(
      `/api/publications/${id}/cells${next && `?cursor=${next}`}`,
    );
    cells.push(...json.items.map((cell) => ({ ...cell, year: schoolYear })));
    ({ next } = json);
  }
  return cells;
}

/** Which houses there are, and what they are, everybody may know. */
async function knownHouses(): Promise<HouseType[]> {
  const { json } = await ask<InstitutionListDto>('/api/institutions?limit=100');
  return json.items.map(({ kind, districtId, effectiveSocialSituation, socialIndex }) => ({
    ...{ kind, district: districtId, situation: effectiveSocialSituation ?? 'unknown' },
    index: indexGroup(kind, socialIndex),
  }));
}

/** As the label says: "gerundet auf 5; Werte bis 7 nicht ausgewiesen". */
function rounded({ state, count }: Cell): Range | null {
  if (state === 'hidden') return null;
  return state === 'up_to_7' ? { low: 0, high: 7 } : { low: Math.max(count! - 2, 8), high: count! + 2 };
}

const isSmall =
  (truth: Truth) =>
  (cell: Cell): boolean =>
    [1, 2, 3, 4].includes(truth.count(cell));

describe('whatever is asked', () => {
  test('every combination of parameters answers the same cells', async () => {
    const values = new Map(FILTERS.map((name) => [name, valuesOf(name)]));
    const every = [...pairs(values), ...subsets(values)];
    expect(every.length).toBeGreaterThan(1500);
    const queries = LONG ? every : every.filter((_, i) => i % 12 === 0);
    const wrong: object[] = [];
    for (const query of queries) {
      const search = new URLSearchParams({ ...query, limit: String(LIMIT) });
      const { status, json } = await ask<PublishedCellListDto>(
        `/api/publications/${first.id}/cells?${search.toString()}`,
      );
      const expected = first.cells.filter((cell) =>
        Object.entries(query).every(([name, value]) => (cell[name as keyof Cell] ?? 'all') === value),
      );
      const answered = status === 200 && json.items.map((cell) => JSON.stringify({ ...cell, year })).join();
      const isSame =
        answered ===
        expected
          .slice(0, LIMIT)
          .map((cell) => JSON.stringify(cell))
          .join();
      if (!isSame || (json.next === null) !== expected.length <= LIMIT) wrong.push(query);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('the files have these cells and say nothing more, in every form', async () => {
    const file = `/api/exports/motor-skills`;
    const csv = (await ask(`${file}.csv?publicationId=${first.id}&form=machine`)).text;
    const lines = machineLines(csv);
    expect(lines.map(cellOfLine)).toEqual(first.cells.map(cellOfAnswer));
    const people = await ask(`${file}.csv?publicationId=${first.id}`);
    const rows: string[][] = parse(people.text, { bom: true, delimiter: ';' });
    expect(differencesOf(lines, rows.slice(1))).toEqual([]);
    const { sheets } = await readXlsx((await ask(`${file}.xlsx?publicationId=${first.id}`)).bytes);
    expect(differencesOf(lines, sheets[0]!.rows.slice(1))).toEqual([]);
    const { bytes } = await ask(`/api/exports/package.zip?schoolYear=${year}`);
    expect(unzipped(bytes).get('motor_skills.csv')).toBe(csv);
  });

  test('shares say nothing that the rounded numbers do not', () => {
    const key = (cell: Cell): string =>
      JSON.stringify(FILTERS.map((name) => (name === 'outcome' ? null : cell[name])));
    const bases = new Map(
      first.cells.filter(({ outcome }) => outcome === null).map((cell) => [key(cell), cell.count]),
    );
    const shared = first.cells.filter(({ share }) => share !== null);
    expect(shared.length).toBeGreaterThan(50);
    for (const cell of shared)
      expect(cell.share).toBe(Math.round((cell.count! / bases.get(key(cell))!) * 100));
  });
});

describe('an attacker with all of it', () => {
  test('finds no number of one to four, and leaves each five values or more', async () => {
    const small = first.cells.filter(isSmall(first.truth));
    expect(small.length).toBeGreaterThan(100);
    const attacker = await CellAttacker.equip(first.cells, houses);
    expect(attacker.attack(small, rounded)).toEqual([]);
  }, 120_000);

  test('finds many where numbers under five are hidden and the others exact', async () => {
    const exactly = (cell: Cell): Range | null => {
      const count = first.truth.count(cell);
      return count > 0 && count < 5 ? null : { low: count, high: count };
    };
    const small = first.cells.filter(isSmall(first.truth));
    const found = (await CellAttacker.equip(first.cells, houses)).attack(small, exactly);
    expect(found.filter(([, { low, high }]) => low === high).length).toBeGreaterThan(20);
    for (const [cell, { low, high }] of found) {
      expect(low).toBeLessThanOrEqual(first.truth.count(cell));
      expect(high).toBeGreaterThanOrEqual(first.truth.count(cell));
    }
  }, 120_000);

  test('finds none with a revision beside it, and the next year', async () => {
    await changeSome();
    stage.app.clock.standAt(`${year + 2}-01-02T10:00:00Z`);
    const revision = await publish(year);
    stage.app.clock.standAt(`${year + 2}-09-01T10:00:00Z`);
    const others = LONG ? [await publish(year + 1)] : [];
    expect(await everyCell(first.id, year)).toEqual(first.cells);
    // What was true once and is no more misleads: the strongest attacker is spared of it.
    const still = first.cells.filter((cell) => {
      const [says, now] = [rounded(cell), revision.truth.count(cell)];
      return says !== null && now >= says.low && now <= says.high;
    });
    expect(still.length).toBeLessThan(first.cells.length);
    const published = [revision, ...others];
    const cells = [...published.flatMap((each) => each.cells), ...still];
    const small = published.flatMap(({ cells: own, truth }) => own.filter(isSmall(truth)));
    const found = (await CellAttacker.equip(cells, houses)).attack(small, rounded);
    say(
      'published statistics',
      `${count(small.length)} numbers of 1 to 4 in ${published.length + 1} publications, ${found.length} narrowed below five values`,
    );
    expect(found).toEqual([]);
  }, 300_000);
});

/** Some children's results of the year are corrected, those of some others erased. */
async function changeSome(): Promise<void> {
  const some = `from assessments a join children c on c.id = a.child_id
    where a.tested_on < make_date($1 + 1, 8, 1) and hashtext(c.code)`;
  await stage.db.query(
    `update scores set performance_percentile = 30, class = 2, z = -0.5
     where result_id in (select id from results where assessment_id in (select a.id ${some} % 40 = 0))`,
    [year],
  );
  await stage.db.query(`delete from assessments where id in (select a.id ${some} % 60 = 1)`, [year]);
}

/** What a parameter can be: by the description of the interface, and by what its answers name. */
function valuesOf(name: keyof Cell): string[] {
  const { paths } = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, { get: { parameters: { name: string; schema: { enum?: string[] } }[] } }>;
  };
  const parameter = paths['/api/publications/{id}/cells']!.get.parameters.find((each) => each.name === name);
  const named = new Set(first.cells.map((cell) => String(cell[name] ?? 'all')));
  if (name === 'protocolId') named.delete('all');
  return parameter!.schema.enum ?? [...named];
}

type Query = Record<string, string>;

/** Every value of a parameter with every value of every other. */
function pairs(values: ReadonlyMap<string, string[]>): Query[] {
  const single = [...values].flatMap(([name, all]) => all.map((value) => [name, value] as const));
  return single.flatMap(([a, x], i) =>
    single.slice(i).flatMap(([b, y]) => (a === b && x !== y ? [] : [{ [a]: x, [b]: y }])),
  );
}

/** Every choice of parameters, with values by chance: of one of the cells, so that there is something to answer. */
function subsets(values: ReadonlyMap<string, string[]>): Query[] {
  const random = new Random(3);
  return Array.from({ length: 2 ** values.size }, (_, chosen) => {
    const cell = first.cells[random.below(first.cells.length)]!;
    const names = FILTERS.filter(
      (name, i) => chosen & (1 << i) && (name !== 'protocolId' || cell.protocolId),
    );
    return Object.fromEntries(names.map((name) => [name, String(cell[name] ?? 'all')]));
  });
}
