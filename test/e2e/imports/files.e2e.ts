import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Desk, fixture, kitas } from './support.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk.close());

describe('the same table, however it was saved', () => {
  test.each([
    ['utf8.csv', 'utf-8', ';'],
    ['utf8-bom.csv', 'utf-8', ';'],
    ['windows-1252.csv', 'windows-1252', ';'],
    ['utf16le.csv', 'utf-16le', ';'],
    ['utf16be.csv', 'utf-16be', ';'],
    ['lf.csv', 'utf-8', ';'],
    ['cr-only.csv', 'utf-8', ';'],
    ['comma.csv', 'utf-8', ','],
    ['tab.csv', 'utf-8', '\t'],
    ['sep-line.csv', 'utf-8', ';'],
  ])('%s', async (file, encoding, delimiter) => {
    const { status, json } = await desk.upload(fixture(file), { query: { fileName: file } });
    expect(status).toBe(201);
    expect(json).toMatchObject({ kind: 'institutions', state: 'ready', fileName: file, encoding, delimiter });
    expect(json).toMatchObject({ rowCount: 2, totals: { new: 2, changed: 0, unchanged: 0, wrong: 0 } });
    expect(json.columns.map(({ field }) => field)).toEqual([
      'shortCode',
      'name',
      'kind',
      'districtId',
      'providerKind',
      'providerName',
      'street',
      'places',
    ]);
    expect(json.columns[1]).toEqual({
      header: 'Einrichtung',
      field: 'name',
      samples: ['Kita Sonnenblümchen', 'Kita Größenwahn – „Löwe“'],
    });
    const rows = await desk.rows(json.id);
    expect(rows.map(({ number, title }) => [number, title])).toEqual([
      [2, 'Kita Sonnenblümchen'],
      [3, 'Kita Größenwahn – „Löwe“'],
    ]);
  });
});

describe('a file that cannot be read is refused by a sentence', () => {
  test.each([
    ['empty.csv', 'file_empty', /leer/],
    ['blank.csv', 'file_empty', /leer/],
    ['header-only.csv', 'file_without_rows', /nur eine Kopfzeile/],
    ['duplicate-columns.csv', 'duplicate_columns', /„einrichtung“/],
    ['open-quote.csv', 'file_unreadable', /Anführungszeichen/],
    ['utf16-odd.csv', 'file_unreadable', /nicht als Text/],
    ['not-text.csv', 'file_unreadable', /nicht als Text/],
    ['workbook.xlsx', 'file_unreadable', /Excel-Datei/],
  ])('%s', async (file, code, title) => {
    const before = await desk.count('imports');
    const { status, json } = await desk.upload(fixture(file));
    expect(status).toBe(422);
    expect(json).toMatchObject({ code, title: expect.stringMatching(title) });
    expect(await desk.count('imports')).toBe(before);
  });

  test('5,001 rows and 200,000 rows', async () => {
    const row = '\nK;K;Kita;S;AWO';
    for (const rows of [5001, 200_000]) {
      const file = `Kurzzeichen;Einrichtung;Art;Stadtbezirk;Träger${row.repeat(rows)}`;
      const { status, json } = await desk.upload(file);
      expect(status).toBe(422);
      expect(json).toMatchObject({ code: 'too_many_rows', title: expect.stringContaining('5.000 Zeilen') });
    }
  });

  test('5 million line ends, 2 million columns, one endless cell', async () => {
    const files = ['a'.padEnd(5_000_000, '\n'), ';'.repeat(2_000_000), `a\n${'b'.repeat(4_000_000)}`];
    for (const file of files) expect((await desk.upload(file)).status).toBe(422);
  });

  test('more than 5 MB', async () => {
    const { status, json } = await desk.upload(Buffer.alloc(5 * 1_048_576 + 1, 'a'));
    expect(status).toBe(413);
    expect(json).toMatchObject({ code: 'too_large', title: expect.stringContaining('5 MB') });
  });
});

describe('the content type', () => {
  test('octet-stream is taken, JSON and no body are not', async () => {
    expect((await desk.upload(fixture('utf8.csv'), { type: 'application/octet-stream' })).status).toBe(201);
    expect((await desk.upload(fixture('utf8.csv'), { type: 'text/csv; charset=utf-8' })).status).toBe(201);
    expect((await desk.upload('{}', { type: 'application/json' })).status).toBe(415);
    expect((await desk.upload(fixture('utf8.csv'), { type: 'text/plain' })).status).toBe(415);
    const path = `/api/imports/institutions?municipalityId=${desk.city.municipalityId}`;
    expect((await desk.as('coordinator').post(path)).status).toBe(415);
  });

  test('a file sent anywhere else stays 415', async () => {
    for (const type of ['text/csv', 'application/octet-stream']) {
      for (const path of ['/api/institutions', '/api/session', '/api/groups']) {
        const answer = await desk
          .as('coordinator')
          .send('POST', path, { raw: 'a;b', headers: { 'content-type': type } });
        expect(answer.status).toBe(415);
      }
    }
  });

  test('a page of another origin cannot send one', async () => {
    const answer = await desk
      .as('coordinator')
      .send('POST', `/api/imports/institutions?municipalityId=${desk.city.municipalityId}`, {
        raw: fixture('utf8.csv'),
        headers: { 'content-type': 'text/csv', origin: 'https://elsewhere.example' },
      });
    expect(answer.status).toBe(403);
  });
});

describe('columns', () => {
  test('of a file with other words can be assigned by hand, and are remembered for the next one', async () => {
    const file = 'Haus;Wo;Was;Wer;Code\nKita Hand;Süden;Kita;AWO;H1';
    const first = (await desk.upload(file)).json;
    expect(first.columns.map(({ field }) => field)).toEqual([null, null, null, null, null]);
    expect(first.missingFields).toEqual(['name', 'kind', 'districtId', 'providerKind']);
    expect(first.totals.wrong).toBe(1);

    const fields = ['name', 'districtId', 'kind', 'providerKind', 'shortCode'];
    const path = `/api/imports/${first.id}/mapping`;
    const answer = await desk.as('coordinator').put(path, { fields }, first.version);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ totals: { new: 1, wrong: 0 }, missingFields: [], version: 2 });
    expect((await desk.as('coordinator').put(path, { fields }, first.version)).status).toBe(412);
    expect((await desk.as('coordinator').put(path, { fields })).status).toBe(428);

    const next = (await desk.upload(file.replace('Hand', 'Zwei').replace('H1', 'H2'))).json;
    expect(next.columns.map(({ field }) => field)).toEqual(fields);
    const administrators = (await desk.upload(file, { by: 'administrator' })).json;
    expect(administrators.columns.map(({ field }) => field)).toEqual(fields);
    const elsewhere = await desk.upload(file, {
      by: 'distantCoordinator',
      query: { municipalityId: desk.city.distantMunicipalityId },
    });
    expect(elsewhere.json.columns.map(({ field }) => field)).toEqual([null, null, null, null, null]);
  });

  test.each([
    ['too few', ['name']],
    ['an unknown field', ['name', null, null, null, null, null, 'archivedAt']],
    ['one twice', ['name', 'name', null, null, null, null, null]],
    ['no list', 'name'],
    ['an object in it', [{ a: 1 }, null, null, null, null, null, null]],
  ])('are refused: %s', async (_, fields) => {
    const { id, version } = (await desk.upload(kitas({ code: 'Z1', name: 'Kita Z' }))).json;
    const answer = await desk.as('coordinator').put(`/api/imports/${id}/mapping`, { fields }, version);
    expect(answer.status).toBe(422);
  });

  test('"Träger" is the kind of provider or its name, as the cells say', async () => {
    const head = 'Kurzzeichen;Einrichtung;Art;Stadtbezirk';
    const kind = (await desk.upload(`${head};Träger\nX1;Kita X;Kita;Süden;AWO`)).json;
    expect(kind.columns[4]!.field).toBe('providerKind');
    const name = (await desk.upload(`${head};Träger\nX1;Kita X;Kita;Süden;AWO Unterbezirk Ruhr`)).json;
    expect(name.columns[4]!.field).toBe('providerName');
    const both = (await desk.upload(`${head};Träger;Träger (Art)\nX1;Kita X;Kita;Süden;AWO;AWO`)).json;
    expect(both.columns.slice(4).map(({ field }) => field)).toEqual(['providerName', 'providerKind']);
  });

  test('left empty at the right, and rows left empty, do not count', async () => {
    const { json } = await desk.upload(fixture('trailing-empties.csv'));
    expect(json).toMatchObject({ rowCount: 2, totals: { new: 2 } });
    expect(json.columns).toHaveLength(5);
    expect((await desk.rows(json.id)).map(({ number }) => number)).toEqual([2, 6]);
    const touched = `${kitas({ code: 'LZ', name: 'Kita Letzte Zeile' })}${'\r\n;;;;;;'.repeat(200_000)}`;
    expect((await desk.upload(touched)).json.rowCount).toBe(1);
  });
});

describe('the template', () => {
  test.each(['institutions', 'groups'] as const)(
    'of %s is read back with every column known',
    async (kind) => {
      const answer = await desk.as('coordinator').get(`/api/imports/${kind}/template.csv`);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="vorlage-.*\.csv"$/);
      expect(answer.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(answer.text).toMatch(/\r\n$/);

      const { json } = await desk.upload(answer.bytes, { kind });
      expect(json.columns.map(({ field }) => field)).toEqual(json.fields.map(({ name }) => name));
      // The invented district and house are all that is wrong with the example.
      const [row] = await desk.rows(json.id);
      expect(row!.errors.map(({ field }) => field)).toEqual([kind === 'groups' ? 'shortCode' : 'districtId']);
    },
  );
});

describe('the wrong rows as a file to mend', () => {
  test('hold the own columns and what to change; mended, they are read in like the first file', async () => {
    const file = `Haus;Wo;Was;Wer;Code;Rufnummer
Kita Gut;Süden;Kita;AWO;W1;
"Kita ""Mangel""; Haus 2";Norden;Kita;AWO;W2;+49 2323 1
Kita Rest;Süden;Kitta;AWO;W3;`;
    const draft = (await desk.upload(file)).json;
    const fields = ['name', 'districtId', 'kind', 'providerKind', 'shortCode', 'phone'];
    await desk.as('coordinator').put(`/api/imports/${draft.id}/mapping`, { fields }, draft.version);

    const answer = await desk.as('coordinator').get(`/api/imports/${draft.id}/wrong-rows.csv`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="bitte-verbessern.csv"');
    expect(answer.text.replace('\uFEFF', '').split('\r\n')).toEqual([
      'Zeile in der Datei;Bitte ändern;Haus;Wo;Was;Wer;Code;Rufnummer',
      `3;Stadtbezirk: Diesen gibt es in der Kommune nicht. Bekannt sind: Ölmühle, Süden.;"Kita ""Mangel""; Haus 2";Norden;Kita;AWO;W2;'+49 2323 1`,
      '4;Art: bitte Kita oder Schule angeben.;Kita Rest;Süden;Kitta;AWO;W3;',
      '',
    ]);
    const mended = answer.text.replace('Norden', 'Süden').replace('Kitta', 'Kita');
    const { json } = await desk.upload(mended);
    expect(json.columns.map(({ header, field }) => [header, field])).toEqual(
      ['Haus', 'Wo', 'Was', 'Wer', 'Code', 'Rufnummer'].map((header, i) => [header, fields[i]]),
    );
    expect(json.totals).toEqual({ new: 2, changed: 0, unchanged: 0, wrong: 0 });
    const [row] = await desk.rows(json.id);
    expect(row).toMatchObject({ number: 2, title: 'Kita "Mangel"; Haus 2' });
    expect(row!.changes).toContainEqual({ field: 'phone', old: null, new: '+49 2323 1' });
  });
});

test.each(['institutions', 'groups'] as const)('every column of %s has words', async (kind) => {
  const { json } = await desk
    .as('coordinator')
    .get<{ items: { header: string; hint: string }[] }>(`/api/imports/columns?kind=${kind}`);
  expect(json.items.length).toBeGreaterThan(5);
  for (const { header, hint } of json.items)
    expect([header, hint]).toEqual([header, expect.stringMatching(/.{8}/)]);
  expect((await desk.as('coordinator').get('/api/imports/columns')).status).toBe(400);
});
