import { afterAll, beforeAll, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import {
  DESKTOP,
  expectAccessible,
  PASSWORD,
  PHONE,
  setStage,
  signIn,
  type Stage,
} from '../support/browser.js';
import { asFile, institutionRows } from '../support/institution-file.js';

/** A city on a Monday morning: from an empty installation to the first activity, each person at a device of their own. */
let stage: Stage;
const devices: BrowserContext[] = [];
beforeAll(async () => {
  stage = await setStage({ prepared: 'main' });
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await stage.close();
});

test('a city is set up from nothing', async () => {
  const administrator = await welcome(await firstLink(), DESKTOP, 'Ada Anfang', 'ada@example.org');
  await secondFactor(administrator);
  await makeTown(administrator);
  const invitation = { name: 'Kim Koordination', role: 'Koordination', town: 'Musterstadt' };
  const coordinator = await welcome(await invite(administrator, invitation), DESKTOP);
  await secondFactor(coordinator);

  await readInList(coordinator);
  await takePart(coordinator, 'Kita Neuland 1');
  const leadership = { name: 'Leo Leitung', role: 'Leitung', house: 'Kita Neuland 1' };
  const lead = await welcome(await invite(coordinator, leadership), DESKTOP);
  await addGroup(lead);

  const phone = await welcome(await invite(lead, { name: 'Eda Erzieherin' }), PHONE);
  await signOut(phone);
  await signIn(phone, 'eda.erzieherin@example.org');
  await noteActivity(phone);

  await coordinator.goto('/ueberblick');
  const dose = coordinator.getByRole('region', { name: 'Bewegungszeit' });
  await dose.getByText(/^1$/).waitFor();
  await dose.getByRole('link', { name: 'Aktivitäten' }).waitFor();
});

/** The link that the product prints on its first start. */
async function firstLink(): Promise<string> {
  const output = await stage.product.said(/\/einladung#[\w-]+/);
  return /\/einladung#[\w-]+/.exec(output)![0];
}

/** Accepts an invitation on a new device. */
async function welcome(link: string, size: typeof DESKTOP, name?: string, email?: string): Promise<Page> {
  const device = await stage.device(size);
  devices.push(device);
  const page = await device.newPage();
  await page.goto(link);
  if (email) await page.getByLabel('E-Mail-Adresse für die Anmeldung').fill(email);
  if (name) await page.getByLabel('Vor- und Nachname').fill(name);
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Passwort wiederholen').fill(PASSWORD);
  await page.getByRole('button', { name: 'Zugang einrichten' }).click();
  await page.waitForURL((url) => url.pathname !== '/einladung');
  return page;
}

/** On the page that stands in place of every other one, with the code that an authenticator app would show. */
async function secondFactor(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Bitte den zweiten Faktor einrichten' }).waitFor();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('img', { name: /QR-Code/ }).waitFor();
  await expectAccessible(page);
  const secret = Secret.fromBase32((await page.locator('pre').innerText()).replaceAll(' ', ''));
  await page.getByLabel('Code', { exact: true }).fill(new TOTP({ secret }).generate());
  await page.getByRole('button', { name: 'Einschalten' }).click();
  await page.getByRole('button', { name: 'Ich habe die Codes aufbewahrt' }).click();
  await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
}

async function makeTown(page: Page): Promise<void> {
  await page.goto('/verwaltung');
  await page.getByRole('button', { name: 'Kommune anlegen' }).first().click();
  await save(page, { Name: 'Musterstadt', Gemeindeschlüssel: '05916000' });
  await page.getByRole('link', { name: 'Stadtbezirke anlegen' }).click();
  for (const Name of ['Nord', 'Süd']) {
    await page.getByRole('button', { name: 'Stadtbezirk anlegen' }).first().click();
    await save(page, { Name });
  }
}

/** Fills the dialog that is open, and waits until it is gone. */
async function save(page: Page, fields: Record<string, string>): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await dialog.waitFor({ state: 'detached' });
}

interface Guest {
  name: string;
  role?: string;
  town?: string;
  house?: string;
}

/** Invites somebody, and returns the link to pass on. */
async function invite(page: Page, { name, role, town, house }: Guest): Promise<string> {
  await page.goto('/einladen');
  await page.getByLabel('Vor- und Nachname').fill(name);
  await page.getByLabel('E-Mail-Adresse').fill(`${name.toLowerCase().replace(' ', '.')}@example.org`);
  if (role) await page.getByLabel('Rolle').selectOption(role);
  if (town) await page.getByLabel('Kommune').selectOption(town);
  if (house) {
    await page.getByRole('combobox', { name: 'Einrichtung' }).fill(house);
    await page.getByRole('option', { name: `${house}, Nord`, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Link erstellen' }).click();
  const link = await page.getByRole('textbox', { name: 'Einladungslink' }).inputValue();
  return link.slice(link.indexOf('/einladung#'));
}

async function readInList(page: Page): Promise<void> {
  await page.goto('/einrichtungen');
  await page.getByRole('link', { name: 'Aus Datei einlesen' }).first().click();
  const buffer = asFile(institutionRows(87, 'Nord'));
  const file = { name: 'einrichtungen.csv', mimeType: 'text/csv', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('87 Einrichtungen anlegen').waitFor();
  await page.getByRole('button', { name: 'Jetzt einlesen' }).click();
  await page.getByRole('heading', { name: 'Eingelesen' }).waitFor();
}

async function takePart(page: Page, house: string): Promise<void> {
  await page.goto(`/einrichtungen?suche=${encodeURIComponent(house)}`);
  await page.getByRole('link', { name: house, exact: true }).click();
  await page.getByRole('button', { name: 'Teilnahme beginnen' }).click();
  await page.getByRole('dialog').getByLabel('Stand').selectOption('In Umsetzung');
  await save(page, { Datum: '2020-08-01' });
}

async function addGroup(page: Page): Promise<void> {
  await page.goto('/gruppen');
  await page.getByRole('button', { name: 'Gruppe anlegen' }).first().click();
  await save(page, { Name: 'Igelgruppe', 'Kinder in der Gruppe': '22' });
  await page.getByText('Igelgruppe').first().waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Konto von/ }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
}

async function noteActivity(page: Page): Promise<void> {
  // The house's only group may be chosen already.
  await page.getByRole('radio', { name: 'Igelgruppe' }).check();
  await page.getByRole('radio', { name: 'Bewegtes Lernen' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('button', { name: 'Rückgängig' }).waitFor();
}
