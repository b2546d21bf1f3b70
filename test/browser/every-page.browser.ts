import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, expectAccessible, expectWithin, setStage, signIn, type Stage } from '../support/browser.js';

/** Some tens of pages a test. */
const PATIENCE = 300_000;

/**
 * Every page of every role, on the narrowest screen that WCAG asks for in light and on a desktop in dark. Each page goes through axe in both
 * looks; what several roles have, in the one for the first of them and in the other for the last. To those in between it is shown as well,
 * must fit on the narrow screen and make no error.
 */
const LOOKS = [
  { size: { width: 320, height: 740 }, scheme: 'light' },
  { size: DESKTOP, scheme: 'dark' },
] as const;
const [NARROW] = LOOKS;
type Look = (typeof LOOKS)[number];

const ROLES = ['fachkraft', 'leitung', 'coach', 'koordination', 'programm', 'admin'] as const;
type Role = (typeof ROLES)[number];

/** Somebody who is signed in, and where they may go. */
interface Tour {
  page: Page;
  paths: string[];
  faults: string[];
}

const tours = new Map<Role, Tour>();
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  for (const role of ROLES) tours.set(role, await setOut(role));
}, PATIENCE);
afterAll(() => stage.close());

test('signed out', async () => {
  const page = await newPage();
  await page.goto('/');
  const invitation = ['/einladung#abgelaufen', '/neues-passwort#abgelaufen'];
  for (const path of [
    '/anmelden',
    '/passwort-vergessen',
    '/barrierefreiheit',
    '/pruefen',
    '/wartend',
    ...invitation,
    '/gibt-es-nicht',
  ])
    await look(page, path, LOOKS);
  await page.context().close();
});

test.each(ROLES)(
  'as %s',
  async (role) => {
    const { page, paths, faults } = tours.get(role)!;
    for (const path of paths) await look(page, path, looksFor(role, path));
    expect(faults).toEqual([]);
    await page.context().close();
  },
  PATIENCE,
);

async function newPage(): Promise<Page> {
  return (await stage.device(DESKTOP)).newPage();
}

async function setOut(role: Role): Promise<Tour> {
  const page = await newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await signIn(page, `${role}@demo.invalid`);
  return { page, paths: await pathsOf(page), faults };
}

/** In which of the two the role's page goes through axe. */
function looksFor(role: Role, path: string): readonly Look[] {
  const sharing = ROLES.filter((other) =>
    tours.get(other)!.paths.some((one) => kindOf(one) === kindOf(path)),
  );
  const askers = [sharing[0], sharing.at(-1)];
  return LOOKS.filter((_, i) => askers[i] === role);
}

/** What a page shows, whichever house, day or report it is about. */
function kindOf(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id');
}

/**
 * Goes there inside of the application, as its links do, and turns the page from look to look, as a person turns a tablet:
 * loading it anew is what takes time.
 */
async function look(page: Page, path: string, looks: readonly Look[]): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
  for (const one of looks) {
    await turn(page, one);
    await expectAccessible(page);
  }
  if (looks.length === 0) {
    await turn(page, NARROW);
    await expectWithin(page);
  }
  expect(await page.title()).toMatch(/Olympia ruft/);
}

async function turn(page: Page, { size, scheme }: Look): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme });
}

/** The pages in the person's navigation, and what lies behind them. */
async function pathsOf(page: Page): Promise<string[]> {
  const links = await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link').all();
  const navigation: string[] = [];
  for (const link of links) navigation.push((await link.getAttribute('href')) ?? '');
  const behind: string[] = [];
  for (const path of navigation) behind.push(...((await DEEPER[path]?.(page)) ?? []));
  return [...new Set([...navigation, ...behind, '/konto', '/wartend'])];
}

const DEEPER: Record<string, (page: Page) => Promise<string[]>> = {
  '/haus': () => Promise.resolve(['/bestaetigen']),
  '/ueberblick': () =>
    Promise.resolve([
      '/ueberblick/einrichtungen?zeige=still',
      '/ueberblick/fachkraefte',
      '/ueberblick/aktivitaeten',
      '/beratungen?stand=held',
      '/gruppen-stand',
    ]),
  '/jahresbericht': async (page) => [await reportPath(page)],
  '/chancen': () =>
    Promise.resolve(['/chancen?kennzahl=dose&nach=provider', '/chancen?nach=district&chancen=tabelle']),
  // With published numbers: motor-skills.browser.ts.
  '/motorik': () =>
    Promise.resolve(['/motorik?nach=social_situation&aufgaben=tabelle', '/motorik/veroeffentlichen']),
  '/vollstaendigkeit': () =>
    Promise.resolve(['/vollstaendigkeit?sortierung=rate', '/vollstaendigkeit?ansicht=tabelle']),
  '/karte': async (page) => [await sheetPath(page)],
  '/beratung': async (page) => ['/beratungen', await sheetPath(page)],
  '/einrichtungen': async (page) => {
    const houses = await ids(page, '/api/institutions?participation=yes&limit=2');
    const house = `/einrichtungen/${houses[0]}`;
    const mayWrite = (await page.request.get('/api/coaches')).ok();
    if (!mayWrite) return [house];
    const forms = [
      `${house}/bearbeiten`,
      `${house}/zusammenfuehren`,
      `${house}/zusammenfuehren?mit=${houses[1]}`,
      await carryOverPath(page, house),
      '/einrichtungen/neu',
      '/einrichtungen/import',
      '/gruppen-stand',
    ];
    return [house, ...forms, await importPath(page), ...(await cityPaths(page))];
  },
  '/module': async (page) => {
    const session = (await (await page.request.get('/api/session')).json()) as { roles: { role: string }[] };
    const chooses = session.roles.some(({ role }) => CHOOSERS.includes(role));
    const views = ['/module?ansicht=tafel', '/module?ansicht=liste', '/modulkatalog'];
    return chooses ? [...views, '/module/waehlen'] : views;
  },
  '/verwaltung': async (page) => [
    ...['/modulkatalog', '/normtabellen', '/normtabellen/import'],
    ...(await normPaths(page)),
  ],
  '/fortbildungen': async (page) => {
    const [id] = await ids(page, '/api/trainings?state=open&when=upcoming&limit=1');
    const training = `/fortbildungen/${id}`;
    const mayWrite =
      (await page.request.get('/api/coaches')).ok() && (await page.request.get('/api/staff-members')).ok();
    return mayWrite ? [training, `${training}/bearbeiten`, '/fortbildungen/neu'] : [training];
  },
  '/konten': async (page) => {
    const [id] = await ids(page, '/api/accounts?limit=1');
    return [`/konten/${id}`, '/konten?ansicht=einladungen', '/einladen', '/einladen/liste'];
  },
  '/gruppen': async (page) => {
    const [id] = await ids(page, '/api/institutions?limit=1');
    const house = `/einrichtungen/${id}`;
    return ['/gruppen/import', house, `${house}/blatt`, await carryOverPath(page, house)];
  },
  '/bescheinigungen': async (page) => {
    const { items } = (await (await page.request.get('/api/certificates?limit=1')).json()) as {
      items: { trainingId: string }[];
    };
    const training = `/fortbildungen/${items[0]?.trainingId}`;
    const mayIssue = (await page.request.get('/api/coaches')).ok();
    if (mayIssue) return ['anwesenheit', 'liste', 'bescheinigungen'].map((name) => `${training}/${name}`);
    const leads = (await page.request.get('/api/closing-days?limit=1')).ok();
    return leads ? [`${training}/bescheinigungen`] : [];
  },
  '/testtage': async (page) => {
    const [day] = await ids(page, '/api/test-days?limit=1');
    const keeps = (await page.request.get('/api/activities/last')).status() !== 403;
    const planning = keeps ? ['/testtage/neu', `/testtage/${day}/bearbeiten`] : [];
    const entry = ['/station/SWS', '/boegen', '/erfassen'];
    const shown = ['', ...entry, '/abschluss', '/auswertung', '/auswertung?verteilung=tabelle'];
    return [...shown.map((page) => `/testtage/${day}${page}`), ...planning, '/entwicklung'];
  },
  '/kinder': async (page) => {
    const { items } = (await (await page.request.get('/api/children?limit=1')).json()) as {
      items: { id: string }[];
    };
    const keeps = (await page.request.get('/api/child-transfers?limit=1')).ok();
    const behind = ['/kinder/liste', '/kinder/import', '/kinder/uebergabe'];
    return [...items.map(({ id }) => `/kinder/${id}`), ...(keeps ? behind : [])];
  },
  '/meine-eintraege': async (page) => {
    // The lead has none of their own, but may change the house's.
    const mine = await page.request.get('/api/activities?limit=1');
    const { items } = (await mine.json()) as { items: { id: string }[] };
    return items.map(({ id }) => `/eintrag/${id}`);
  },
};

/** A battery, a set of norms with its curves, and an answer of the calculator. */
async function normPaths(page: Page): Promise<string[]> {
  const first = async (path: string): Promise<string> => {
    const { items } = (await (await page.request.get(path)).json()) as { items: { id: string }[] };
    return items[0]?.id ?? '';
  };
  const [battery, set] = [await first('/api/test-batteries'), await first('/api/norm-sets')];
  const asked = `norm=${set}&aufgabe=S20&geschlecht=male&jahre=8&monate=6&wert=3.8`;
  return ['/testbatterien', `/testbatterien/${battery}`, `/normtabellen/${set}`, `/normrechner?${asked}`];
}

/** They choose modules for their houses. */
const CHOOSERS = ['institution_lead', 'coach', 'coordinator'];

/** The identifiers of a list, which must not be empty: a page of nothing would be looked at for nothing. */
async function ids(page: Page, path: string): Promise<string[]> {
  const { items } = (await (await page.request.get(path)).json()) as { items: { id: string }[] };
  if (!items[0]) throw new Error(`nothing at ${path}`);
  return items.map(({ id }) => id);
}

/** A house on one page, of those that take part. */
async function sheetPath(page: Page): Promise<string> {
  const [id] = await ids(page, '/api/institutions?participation=yes&limit=1');
  return `/einrichtungen/${id}/blatt`;
}

/** The page that takes a house's groups into next year. */
async function carryOverPath(page: Page, house: string): Promise<string> {
  const { schoolYear } = (await (await page.request.get('/api/session')).json()) as { schoolYear: number };
  return `${house}/gruppen-uebernehmen?jahr=${schoolYear + 1}`;
}

/** A yearly report, made when the first of those who may asks for it; the page itself shows when it is done. */
async function reportPath(page: Page): Promise<string> {
  const list = await page.request.get('/api/annual-reports?limit=1');
  const { items } = (await list.json()) as { items: { id: string }[] };
  const path = `/jahresbericht/${items[0]?.id ?? (await newReport(page))}`;
  await page.evaluate(`history.pushState(null, '', '${path}')`);
  await page.getByRole('heading', { name: 'Das Wichtigste in Kürze' }).waitFor();
  return path;
}

async function newReport(page: Page): Promise<string> {
  const [municipalityId] = await ids(page, '/api/municipalities');
  const { schoolYear } = (await (await page.request.get('/api/session')).json()) as { schoolYear: number };
  const answer = await page.request.post('/api/annual-reports', {
    headers: { Origin: new URL(page.url()).origin },
    data: { municipalityId, schoolYear: schoolYear - 1 },
  });
  return ((await answer.json()) as { id: string }).id;
}

/** What is kept for the whole city: districts, holidays and targets. */
async function cityPaths(page: Page): Promise<string[]> {
  const [municipality] = await ids(page, '/api/municipalities');
  const [district] = await ids(page, `/api/districts?municipalityId=${municipality}`);
  const districts = '/verwaltung/stadtbezirke';
  return [districts, `${districts}/${district}`, '/verwaltung/ferien', '/verwaltung/ziele'];
}

/** A file on its way in, with a row that is good, one that is wrong, and a column that nobody knows. */
async function importPath(page: Page): Promise<string> {
  const [municipality] = await ids(page, '/api/municipalities');
  const file = `Einrichtung;Art;Stadtbezirk;Träger;Code
Kita Barrierefrei;Kita;Wanne;AWO;1
Kita Falsch;Haus;Nirgends;AWO;2`;
  const answer = await page.request.post(`/api/imports/institutions?municipalityId=${municipality}`, {
    headers: { 'Content-Type': 'text/csv', Origin: new URL(page.url()).origin },
    data: file,
  });
  return `/import/${((await answer.json()) as { id: string }).id}`;
}
