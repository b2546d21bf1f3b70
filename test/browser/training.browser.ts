import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, expectAccessible, PHONE, setStage, signIn, type Stage } from '../support/browser.js';
import { codeIn, expectVerified, textOf } from '../support/certificate.js';

/**
 * From an idea to a paper: the lead registers three colleagues, one has to wait, a place is freed, and she moves up; attendance is taken, and
 * her certificate can be checked by anybody.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const TITLE = 'Balancieren mit Alltagsdingen';
const TEAM = ['Aylin Berger', 'Björn Çelik', 'Chiara Dönhoff'] as const;

test('three colleagues, two seats: the third waits, moves up, attends, and gets a certificate that verifies', async () => {
  const city = await stage.device(DESKTOP);
  const coordinator = await city.newPage();
  await signIn(coordinator, 'koordination@demo.invalid');
  await announceTraining(coordinator);

  const house = await stage.device(PHONE);
  const lead = await house.newPage();
  await signIn(lead, 'leitung@demo.invalid');
  await enterTeam(lead);
  await registerTeam(lead);
  await giveBack(lead, TEAM[0]);
  await lead
    .getByRole('group', { name: 'Anmeldungen aus meiner Einrichtung' })
    .getByText('Zurückgegeben')
    .waitFor();

  await coordinator.reload();
  const registered = coordinator.getByRole('group', { name: 'Anmeldungen', exact: true });
  await registered.getByRole('row', { name: new RegExp(`${TEAM[2]}.*Bestätigt`) }).waitFor();
  await registered.getByRole('row', { name: new RegExp(`${TEAM[0]}.*Zurückgegeben`) }).waitFor();
  await coordinator.getByText('2 von 2 Plätzen vergeben').waitFor();
  await expectAccessible(coordinator);

  await takeAttendance(coordinator);
  await lead.goto('/bescheinigungen');
  const opens = lead.getByRole('link', { name: new RegExp(`^PDF öffnen: ${TEAM[2]}`) });
  const href = await opens.getAttribute('href');
  const text = await textOf(await (await lead.request.get(href!)).body());
  expect(text).toContain(`${TEAM[2]} hat an der Fortbildung ${TITLE} teilgenommen.`);
  await house.close();
  await city.close();
  await expectVerified(stage, { code: codeIn(text), title: TITLE, units: '8,0', name: TEAM[2] });
});

/** All who have a seat came, and get their certificates. */
async function takeAttendance(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  await page.getByRole('link', { name: 'Anwesenheit' }).click();
  await page.getByText('2 offen').waitFor();
  const stored = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await page.getByRole('button', { name: 'Alle offenen: anwesend' }).click();
  await stored;
  await page.getByText('2 anwesend').waitFor();
  await page.goto(`${pathname}/bescheinigungen`);
  await page.getByRole('button', { name: 'Für 2 Personen ausstellen' }).click();
  await page.getByText('2 Bescheinigungen ausgestellt.').waitFor();
}

/** A training with two seats today, opened for all. */
async function announceTraining(page: Page): Promise<void> {
  await page.goto('/fortbildungen');
  await page.getByRole('link', { name: 'Fortbildung anlegen' }).click();
  await page.getByLabel('Titel').fill(TITLE);
  await page.getByLabel('Schwerpunkt').selectOption({ label: 'Bewegtes Lernen' });
  await page.getByLabel('Ort', { exact: true }).fill('Turnhalle am Park');
  await page.getByLabel('Datum').fill(await today(page));
  await page.getByLabel('Beginn').fill('09:00');
  await page.getByLabel('Ende').fill('16:00');
  await page.getByLabel('Pausen (Minuten)').fill('60');
  await page.getByText('8 UE').waitFor();
  await page.getByLabel('Plätze').fill('2');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByRole('button', { name: 'Anmeldung öffnen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Anmeldung öffnen' }).click();
  await page.getByText('Anmeldung offen', { exact: true }).waitFor();
}

async function enterTeam(page: Page): Promise<void> {
  await page.goto('/team');
  for (const name of TEAM) {
    await page.getByRole('button', { name: 'Fachkraft eintragen' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('Funktion').selectOption({ label: 'Erzieher/in' });
    await form.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText(`${name} ist eingetragen.`).waitFor();
  }
  await expectAccessible(page);
}

async function registerTeam(page: Page): Promise<void> {
  await page.goto('/fortbildungen');
  await page.getByRole('link', { name: TITLE }).click();
  for (const name of TEAM) await page.getByLabel(new RegExp(name)).check();
  await page.getByRole('button', { name: '3 anmelden' }).click();
  const results = page.getByRole('status').filter({ hasText: 'Ergebnis der Anmeldung' });
  await results.getByText(`${TEAM[0]}: Bestätigt – der Platz ist sicher.`).waitFor();
  await results.getByText(`${TEAM[1]}: Bestätigt – der Platz ist sicher.`).waitFor();
  await results.getByText(`${TEAM[2]}: Auf der Warteliste, Platz 1.`).waitFor();
  await expectAccessible(page);
}

async function giveBack(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name} abmelden` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abmelden' }).click();
  await page.getByText(`${name} ist abgemeldet.`).waitFor();
}

/** The server's. */
async function today(page: Page): Promise<string> {
  return ((await (await page.request.get('/api/session')).json()) as { today: string }).today;
}
