import { describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CalendarDate, calendarDate } from '../../../kernel/calendar/calendar-date.js';
import type { CertificateFacts } from '../certificate-facts.js';
import { openCertificates, titleOf } from './certificate-document.js';

const VERIFY_URL = 'https://olympia.example.org/pruefen';

const FULL: CertificateFacts = {
  personName: 'Özlem Nguyễn Thị Groß',
  title: 'Bewegtes Lernen im Kita-Alltag: kleine Spiele für enge Räume',
  contents: 'Bewegungsspiele ohne Material, Übergänge bewegt gestalten.',
  focusArea: 'Bewegtes Lernen',
  sessions: [session('2026-11-09'), session('2026-11-16')],
  attendedMinutes: 360,
  totalMinutes: 360,
  thresholdPercent: 80,
  trainerName: 'Dr. Jürgen Kłos',
  trainerQualification: 'Sportwissenschaftler',
  place: 'Bildungsbüro, Raum 2.14',
  issuer: 'Stadt Herne, Bildungsbüro',
  issuedOn: calendarDate('2026-11-22'),
  number: '2026-0017',
  replaces: null,
  code: '7K3M-9QRT-01AB-CDEF-GH0J',
};

describe('The certificate as a file', () => {
  test('says everything that it is issued for', async () => {
    const { text, pages } = await read([FULL]);
    expect(pages).toBe(1);
    for (const words of [
      'Teilnahmebescheinigung Özlem Nguyễn Thị Groß hat an der Fortbildung',
      'kleine Spiele für enge Räume teilgenommen.',
      'Umfang 8,0 Unterrichtseinheiten (UE) zu je 45 Minuten',
      'Leitung Dr. Jürgen Kłos, Sportwissenschaftler',
      'Ort Bildungsbüro, Raum 2.14',
      'Termine Montag, 9. November 2026, 14:00–17:15 Uhr (4,0 UE) Montag, 16. November 2026',
      'Inhalte Bewegungsspiele ohne Material, Übergänge bewegt gestalten.',
      'Stadt Herne, Bildungsbüro, 22. November 2026',
      'eingeben: 7K3M-9QRT-01AB-CDEF-GH0J Bescheinigung Nr. 2026-0017',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('mindestens');
  });

  test('below the threshold it says what was attended, and that it is no certificate of participation', async () => {
    const { text } = await read([{ ...FULL, attendedMinutes: 180, sessions: [session('2026-11-09')] }]);
    expect(text).toContain('Bescheinigung über die besuchten Stunden Özlem Nguyễn Thị Groß hat einen Teil');
    expect(text).toContain('Umfang 4,0 von 8,0 Unterrichtseinheiten');
    expect(text).toContain('Für eine Teilnahmebescheinigung sind mindestens 80 % der Fortbildung nötig.');
    expect(text).not.toContain('teilgenommen');
    expect(text).not.toContain('16. November');
  });

  test('one that stands in for another says so', async () => {
    const { text } = await read([{ ...FULL, replaces: '2026-0003' }]);
    expect(text).toContain('Bescheinigung Nr. 2026-0017 · ersetzt Nr. 2026-0003');
  });

  test('what is missing has no empty line', async () => {
    const bare = {
      trainerName: null,
      trainerQualification: null,
      place: null,
      contents: null,
      focusArea: null,
    };
    const { text } = await read([{ ...FULL, ...bare }]);
    for (const label of ['Leitung', 'Ort ', 'Inhalte', 'Schwerpunkt']) expect(text).not.toContain(label);
  });

  test('long names and titles stay whole, and what is too long for the sheet is on a second one', async () => {
    const long: CertificateFacts = {
      ...FULL,
      personName: 'Maximiliane-Theodora Freifrau von Hohenstein-Oberwiesenfeld geborene Schmidt-Wüstenhagen',
      title: `Inklusion in Kita und Grundschule: ${'Grundlagen, Haltung, Praxis; '.repeat(5)}Abschluss`,
      sessions: Array.from({ length: 12 }, (_, i) => session(`2026-${String(i + 1).padStart(2, '0')}-11`)),
      contents: 'Ein Baustein nach dem anderen, mit viel Zeit zum Ausprobieren. '.repeat(30).trim(),
    };
    const { text, pages } = await read([long]);
    expect(pages).toBe(2);
    expect(text.replaceAll('- ', '-')).toContain(long.personName);
    expect(text).toContain(long.title);
    expect(text).toContain('Inhalte siehe folgende Seite');
    expect(text).toContain(long.contents);
    for (const { date } of long.sessions)
      expect(text).toContain(`11.${date.slice(5, 7)}.2026, 14:00–17:15 Uhr`);
  });

  test('many are one file, each on its own sheet and with its own code', async () => {
    const codes = ['AAAA-AAAA-AAAA-AAAA-AAAA', 'BBBB-BBBB-BBBB-BBBB-BBBB', 'CCCC-CCCC-CCCC-CCCC-CCCC'];
    const { text, pages, outline } = await read(codes.map((code) => ({ ...FULL, code })));
    expect(pages).toBe(3);
    expect(outline).toHaveLength(3);
    for (const code of codes) expect(text).toContain(code);
  });

  test('the same data twice are the same file', async () => {
    expect((await bytesOf([FULL])).equals(await bytesOf([FULL]))).toBe(true);
  });
});

describe('A reader of the screen', () => {
  test('learns language, title and what each part is', async () => {
    const { info, tree } = await read([FULL]);
    expect(info).toMatchObject({ Language: 'de-DE', Title: titleOf(FULL) });
    const roles = JSON.stringify(tree);
    for (const role of ['Sect', 'H1', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody', 'Figure', 'Link']) {
      expect(roles).toContain(`"role":"${role}"`);
    }
    expect(roles).toContain(`QR-Code zum Prüfen dieser Bescheinigung: olympia.example.org/pruefen`);
  });

  test('gets a file that calls itself tagged and accessible, with its own fonts only', async () => {
    const raw = (await bytesOf([FULL])).toString('latin1');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    expect(raw.match(/\/FontFile2/g)).toHaveLength(4);
    expect(raw).not.toContain('Helvetica');
    expect(raw.match(/\/BaseFont \/[A-Z]{6}\+DejaVu/g)?.length).toBeGreaterThanOrEqual(4);
  });

  test('follows the code to the page that verifies it', async () => {
    const { links } = await read([FULL]);
    expect(links).toEqual([`${VERIFY_URL}#${FULL.code}`]);
  });
});

function session(date: string): CertificateFacts['sessions'][number] {
  const day: CalendarDate = calendarDate(date);
  return { date: day, startsAt: '14:00', endsAt: '17:15', minutes: 180 };
}

async function bytesOf(certificates: CertificateFacts[]): Promise<Buffer> {
  const [first = FULL] = certificates;
  const madeAt = new Date('2026-11-22T10:00:00Z');
  const chunks: Buffer[] = [];
  for await (const chunk of await openCertificates({
    title: titleOf(first),
    certificates,
    verifyUrl: VERIFY_URL,
    madeAt,
  })) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The file as a reader understands it; lines joined by one blank. */
async function read(certificates: CertificateFacts[]) {
  const data = new Uint8Array(await bytesOf(certificates));
  const document = await getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  const first = await document.getPage(1);
  const annotations = (await first.getAnnotations()) as { url?: string }[];
  const found = {
    text: texts.join(' ').replace(/\s+/g, ' '),
    pages: document.numPages,
    outline: (await document.getOutline()) as unknown[],
    info: (await document.getMetadata()).info,
    tree: (await first.getStructTree()) as unknown,
    links: annotations.map(({ url }) => url),
  };
  await document.destroy();
  return found;
}
