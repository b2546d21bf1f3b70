import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { insertRow } from '../../support/rows.js';
import { randomUUID } from 'node:crypto';
import type { PreviewRowDto } from '../../../src/imports/import.dto.js';
import { Desk, fixture, kitas } from './support.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk.close());

const messages = ({ errors }: PreviewRowDto): string[] => errors.map(({ message }) => message);
const news = ({ changes }: PreviewRowDto): object =>
  Object.fromEntries(changes.map((change) => [change.field, change.new]));

describe('institutions', () => {
  test('values are understood in the ways people write them', async () => {
    const { json } = await desk.upload(fixture('mixed-values.csv'));
    const [one, two, three, four] = await desk.rows(json.id);
    expect(news(one!)).toEqual({
      shortCode: 'M1',
      name: 'Kita Eins',
      kind: 'kita',
      districtId: 'Ölmühle',
      providerKind: 'awo',
      latitude: 51.538,
      longitude: 7.226,
      familyCentre: true,
      plusKita: true,
      places: 75,
      socialSituation: 'high',
      socialSituationSource: 'Bericht',
      socialSituationYear: 2025,
    });
    expect(news(two!)).toMatchObject({
      districtId: 'Süden',
      providerKind: 'catholic',
      latitude: 51.5,
      familyCentre: false,
      plusKita: false,
      places: 75,
      socialSituation: 'low',
      socialSituationYear: 2025,
    });
    expect(news(three!)).toMatchObject({ providerKind: 'drk', familyCentre: true, plusKita: false });
    expect(four).toMatchObject({ number: 5, title: 'Kita Vier', status: 'wrong', changes: [] });
    expect(four!.errors).toEqual([
      {
        field: 'familyCentre',
        column: 'Familienzentrum',
        value: 'vielleicht',
        message: 'Familienzentrum: bitte ja oder nein angeben.',
      },
      {
        field: 'socialSituation',
        column: 'Soziale Lage',
        value: 'sehr',
        message: 'Soziale Lage: bitte niedrig, mittel oder hoch angeben.',
      },
      {
        field: 'latitude',
        column: 'Breitengrad',
        value: '1.234,5',
        message: 'Breitengrad: bitte eine Zahl von -90 bis 90 angeben.',
      },
      {
        field: 'places',
        column: 'Plätze',
        value: '1.000',
        message: 'Plätze: bitte eine ganze Zahl von 0 bis 5000 angeben.',
      },
    ]);
  });

  test('one wrong cell is named by row and column, and nothing is written', async () => {
    const before = await desk.count('institutions');
    const { json } = await desk.upload(fixture('row-37.csv'));
    expect(json.totals).toEqual({ new: 48, changed: 0, unchanged: 0, wrong: 1 });
    const { items } = await desk.preview(json.id, 'filter=wrong');
    expect(items).toEqual([
      expect.objectContaining({
        number: 37,
        status: 'wrong',
        errors: [expect.objectContaining({ field: 'places', column: 'Plätze', value: 'viele' })],
      }),
    ]);
    const answer = await desk.commit(json);
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({
      code: 'rows_wrong',
      title: expect.stringMatching(/^Eine Zeile ist/),
    });
    expect(await desk.count('institutions')).toBe(before);
    expect(await desk.count('imports', `id = $1 and state = 'ready'`, [json.id])).toBe(1);

    const good = await desk.commit(json, { onlyGood: true });
    expect(good.json.result).toEqual({ created: 48, changed: 0, unchanged: 0, skipped: 1 });
    expect(await desk.count('institutions')).toBe(before + 48);
    expect(await desk.count('institutions', `short_code = 'R37'`)).toBe(0);
  });

  test('formulas are text, are never evaluated, and refused where a field has a shape', async () => {
    const { json } = await desk.upload(fixture('formulas.csv'));
    const [first, second] = await desk.rows(json.id);
    expect(first).toMatchObject({ status: 'wrong', title: '=HYPERLINK("http://example.org")' });
    expect(first!.errors).toEqual([expect.objectContaining({ column: 'Plätze', value: '=SUM(A1:A9)' })]);
    expect(second!.errors).toEqual([expect.objectContaining({ column: 'Telefon', value: '-1' })]);
    expect(second!.title).toBe('=Kita');
  });

  test('whatever stands twice in the file is wrong in each place', async () => {
    const { json } = await desk.upload(fixture('inside-duplicates.csv'));
    const rows = await desk.rows(json.id);
    expect(rows.map(({ status }) => status)).toEqual([
      'wrong',
      'new',
      'wrong',
      'wrong',
      'wrong',
      'wrong',
      'wrong',
    ]);
    expect(messages(rows[0]!)).toEqual([
      'Diese Einrichtung steht auch in Zeile 4. Jede darf nur einmal vorkommen.',
    ]);
    expect(messages(rows[2]!)[0]).toContain('Zeile 2');
    expect(messages(rows[3]!)[0]).toContain('Zeile 6');
    expect(rows[5]!.errors[0]).toMatchObject({
      field: 'schoolNumber',
      column: 'Schulnummer',
      value: '198765',
    });
  });

  test('a text with the delimiter but without quotes is noticed', async () => {
    const { json } = await desk.upload(fixture('surplus-cells.csv'));
    const [row] = await desk.rows(json.id);
    expect(messages(row!)[0]).toMatch(/mehr Zellen als die Kopfzeile/);
  });

  test('an unknown district says which there are', async () => {
    const file = kitas({ code: 'U1', name: 'Kita U' }).replace('Süden', 'Norden');
    const [row] = await desk.rows((await desk.upload(file)).json.id);
    expect(messages(row!)).toEqual([
      'Stadtbezirk: Diesen gibt es in der Kommune nicht. Bekannt sind: Ölmühle, Süden.',
    ]);
  });

  test('the rules of the form hold, single fields and those that belong together', async () => {
    const head = 'Schulnummer;Einrichtung;Art;Stadtbezirk;Träger (Art);Schulsozialindex;Breitengrad;E-Mail';
    const file = `${head}\n12345;;Kita;Süden;AWO;4;51,5;niemand`;
    const [row] = await desk.rows((await desk.upload(file)).json.id);
    expect(messages(row!).sort()).toEqual([
      'Breiten- und Längengrad: bitte beide angeben oder keinen.',
      'E-Mail-Adresse: bitte eine E-Mail-Adresse wie name@beispiel.de angeben.',
      'Name fehlt: bitte 1 bis 200 Zeichen angeben, ohne unsichtbare Steuerzeichen.',
      'Schulnummer: bitte die amtliche Schulnummer mit 6 Ziffern angeben.',
      'Schulsozialindex: gibt es nur für Schulen.',
    ]);
  });

  test('what is missing is named in the words of a file, not of a program', async () => {
    const [row] = await desk.rows((await desk.upload('Einrichtung\nKita Allein')).json.id);
    expect(messages(row!)).toEqual([
      'Stadtbezirk fehlt: bitte den Namen eines Stadtbezirks angeben.',
      'Art fehlt: bitte Kita oder Schule angeben.',
      expect.stringMatching(/^Träger \(Art\) fehlt: bitte eines dieser Wörter angeben: kommunal, /),
    ]);
  });

  test('a short code is the same in capitals and small letters, unless two houses differ in just that', async () => {
    await desk.done(kitas({ code: 'Gk1', name: 'Kita Klein' }));
    const again = (await desk.upload(kitas({ code: 'gk1', name: 'Kita Klein' }))).json;
    expect((await desk.rows(again.id))[0]!.changes).toEqual([{ field: 'shortCode', old: 'Gk1', new: 'gk1' }]);
    const twice = await desk.upload(kitas({ code: 'gk2', name: 'Kita A' }, { code: 'GK2', name: 'Kita B' }));
    expect(twice.json.totals).toMatchObject({ wrong: 2 });

    const place = { municipalityId: desk.city.municipalityId, districtId: desk.city.districtIds[1] };
    for (const shortCode of ['Tw9', 'tW9']) {
      const row = { id: randomUUID(), ...place, kind: 'kita', name: shortCode, providerKind: 'awo' };
      await insertRow(desk.db, 'institutions', { ...row, shortCode });
    }
    const file = kitas(
      { code: 'Tw9', name: 'Tw9' },
      { code: 'tW9', name: 'tW9' },
      { code: 'TW9', name: 'Neu' },
    );
    const rows = await desk.rows((await desk.upload(file)).json.id);
    expect(rows.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'wrong']);
    expect(messages(rows[2]!)).toEqual([
      'Kurzzeichen: passt zu 2 Einrichtungen. Bitte genau so schreiben wie dort.',
    ]);
    const groups = `Kurzzeichen;Schuljahr;Gruppe;Kinder\nGK1;2026;A;10\ntw9;2026;B;10`;
    const both = await desk.rows((await desk.upload(groups, { kind: 'groups' })).json.id);
    expect(both.map(({ status }) => status)).toEqual(['new', 'wrong']);
  });

  test('invisible signs from pasted cells come off', async () => {
    const file = kitas({ code: '\uFEFFUN1', name: 'Kita\u202FUn\u00ADsicht\u200Bbar' });
    const [row] = await desk.rows((await desk.upload(file)).json.id);
    expect(news(row!)).toMatchObject({ shortCode: 'UN1', name: 'Kita Unsichtbar' });
  });

  test('hidden signs in a text are refused', async () => {
    const file = kitas({ code: 'B1', name: 'Kita \u202Eatik' }, { code: 'B2', name: '"Kita\nzwei"' });
    const rows = await desk.rows((await desk.upload(file)).json.id);
    expect(rows.map(({ status }) => status)).toEqual(['wrong', 'wrong']);
  });

  test('a name that fits several houses, or an archived one, is not guessed', async () => {
    const place = { municipalityId: desk.city.municipalityId, districtId: desk.city.districtIds[1] };
    for (const shortCode of ['TW1', 'TW2']) {
      const row = { id: randomUUID(), ...place, kind: 'kita', name: 'Kita Zwilling', providerKind: 'awo' };
      await insertRow(desk.db, 'institutions', { ...row, shortCode });
    }
    const file = kitas({ name: 'Kita Zwilling' }, { name: desk.city.houses.closed.name });
    const rows = await desk.rows((await desk.upload(file)).json.id);
    expect(messages(rows[0]!)).toEqual([
      'Name: passt zu 2 Einrichtungen. Bitte Schulnummer oder Kurzzeichen angeben.',
    ]);
    expect(messages(rows[1]!)[0]).toMatch(/ist archiviert/);
  });

  test('a short code that belongs to another house is refused', async () => {
    await desk.done(kitas({ code: 'C1', name: 'Kita C-eins' }));
    const file = `Schulnummer;Kurzzeichen;Einrichtung;Art;Stadtbezirk;Träger (Art)
123456;C2;Schule C;Schule;Süden;kommunal`;
    await desk.done(file);
    const wrong = file.replace('C2', 'C1');
    const [row] = await desk.rows((await desk.upload(wrong)).json.id);
    expect(messages(row!)).toEqual([
      'Kurzzeichen: gehört schon zu „Kita C-eins“. Bitte Schulnummer und Kurzzeichen prüfen.',
    ]);
  });

  test('a house entered by hand without a code is found by its name and gets the code', async () => {
    const { idle } = desk.city.houses;
    const { json } = await desk.upload(kitas({ code: 'IDLE', name: idle.name.toUpperCase() }));
    const [row] = await desk.rows(json.id);
    expect(row).toMatchObject({ status: 'changed' });
    expect(row!.changes).toContainEqual({ field: 'shortCode', old: null, new: 'IDLE' });
    expect(row!.changes).toContainEqual({ field: 'providerKind', old: 'municipal', new: 'awo' });
    expect(row!.changes).toContainEqual({ field: 'districtId', old: 'Ölmühle', new: 'Süden' });
  });

  test.each(['people', 'machine'])(
    'our own file of institutions (%s) read back changes nothing',
    async (form) => {
      const { bytes } = await desk.as('coordinator').get(`/api/exports/institutions.csv?form=${form}`);
      const { json } = await desk.upload(bytes);
      expect(json.totals).toEqual({ new: 0, changed: 0, unchanged: json.rowCount, wrong: 0 });
      expect(json.rowCount).toBeGreaterThan(50);
    },
  );

  test('the preview comes by pages and by outcome', async () => {
    const lines = Array.from({ length: 7 }, (_, i) => ({ code: `P${i}`, name: `Kita P${i}` }));
    const { id } = (await desk.upload(kitas(...lines, { code: 'P7', name: 'Kita P7', places: 'x' }))).json;
    const first = await desk.preview(id, 'limit=5&filter=new');
    expect(first.items.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6]);
    const second = await desk.preview(id, `limit=5&filter=new&cursor=${first.next!}`);
    expect(second.items.map(({ number }) => number)).toEqual([7, 8]);
    expect(second.next).toBeNull();
    expect(second.totals).toEqual({ new: 7, changed: 0, unchanged: 0, wrong: 1 });
    const client = desk.as('coordinator');
    const forged = ['[1.5]', '[1e400]', '["2"]'].map((key) => Buffer.from(key).toString('base64url'));
    const cursors = ['x', ...forged].map((cursor) => `cursor=${cursor}`);
    for (const bad of ['filter=good', 'limit=-1', 'sort=name', ...cursors]) {
      expect((await client.get(`/api/imports/${id}/preview?${bad}`)).status).toBe(400);
    }
  });
});

describe('groups', () => {
  test('are found by house, school year and name, written in several ways', async () => {
    await desk.done(kitas({ code: 'BH1', name: 'Kita Bärenhöhle' }));
    const first = await desk.done(fixture('groups.csv'), { kind: 'groups' });
    expect(first.result).toEqual({ created: 3, changed: 0, unchanged: 0, skipped: 0 });
    const again = (await desk.upload(fixture('groups.csv'), { kind: 'groups' })).json;
    expect(again.totals).toEqual({ new: 0, changed: 0, unchanged: 3, wrong: 0 });
    const sizes = fixture('groups.csv').toString().replace('Bärengruppe;22', 'bärengruppe;23');
    const changed = (await desk.upload(sizes, { kind: 'groups' })).json;
    expect(changed.totals).toEqual({ new: 0, changed: 1, unchanged: 2, wrong: 0 });
    const { items } = await desk.preview(changed.id, 'filter=changed');
    expect(items[0]!.changes).toEqual([{ field: 'size', old: 22, new: 23 }]);
  });

  test('say what is wrong with each row', async () => {
    const { kita, school, closed, distant } = desk.city.houses;
    const rows = [
      [kita.name, '2026/28', 'A', '20'],
      [kita.name, '2026', 'B', '201'],
      [kita.name, '2026', '', ''],
      ['', '2026', 'C', '20'],
      ['Kita Nirgendwo', '2026', 'D', '20'],
      [closed.name, '2026', 'E', '20'],
      [distant.name, '2026', 'F', '20'],
      [school.name, '2026', '3b', '20'],
      [school.name, '2026/27', '3B', '20'],
    ];
    const file = ['Einrichtung;Schuljahr;Gruppe;Kinder', ...rows.map((cells) => cells.join(';'))].join('\n');
    const { json } = await desk.upload(file, { kind: 'groups' });
    expect((await desk.rows(json.id)).map(messages)).toEqual([
      ['Kita-/Schuljahr: bitte wie 2026/27 oder 2026 angeben.'],
      ['Anzahl der Kinder: bitte eine ganze Zahl von 0 bis 200 angeben.'],
      [
        'Name fehlt: bitte 1 bis 60 Zeichen angeben, ohne unsichtbare Steuerzeichen.',
        'Anzahl der Kinder fehlt: bitte eine ganze Zahl von 0 bis 200 angeben.',
      ],
      ['Einrichtung fehlt: bitte Schulnummer, Kurzzeichen oder Name angeben.'],
      ['Einrichtung: Diese Einrichtung gibt es hier nicht.'],
      ['Einrichtung: Diese Einrichtung gibt es hier nicht.'],
      ['Einrichtung: Diese Einrichtung gibt es hier nicht.'],
      ['Diese Gruppe steht auch in Zeile 10. Jede darf nur einmal vorkommen.'],
      ['Diese Gruppe steht auch in Zeile 9. Jede darf nur einmal vorkommen.'],
    ]);
  });

  test('keys that mean two houses, and a name that fits two, are refused', async () => {
    await desk.done(kitas({ code: 'G1', name: 'Kita Gleich' }, { code: 'G2', name: 'Kita Gleich' }));
    const file = `Kurzzeichen;Einrichtung;Schuljahr;Gruppe;Kinder
;Kita Gleich;2026;A;10
G1;Kita Gleich;2026;B;10
G1;${desk.city.houses.kita.name};2026;C;10`;
    const rows = await desk.rows((await desk.upload(file, { kind: 'groups' })).json.id);
    expect(rows.map(messages)).toEqual([
      ['Einrichtung: Der Name passt zu 2 Einrichtungen. Bitte Schulnummer oder Kurzzeichen angeben.'],
      [],
      ['Einrichtung: gehört zu einer anderen Einrichtung als „Kita Gleich“.'],
    ]);
  });
});
