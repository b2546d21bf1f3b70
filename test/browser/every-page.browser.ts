import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, expectAccessible, setStage, settle, signIn, type Stage } from '../support/browser.js';

/** Every page of every role, on the narrowest screen that WCAG asks for and on a desktop, in light and in dark, through axe. */
const NARROW = { width: 320, height: 740 };
const LOOKS = [
  { size: NARROW, scheme: 'light' },
  { size: DESKTOP, scheme: 'dark' },
] as const;

const ROLES = ['fachkraft', 'leitung', 'coach', 'koordination', 'programm', 'admin'] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test('signed out', async () => {
  const page = await newPage();
  const invitation = ['/einladung#abgelaufen', '/neues-passwort#abgelaufen'];
  for (const path of [
    '/anmelden',
    '/passwort-vergessen',
    '/barrierefreiheit',
    ...invitation,
    '/gibt-es-nicht',
  ])
    await look(page, path);
  await page.context().close();
});

test.each(ROLES)('as %s', async (role) => {
  const page = await newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await signIn(page, `${role}@demo.invalid`);
  for (const path of await pathsOf(page)) await look(page, path);
  expect(faults).toEqual([]);
  await page.context().close();
});

async function newPage(): Promise<Page> {
  return (await stage.device(DESKTOP)).newPage();
}

/** Loads the page once and turns it from look to look, as a person turns a tablet: loading it anew is what takes time. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.title()).toMatch(/Olympia ruft/);
  for (const { size, scheme } of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    await settle(page);
    await expectAccessible(page);
  }
}

/** The pages in the person's navigation, and what lies behind them. */
async function pathsOf(page: Page): Promise<string[]> {
  const links = await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link').all();
  const navigation: string[] = [];
  for (const link of links) navigation.push((await link.getAttribute('href')) ?? '');
  const behind: string[] = [];
  for (const path of navigation) behind.push(...((await DEEPER[path]?.(page)) ?? []));
  return [...new Set([...navigation, ...behind, '/konto'])];
}

const DEEPER: Record<string, (page: Page) => Promise<string[]>> = {
  '/ueberblick': () =>
    Promise.resolve(['/ueberblick/einrichtungen?zeige=still', '/ueberblick/aktivitaeten', '/gruppen-stand']),
  '/einrichtungen': async (page) => {
    const id = await firstId(page, '/api/institutions?participation=yes&limit=1');
    const mayWrite = (await page.request.get('/api/coaches')).ok();
    const house = `/einrichtungen/${id}`;
    if (!mayWrite) return [house];
    const { schoolYear } = (await (await page.request.get('/api/session')).json()) as { schoolYear: number };
    const nextYear = `${house}/gruppen-uebernehmen?jahr=${schoolYear + 1}`;
    const forms = [
      `${house}/bearbeiten`,
      `${house}/zusammenfuehren`,
      nextYear,
      '/einrichtungen/neu',
      '/einrichtungen/import',
    ];
    return [house, ...forms, await importPath(page)];
  },
  '/konten': async (page) => {
    const id = await firstId(page, '/api/accounts?limit=1');
    return [`/konten/${id}`, '/konten?ansicht=einladungen', '/einladen', '/einladen/liste'];
  },
  '/gruppen': () => Promise.resolve(['/gruppen/import']),
  '/meine-eintraege': async (page) => {
    // The lead has none of their own, but may change the house's.
    const mine = await page.request.get('/api/activities?limit=1');
    const { items } = (await mine.json()) as { items: { id: string }[] };
    return items.map(({ id }) => `/eintrag/${id}`);
  },
};

async function firstId(page: Page, path: string): Promise<string> {
  const { items } = (await (await page.request.get(path)).json()) as { items: { id: string }[] };
  if (!items[0]) throw new Error(`nothing at ${path}`);
  return items[0].id;
}

/** A file on its way in, with a row that is good, one that is wrong, and a column that nobody knows. */
async function importPath(page: Page): Promise<string> {
  const { items } = (await (await page.request.get('/api/municipalities')).json()) as {
    items: { id: string }[];
  };
  const file = `Einrichtung;Art;Stadtbezirk;Träger;Code
Kita Barrierefrei;Kita;Wanne;AWO;1
Kita Falsch;Haus;Nirgends;AWO;2`;
  const answer = await page.request.post(`/api/imports/institutions?municipalityId=${items[0]!.id}`, {
    headers: { 'Content-Type': 'text/csv', Origin: new URL(page.url()).origin },
    data: file,
  });
  return `/import/${((await answer.json()) as { id: string }).id}`;
}
