import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {
  AnnualReportDetailDto,
  AnnualReportDto,
} from '../../../src/reporting/annual-report/annual-report.dto.js';
import type { CellDto, TableDto } from '../../../src/reporting/annual-report/content.dto.js';
import type {
  PublishedCellDto,
  PublishedCellListDto,
} from '../../../src/reporting/publication/cells/cell.dto.js';
import type { PublicationListDto } from '../../../src/reporting/publication/publication.dto.js';
import type { ReportDto } from '../../../src/reporting/reports/report.dto.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Answer, Json } from '../../support/client.js';
import { rowsOf } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { addTrainingRows } from '../../support/training-rows.js';

/* From asking for a yearly report to its file. The application that answers takes no jobs: another one makes the reports, when a test says so. */

const PATH = '/api/annual-reports';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  await addTrainingRows(stage.db, stage.city);
});
afterAll(() => stage.close());
beforeEach(() => stage.db.query('delete from annual_reports; delete from pgboss.job'));

const ask = (more: Json = {}): Promise<Answer<AnnualReportDto>> =>
  stage.as('coordinator').post<AnnualReportDto>(PATH, {
    ...{ municipalityId: stage.city.municipalityId, schoolYear: stage.city.schoolYear },
    ...(more as object),
  });

const look = async (id: string): Promise<AnnualReportDetailDto> =>
  (await stage.as('coordinator').get<AnnualReportDetailDto>(`${PATH}/${id}`)).json;

/** Has the jobs done until the report is at its end. */
async function made(id: string): Promise<AnnualReportDetailDto> {
  const worker: TestApp = await startApp(stage.database.runtime, { jobs: true });
  worker.hush();
  try {
    let report = await look(id);
    while (report.state === 'waiting' || report.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 100));
      report = await look(id);
    }
    return report;
  } finally {
    await worker.close();
  }
}

/** As a reader of PDF gives it back: spaces that do not break are spaces. */
const spaced = (words: string): string => words.replaceAll('\u00A0', ' ');

test('is counted once, and says the same numbers as the reports, on its page and in its file', async () => {
  const { status, json: asked } = await ask();
  expect([status, asked.state, asked.fileSize]).toEqual([201, 'waiting', null]);
  expect((await stage.as('coordinator').get(`${PATH}/${asked.id}/report.pdf`)).status).toBe(409);

  const report = await made(asked.id);
  expect(report).toMatchObject({ state: 'done', stepsDone: report.stepsTotal, step: null, isInterim: true });
  const { text, pages, info } = await fileOf(report.id);
  expect(info).toMatchObject({ Language: 'de-DE', Title: expect.stringContaining('Zwischenstand') });
  expect(pages).toBeGreaterThanOrEqual(8);
  expect(pages).toBeLessThanOrEqual(12);

  const tables = report.content!.chapters.flatMap(({ sections }) =>
    sections.flatMap(({ table }) => (table ? [table] : [])),
  );
  for (const code of ['reach', 'dose', 'adoption', 'fidelity', 'training', 'coaching', 'reporting-rate']) {
    const live = (await stage.as('coordinator').get<ReportDto>(`/api/reports/${code}`)).json;
    for (const { code: figure, numerator, denominator, value } of live.total.values) {
      const cell = cellOf(tables, figure);
      expect(cell.figure).toEqual({ code: figure, numerator, denominator, value });
      expect(text).toContain(spaced(cell.text));
      if (cell.base !== null) expect(text).toContain(spaced(cell.base));
    }
  }
  for (const { title } of report.content!.chapters) expect(text).toContain(title);
});

test('tells of motor skills what is published of the year, on its page and in its file', async () => {
  const nothing = await made((await ask()).json.id);
  expect(motorSkillsOf(nothing).join(' ')).toContain('ist keine Statistik');
  await publishJumps();
  const { id } = (await ask()).json;
  const report = await made(id);
  const told = motorSkillsOf(report).map(spaced);
  expect(told).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Getestet wurden rund 1\.235 Kinder.*2\. Fassung/),
      ...['Standweitsprung', '38 %', '450 von 1.200', '.'],
    ]),
  );
  expect(told).not.toContain('77 %');
  // The page "Motorik" shows these cells.
  const cells = await latestCells();
  expect(cells.map(({ count }) => count)).toEqual([1200, 450]);
  for (const { count, share } of cells) {
    expect(told.join()).toContain(count!.toLocaleString('de-DE'));
    if (share !== null) expect(told).toContain(`${share} %`);
  }
  const { text, pages } = await fileOf(id);
  for (const words of told) expect(text).toContain(words);
  expect(text).toContain('gerundet auf 5; Werte bis 7 nicht ausgewiesen');
  expect(pages).toBeLessThanOrEqual(12);
});

test('stays as it was counted, whatever is entered afterwards', async () => {
  const { id } = (await ask()).json;
  const before = await made(id);
  await stage.db.query('update activities set minutes = minutes + 100');
  expect((await look(id)).content).toEqual(before.content);
});

test('is asked for once only, and not twice at the same time', async () => {
  const id = randomUUID();
  expect([(await ask({ id })).status, (await ask({ id })).status]).toEqual([201, 200]);
  const other = await ask({ id, schoolYear: stage.city.schoolYear - 1 });
  expect([other.status, (other.json as unknown as { code: string }).code]).toEqual([422, 'id_reused']);
  const second = await ask();
  expect([second.status, (second.json as unknown as { code: string }).code]).toEqual([
    409,
    'report_under_way',
  ]);
  expect(await stage.trail('annual_report.create')).toContainEqual(
    expect.objectContaining({ object_id: id }),
  );
  expect(await jobs()).toBe(1);
});

test('of a year to come there is none', async () => {
  const { status, json } = await ask({ schoolYear: stage.city.schoolYear + 1 });
  expect([status, (json as unknown as { field: string }).field]).toEqual([422, 'schoolYear']);
});

describe('after a crash', () => {
  test('it is drawn from the figures that were kept, not counted again', async () => {
    const { id } = (await ask()).json;
    const { content } = await made(id);
    const kept = { ...content!, municipalityName: 'Gezählt vor dem Absturz' };
    await stage.db.query(
      `update annual_reports set state = 'running', file = null, finished_at = null, content = $1`,
      [JSON.stringify(kept)],
    );
    await stage.db.query(`update pgboss.job set state = 'retry', completed_on = null, start_after = now()`);
    const again = await made(id);
    expect(again.state).toBe('done');
    expect(Date.parse(again.dataAt!)).toBe(Date.parse(content!.dataAt));
    expect((await fileOf(id)).text).toContain('Gezählt vor dem Absturz');
  });

  test('it is not begun for ever', async () => {
    const { id } = (await ask()).json;
    await stage.db.query(`update annual_reports set state = 'running', tries = 3`);
    expect(await made(id)).toMatchObject({ state: 'failed', failure: 'interrupted', fileSize: null });
  });

  test('a mistake is told at the last try, and the next report may be asked for', async () => {
    const { id } = (await ask()).json;
    await stage.db.query('update annual_reports set tries = 2');
    await stage.db.query('alter table training_attendances rename to away');
    try {
      expect(await made(id)).toMatchObject({ state: 'failed', failure: 'internal', content: null });
    } finally {
      await stage.db.query('alter table away rename to training_attendances');
    }
    expect((await ask()).status).toBe(201);
  });
});

test('thrown away while it is waited for, it is not made', async () => {
  const { id, version } = (await ask()).json;
  const gone = await stage.as('coordinator').send('DELETE', `${PATH}/${id}`, { version });
  expect(gone.status).toBe(204);
  const next = (await ask()).json;
  expect(await made(next.id)).toMatchObject({ state: 'done' });
  expect((await stage.as('coordinator').get(`${PATH}/${id}`)).status).toBe(404);
});

/** Sentences and cells of the chapter. */
function motorSkillsOf({ content }: AnnualReportDetailDto): string[] {
  const { sections } = content!.chapters.find(({ code }) => code === 'motor_skills')!;
  const cells = sections.flatMap(({ table }) => table?.rows ?? []);
  return [
    ...sections.flatMap(({ paragraphs }) => paragraphs),
    ...cells.flatMap((row) => [row.title, ...row.cells.flatMap(({ text, base }) => [text, base ?? text])]),
  ];
}

/** What the programme publishes for its pages: all children, task by task. */
async function latestCells(): Promise<PublishedCellDto[]> {
  const coordinator = stage.as('coordinator');
  const { items } = (await coordinator.get<PublicationListDto>('/api/publications')).json;
  const id = items.find(({ latest }) => latest)!.id;
  const query = 'block=results&scheme=region&place=all';
  const path = `/api/publications/${id}/cells?${query}`;
  return (await coordinator.get<PublishedCellListDto>(path)).json.items;
}

/** Two revisions of a few published cells; the second one counts. */
async function publishJumps(): Promise<void> {
  const { municipalityId, schoolYear } = stage.city;
  await stage.db.query('insert into publication_schemes values ($1, $2, false)', [
    municipalityId,
    schoolYear,
  ]);
  for (const revision of [1, 2]) {
    const share = revision === 1 ? 77 : 38;
    await stage.db.query(
      `with publication as (
         insert into publications (id, municipality_id, school_year, revision, halves, state, summary, data_at, prepared_at, published_at)
         values (gen_random_uuid(), $1, $2, $3, false, 'published', '{}', now(), now(), now()) returning id)
       insert into publication_cells (publication_id, municipality_id, position, block, item_code, protocol_id, wave, scheme, place, outcome,
         state, reason, count, share)
       select p.id, $1, c.position, c.block, t.item_code, t.id, c.wave, c.scheme, c.place, c.outcome, c.state, c.reason, c.count, c.share
       from publication p cross join (values
         (1, 'tested', null, 'region', null, null, 'rounded', null, 1235, null),
         (2, 'results', 'entry', 'region', null, null, 'rounded', null, 1200, null),
         (3, 'results', 'entry', 'region', null, 'below', 'rounded', null, 450, $4::int),
         (4, 'results', 'entry', 'social_situation', 'low', null, 'rounded', null, 200, null),
         (5, 'results', 'entry', 'social_situation', 'low', 'below', 'hidden', 'too_small_nearby', null, null)
       ) as c (position, block, wave, scheme, place, outcome, state, reason, count, share)
         left join test_protocols t on t.item_code = 'SWS' and t.version = 1 and c.block = 'results'`,
      [municipalityId, schoolYear, revision, share],
    );
  }
}

/** The total of a figure, where the report shows it first. */
function cellOf(tables: TableDto[], code: string): CellDto {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const cell = cells.find(({ figure }) => figure?.code === code);
  if (!cell) throw new Error(`the report does not show ${code}`);
  return cell;
}

async function jobs(): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(stage.db, 'select count(*)::int as count from pgboss.job');
  return row!.count;
}

/** The file as a reader understands it; lines joined by one blank. */
async function fileOf(id: string) {
  const { bytes } = await stage.as('coordinator').get(`${PATH}/${id}/report.pdf`);
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  const found = {
    text: texts.join(' ').replace(/\s+/g, ' '),
    pages: document.numPages,
    info: (await document.getMetadata()).info,
  };
  await document.destroy();
  return found;
}
