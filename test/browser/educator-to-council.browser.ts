import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, expectAccessible, PHONE, setStage, signIn, type Stage } from '../support/browser.js';

/** The programme's main job from end to end: what an educator notes on the phone is what the coordinator counts, filters and takes home. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const NOTE = 'Löwenzahn-Parcours; "zu zweit"';

const countOf = async (page: Page): Promise<number> => {
  const response = await page.request.get('/api/overview');
  return ((await response.json()) as { activities: number }).activities;
};

test('an activity noted on a phone is counted, filtered and exported on a desktop', async () => {
  const desktop = await stage.device(DESKTOP);
  const coordinator = await desktop.newPage();
  await signIn(coordinator, 'koordination@demo.invalid');
  const before = await countOf(coordinator);

  const phone = await stage.device(PHONE);
  const educator = await phone.newPage();
  await signIn(educator, 'fachkraft@demo.invalid');
  await noteActivity(educator);
  await signOut(educator);
  await phone.close();

  await seeItCounted(coordinator, before + 1);
  await findItInTheFile(coordinator);
  await desktop.close();
});

test('saving takes three taps, and can be undone', async () => {
  const phone = await stage.device(PHONE);
  const page = await phone.newPage();
  await signIn(page, 'fachkraft@demo.invalid');
  const before = await newestOwn(page);
  await page.getByRole('radio', { name: 'Bärengruppe' }).check();
  await page.getByRole('radio', { name: 'Globales Lernen' }).check();
  await page.getByRole('button', { name: 'Speichern' }).click();
  const undo = page.getByRole('button', { name: 'Rückgängig' });
  await undo.waitFor();
  expect(await newestOwn(page)).not.toEqual(before);
  await undo.click();
  await undo.waitFor({ state: 'detached' });
  expect(await newestOwn(page)).toEqual(before);
  await phone.close();
});

async function newestOwn(page: Page): Promise<string[]> {
  const { items } = (await (await page.request.get('/api/activities?mine=true&limit=5')).json()) as {
    items: { id: string }[];
  };
  return items.map(({ id }) => id);
}

async function noteActivity(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Bärengruppe' }).check();
  await page.getByRole('radio', { name: 'Bewegtes Lernen' }).check();
  await page.getByRole('button', { name: 'Mehr angeben' }).click();
  await page.getByLabel('Notiz').fill(NOTE);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('button', { name: 'Rückgängig' }).waitFor();
  await expectAccessible(page);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Konto von/ }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
}

async function seeItCounted(page: Page, expected: number): Promise<void> {
  await page.goto('/ueberblick');
  const figure = page.getByRole('region', { name: 'Bewegungszeit' });
  const inGerman = german(expected);
  await figure.filter({ hasText: inGerman }).waitFor();
  await page.getByLabel('Stadtbezirk', { exact: true }).selectOption('Wanne');
  await figure.filter({ hasNotText: inGerman }).waitFor();
  // The address is the view: whoever opens the link sees the same.
  const filtered = await figure.textContent();
  expect(page.url()).not.toMatch(/ueberblick$/);
  await page.goto(page.url());
  await figure.waitFor();
  expect(await figure.textContent()).toBe(filtered);
}

test('the overview says where the programme stands, and what it names can be seen to right there', async () => {
  const desktop = await stage.device(DESKTOP);
  const page = await desktop.newPage();
  await signIn(page, 'koordination@demo.invalid');
  await page.goto('/ueberblick');
  const reached = await figureOf(page, 'reach', 'institutions_reached');
  const reach = page.getByRole('region', { name: 'Reichweite' });
  await reach.getByText(`${reached.numerator} von ${reached.denominator}`, { exact: true }).waitFor();
  await reach.getByText(/^Ziel 80 Einrichtungen: /).waitFor();
  const talks = await figureOf(page, 'headline', 'consultations');
  const row = page.getByRole('group', { name: 'Auf einen Blick' });
  await row.getByText(german(talks.numerator), { exact: true }).waitFor();

  const due = await overdue(page);
  const tab = page.getByRole('tab', { name: /überfällig/ });
  await tab.filter({ hasText: german(due.length) }).click();
  await page
    .getByRole('button', { name: `Erledigt: ${due[0]!}` })
    .first()
    .click();
  await tab.filter({ hasText: german(due.length - 1) }).waitFor();
  expect(await overdue(page)).toEqual(due.slice(1));
  await desktop.close();
});

test('an educator sees how the own house stands, and no other', async () => {
  const phone = await stage.device(PHONE);
  const page = await phone.newPage();
  await signIn(page, 'fachkraft@demo.invalid');
  await page.goto('/meine-zahlen');
  const weeks = await figureOf(page, 'reporting-rate', 'weeks_reported');
  await page.getByText(`in ${weeks.numerator} von ${weeks.denominator} Wochen`, { exact: true }).waitFor();
  const houses = await page.request.get('/api/overview');
  expect(houses.status()).toBe(403);
  await phone.close();
});

const german = (count: number): string => new Intl.NumberFormat('de-DE').format(count);

interface Counts {
  code: string;
  numerator: number;
  denominator: number;
}

async function figureOf(page: Page, report: string, code: string): Promise<Counts> {
  const answer = await page.request.get(`/api/reports/${report}`);
  const { total } = (await answer.json()) as { total: { values: Counts[] } };
  return total.values.find((value) => value.code === code)!;
}

/** What was agreed and is overdue, as the list shows it. */
async function overdue(page: Page): Promise<string[]> {
  const answer = await page.request.get('/api/reports/attention');
  const { steps } = (await answer.json()) as { steps: { items: { nextStep: string }[] } };
  return steps.items.map(({ nextStep }) => nextStep);
}

async function findItInTheFile(page: Page): Promise<void> {
  await page.goto('/ueberblick/aktivitaeten');
  await page.getByRole('button', { name: 'Herunterladen' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV mit deutschen Spalten' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text).toContain('"Löwenzahn-Parcours; ""zu zweit"""');
}
