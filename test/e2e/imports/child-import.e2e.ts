import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type {
  ChildFilePreviewDto,
  ChildFileResultDto,
} from '../../../src/imports/children/child-import.dto.js';
import type { Answer } from '../../support/client.js';
import { rowsOf } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';

/* Children from a file: only by the people of the house, and nothing of the file is kept. */

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.db.query(`update groups set name = 'Bären' where id = $1`, [stage.city.houses.kita.groupId]);
});
afterAll(() => stage.close());
beforeEach(() => stage.app.clock.standAt('2026-11-20T11:00:00Z'));

const HEAD = 'Code;Geburtsmonat;Geschlecht;Gruppe;Einwilligung vom';
const fileOf = (...lines: string[]): string => [HEAD, ...lines].join('\r\n');

function send<T>(path: string, raw: string, query = ''): Promise<Answer<T>> {
  const url = `/api/imports/children${path}?institutionId=${stage.city.houses.kita.id}${query}`;
  return stage.as('educator').send<T>('POST', url, { raw, headers: { 'content-type': 'text/csv' } });
}
const preview = (file: string): Promise<Answer<ChildFilePreviewDto>> => send('/preview', file);
const write = (file: string, query = ''): Promise<Answer<ChildFileResultDto & { code: string }>> =>
  send('', file, query);

const GOOD = fileOf(
  'CCCC3;05.2021;w;Bären;01.09.2026',
  'cccc-4;2020-02;Junge;bären;',
  'CCCC6;Mai 2021;divers;Bären;2026-09-03',
  'CCCC7;;;Bären;',
);

const stored = (): Promise<object[]> =>
  rowsOf(
    stage.db,
    `select c.code, to_char(c.birth_month, 'YYYY-MM') as month, c.sex, k.given_on::text as consent from children c
       left join consents k on k.child_id = c.id where c.code like 'CCCC%' order by c.code`,
  );

test('a file is shown first, then written, and once more changes nothing', async () => {
  const looked = await preview(GOOD);
  expect(looked.json.rows.map(({ status, code }) => [status, code])).toEqual([
    ['new', 'CCCC3'],
    ['new', 'CCCC4'],
    ['new', 'CCCC6'],
    ['new', 'CCCC7'],
  ]);
  expect(await stored()).toEqual([]);
  const { digest } = looked.json;
  expect((await write(GOOD, `&digest=${digest}`)).json).toEqual({
    created: 4,
    changed: 0,
    unchanged: 0,
    skipped: 0,
  });
  expect(await stored()).toEqual([
    { code: 'CCCC3', month: '2021-05', sex: 'female', consent: '2026-09-01' },
    { code: 'CCCC4', month: '2020-02', sex: 'male', consent: null },
    { code: 'CCCC6', month: '2021-05', sex: 'diverse', consent: '2026-09-03' },
    { code: 'CCCC7', month: null, sex: null, consent: null },
  ]);
  const before = await stage.count('audit_events');
  expect((await write(GOOD)).json).toEqual({ created: 0, changed: 0, unchanged: 4, skipped: 0 });
  expect(await stage.count('audit_events')).toBe(before);
  const late = await write(GOOD, `&digest=${digest}`);
  expect([late.status, late.json.code]).toEqual([409, 'preview_outdated']);
});

test('a later file fills in what was missing', async () => {
  const more = fileOf('CCCC7;03.2021;o;;20.11.2026');
  const [row] = (await preview(more)).json.rows;
  expect(row).toMatchObject({ status: 'changed', code: 'CCCC7' });
  expect((await write(more)).json).toMatchObject({ created: 0, changed: 1 });
  expect((await stored()).at(-1)).toEqual({
    ...{ code: 'CCCC7', month: '2021-03', sex: 'unspecified', consent: '2026-11-20' },
  });
});

test('every wrong cell is named, nothing is written unless the good rows are wanted, and wrong rows come back as a file', async () => {
  const file = fileOf(
    'CCCC9;05.2021;w;Bären;',
    'CIO01;05.2021;w;Bären;',
    'CCCCD;03.05.2021;w;Bären;',
    'CCCCF;05.2021;x?;Bären;',
    'CCCCG;05.2021;w;Wölfe;',
    'CCCCH;05.2021;w;Bären;21.11.2026',
    'CCCCJ;05.2021;w;;',
    'CCCCK;05.2021;w;Bären;',
    'CCCCK;05.2021;m;Bären;',
    'CCCC3;05.2021;w;Bären;02.09.2026',
  );
  const { rows } = (await preview(file)).json;
  expect(rows.flatMap(({ number, errors }) => errors.map(({ column }) => [number, column]))).toEqual([
    [3, 'Code'],
    [4, 'Geburtsmonat'],
    [5, 'Geschlecht'],
    [6, 'Gruppe'],
    [7, 'Einwilligung vom'],
    [8, 'Gruppe'],
    [9, 'Code'],
    [10, 'Code'],
    [11, 'Einwilligung vom'],
  ]);
  const refused = await write(file);
  expect([refused.status, refused.json.code]).toEqual([409, 'rows_wrong']);
  expect(await stored()).toHaveLength(4);
  expect((await write(file, '&onlyGood=true')).json).toEqual({
    created: 1,
    changed: 0,
    unchanged: 0,
    skipped: 9,
  });
  const back = await send('/wrong-rows', file);
  expect(back.status).toBe(200);
  expect(back.text.split('\r\n')).toHaveLength(11);
  expect(back.text).toContain('Zeile in der Datei;Bitte ändern;Code');
});

test('a file with names is refused as a whole, and nothing of any file is kept', async () => {
  const named = await send('/preview', `Code;Vorname;Gruppe\r\nCCCCM;Mia;Bären`);
  expect([named.status, (named.json as { code: string }).code]).toEqual([422, 'names_in_file']);
  for (const table of ['imports', 'import_rows', 'import_changes']) expect(await stage.count(table)).toBe(0);
});
