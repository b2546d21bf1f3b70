import { describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { calendarDate } from '../../../../kernel/calendar/calendar-date.js';
import type { ParentsSheetFacts, SheetItem } from '../parents-sheet-facts.js';
import { openParentsSheets } from './parents-sheet-document.js';

const MOMO = { title: 'MoMo', population: 'Kinder in Deutschland', years: '2009–2012', derived: false };
const EMOTIKON = {
  title: 'EMOTIKON-Referenz',
  population: 'dritte Klassen in Brandenburg',
  years: '2009–2019',
  derived: true,
};

const SHEET: ParentsSheetFacts = {
  childCode: '7KX4M',
  institutionName: 'Evangelische Kindertageseinrichtung Sonnenblume',
  institutionKind: 'kita',
  groupName: 'Bärengruppe',
  testedOn: calendarDate('2026-11-12'),
  wave: 'entry',
  items: [
    item('SHH', {
      title: 'Seitliches Hin- und Herspringen',
      unit: 'jumps',
      value: 18.5,
      performanceClass: 3,
    }),
    item('SWS', { title: 'Standweitsprung', unit: 'cm', value: 92, performanceClass: 5 }),
    item('RB', { title: 'Rumpfbeuge', unit: 'cm', value: -2.5 }),
    item('EBS', { title: 'Einbeinstand', unit: 'contacts', value: null }),
    item('BR', {
      title: 'Balancieren rückwärts',
      unit: 'steps',
      value: 48,
      performanceClass: 4,
      atCeiling: true,
    }),
  ],
  norms: [MOMO],
};

const LONG: Partial<SheetItem> = {
  title: 'Seitliches Hin- und Herspringen über die Mittellinie mit geschlossenen Beinen und Zusatzaufgabe',
  unit: 'jumps',
  value: 18.5,
  performanceClass: 1,
  atCeiling: true,
};

describe('The sheet for parents', () => {
  test('says what was done, how it was and what to play, on one page', async () => {
    const { text, pages } = await read([SHEET]);
    expect(pages).toBe(1);
    for (const words of [
      'Rückmeldung für Eltern',
      'Name des Kindes',
      'Code 7KX4M',
      'Sonnenblume · Bärengruppe · 12.11.2026 · Eingangstest',
      'am 12. November 2026 haben die Kinder in der Kita',
      '18,5 Sprünge',
      'wie viele in diesem Alter',
      '92 cm',
      'schon sehr gut',
      'Wie ein Frosch von Kissen zu Kissen springen.',
      'Es ist keine Diagnose',
      'alle Ergebnisse des Kindes gelöscht.',
      'Vergleichswerte: MoMo, Kinder in Deutschland, 2009–',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('shows the value alone where there is no norm', async () => {
    const { text } = await read([{ ...SHEET, items: [item('RB', { unit: 'cm', value: -2.5 })], norms: [] }]);
    expect(text).toContain('−2,5 cm');
    expect(text).toContain('Dafür gibt es hier keine Vergleichswerte.');
    expect(text).toContain('Zu diesen Aufgaben gibt es keine Vergleichswerte');
    expect(text).not.toContain('Markiert');
  });

  test('tells kindly that something was not done, but never why', async () => {
    const { text } = await read([{ ...SHEET, items: [item('EBS', { unit: 'contacts' })] }]);
    expect(text).toContain('Von diesem Tag gibt es hier kein Ergebnis. Das macht nichts.');
    expect(text).not.toMatch(/krank|abgelehnt|verletzt|0 Berührungen/);
  });

  test('says of the highest value that more is not possible', async () => {
    const { text } = await read([SHEET]);
    expect(text).toContain('48 Schritte');
    expect(text.match(/Mehr ist bei dieser Aufgabe nicht möglich/g)).toHaveLength(1);
  });

  test('calls a derived reference by what it is', async () => {
    const { text } = await read([{ ...SHEET, norms: [EMOTIKON] }]);
    expect(text).toContain('2009–2019 (aus Rohdaten abgeleitet, keine veröffentlichte Norm).');
  });

  test('a station is managed or tried, without fields', async () => {
    const { text } = await read([
      { ...SHEET, items: [station(1, 1), station(2, 0), station(3, null)], norms: [] },
    ]);
    expect(text).toContain('Geschafft');
    expect(text).toContain('Ausprobiert');
    expect(text).not.toContain('Dafür gibt es hier');
  });

  test.each([
    ['ten stations', Array.from({ length: 10 }, (_, i) => station(i + 1, 1))],
    [
      'eight tasks without a norm',
      Array.from({ length: 8 }, () => item('EBS', { unit: 'contacts', value: 3 })),
    ],
    ['thirty tasks with long titles', Array.from({ length: 30 }, () => item('SHH', LONG))],
    ['nothing at all', []],
  ])('has one page for %s', async (_, items) => {
    const institutionName = 'Kindertageseinrichtung '.repeat(7).trim();
    const norms = [MOMO, { ...EMOTIKON, population: 'Kinder der dritten Jahrgangsstufe '.repeat(12) }];
    const { text, pages } = await read([{ ...SHEET, institutionName, items, norms }]);
    expect(pages).toBe(1);
    expect(text).toContain('alle Ergebnisse des Kindes gelöscht.');
  });

  test('a group is one file with a page for each child', async () => {
    const codes = ['AAAAA', 'BBBBB', 'CCCCC'];
    const { pages, outline, text } = await read(codes.map((childCode) => ({ ...SHEET, childCode })));
    expect([pages, outline.length]).toEqual([3, 3]);
    for (const code of codes) expect(text).toContain(`Code ${code}`);
  });

  test('is read aloud as a table with heads, and its fields in words', async () => {
    const { info, tree } = await read([SHEET]);
    expect(info).toMatchObject({ Language: 'de-DE', Title: 'Rückmeldungen' });
    const roles = JSON.stringify(tree);
    for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody', 'Figure']) {
      expect(roles).toContain(`"role":"${role}"`);
    }
    expect(roles).toContain('Markiert im dritten von fünf Feldern: wie viele in diesem Alter');
  });
});

function item(itemCode: string, more: Partial<SheetItem>): SheetItem {
  return {
    itemCode,
    title: itemCode,
    unit: 'cm',
    value: null,
    performanceClass: null,
    atCeiling: false,
    ...more,
  };
}

function station(number: number, value: number | null): SheetItem {
  return item(`KIBAZ-${number}`, { title: `Station ${number}`, unit: 'yes_no', value });
}

/** The file as a reader understands it; lines joined by one blank. */
async function read(sheets: ParentsSheetFacts[]) {
  const chunks: Buffer[] = [];
  const madeAt = new Date('2026-11-22T10:00:00Z');
  for await (const chunk of await openParentsSheets({ title: 'Rückmeldungen', sheets, madeAt })) {
    chunks.push(chunk as Buffer);
  }
  const data = new Uint8Array(Buffer.concat(chunks));
  const document = await getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((each) => ('str' in each ? each.str : '')));
  }
  const found = {
    text: texts.join(' ').replace(/\s+/g, ' '),
    pages: document.numPages,
    outline: (await document.getOutline()) as unknown[],
    info: (await document.getMetadata()).info,
    tree: (await (await document.getPage(1)).getStructTree()) as unknown,
  };
  await document.destroy();
  return found;
}
