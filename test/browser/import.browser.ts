import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, expectAccessible, PHONE, setStage, signIn, type Stage } from '../support/browser.js';
import { asFile, institutionRows } from '../support/institution-file.js';

/** A city's list gets in: a mistake is seen and mended, the list is there, once, and can be taken back. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const HOUSES = 87;
const WRONG = 37;

test('a coordinator reads in 87 institutions, one of them wrong at first, and takes them back', async () => {
  const device = await stage.device(DESKTOP);
  const page = await device.newPage();
  await signIn(page, 'koordination@demo.invalid');
  await page.goto('/einrichtungen');
  await page.getByRole('link', { name: 'Aus Datei einlesen' }).click();
  await page.getByRole('heading', { name: 'Einrichtungen aus einer Datei einlesen' }).waitFor();

  const rows = institutionRows(HOUSES, 'Wanne');
  const broken = rows.map((row, i) => (i + 2 === WRONG ? row.replace(/;\d+;/, ';viele;') : row));
  await chooseFile(page, 'einrichtungen.csv', asFile(broken));
  await seeTheMistake(page);
  await seeTheWrongRowAsFile(page);
  await page.getByRole('link', { name: 'Verbesserte Datei hochladen' }).click();

  await chooseFile(page, 'einrichtungen-neu.csv', asFile(rows));
  await readIn(page, '87 Einrichtungen anlegen');
  const result = page.url();
  await page.getByRole('link', { name: 'Zur Liste der Einrichtungen' }).click();
  await page.getByLabel('Suche').fill('Kita Neuland');
  await page.getByRole('link', { name: 'Kita Neuland 1', exact: true }).waitFor();

  await page.goto('/einrichtungen/import');
  await chooseFile(page, 'noch-einmal.csv', asFile(rows));
  await page.getByText('Alles ist schon so eingetragen').waitFor();

  await takeBack(page, result);
  expect(await found(page, 'Kita Neuland')).toBe(0);
  await device.close();
});

test('columns with other names are assigned by hand on a phone, survive a reload, and are remembered', async () => {
  const device = await stage.device(PHONE);
  const page = await device.newPage();
  await signIn(page, 'leitung@demo.invalid');
  await page.goto('/gruppen');
  await page.getByRole('link', { name: 'Aus Datei einlesen' }).click();
  const file = asFile(['Kita Wolkenhüpfer;2026/27;Sternschnuppen;18'], 'Wo;Schuljahr;Wer;Köpfe');
  await chooseFile(page, 'gruppen.csv', file);
  await page.getByText(/Für neue Einträge fehlt noch: Gruppe, Kinder/).waitFor();
  await assign(page, 'Wo', 'Einrichtung');
  await assign(page, 'Wer', 'Gruppe *');
  await page.reload();
  await assign(page, 'Köpfe', 'Kinder *');
  await page.getByRole('button', { name: 'Zuordnung übernehmen' }).click();
  await page.getByText('1 Gruppe anlegen').waitFor();
  await expectAccessible(page);

  await page.goto('/gruppen/import');
  await chooseFile(page, 'gruppen-2.csv', file);
  await readIn(page, '1 Gruppe anlegen');
  await page.getByRole('link', { name: 'Zu den Gruppen' }).click();
  await page.getByText('Sternschnuppen').waitFor();
  await device.close();
});

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('group', { name: 'Zeilen nach Ergebnis' }).waitFor();
}

async function seeTheMistake(page: Page): Promise<void> {
  await page.getByText('Eine Zeile ist falsch').waitFor();
  const wrong = page.getByRole('list', { name: 'Falsche Zeilen' });
  const line = wrong.getByRole('listitem').filter({ hasText: `Zeile ${WRONG}` });
  await line.filter({ hasText: 'Spalte „Plätze“, steht: „viele“' }).waitFor();
  await line.filter({ hasText: 'bitte eine ganze Zahl von 0 bis 5000 angeben' }).waitFor();
  await page.getByRole('button', { name: '86 neu' }).click();
  expect(page.url()).toMatch(/zeilen=neu$/);
  await page.getByRole('button', { name: 'Mehr laden' }).click();
  await page.getByText('Alle 86 angezeigt').waitFor();
  await expectAccessible(page);
}

async function seeTheWrongRowAsFile(page: Page): Promise<void> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Falsche Zeilen als CSV' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text).toContain(`\r\n${WRONG};Plätze: bitte eine ganze Zahl von 0 bis 5000 angeben.;`);
}

async function readIn(page: Page, doing: string): Promise<void> {
  await page.getByText(doing).waitFor();
  await page.getByRole('button', { name: 'Jetzt einlesen' }).click();
  await page.getByRole('heading', { name: 'Eingelesen' }).waitFor();
}

async function takeBack(page: Page, result: string): Promise<void> {
  await page.goto('/einrichtungen/import');
  await page.getByRole('link', { name: 'einrichtungen-neu.csv' }).click();
  expect(page.url()).toBe(result);
  await page.getByRole('button', { name: 'Alles zurücknehmen' }).click();
  await page.getByRole('button', { name: 'Zurücknehmen', exact: true }).click();
  await page.getByText(/^Am .* zurückgenommen/).waitFor();
}

async function found(page: Page, name: string): Promise<number> {
  const answer = await page.request.get(`/api/institutions?q=${encodeURIComponent(name)}`);
  return ((await answer.json()) as { items: unknown[] }).items.length;
}

async function assign(page: Page, column: string, field: string): Promise<void> {
  await page.getByLabel(`Spalte „${column}“ ist`).selectOption({ label: field });
}
