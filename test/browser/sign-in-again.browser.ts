import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, PASSWORD, PHONE, setStage, signIn, type Stage } from '../support/browser.js';

/** The session ends in the middle of work: one signs in on the spot, and what was typed is sent as if nothing had happened. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Ends the session behind the page's back, as an administrator or the clock would. */
async function endSession(page: Page): Promise<void> {
  const { sessionId } = (await (await page.request.get('/api/session')).json()) as { sessionId: string };
  const origin = new URL(page.url()).origin;
  const ended = await page.request.delete(`/api/sessions/${sessionId}`, { headers: { origin } });
  expect(ended.status()).toBe(204);
}

async function signInOnTheSpot(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Anmelden' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('an educator keeps the entry that was half written', async () => {
  const page = await (await stage.device(PHONE)).newPage();
  await signIn(page, 'fachkraft@demo.invalid');
  await page.goto('/meine-eintraege');
  const { items } = (await (await page.request.get('/api/activities?mine=true&limit=1')).json()) as {
    items: { id: string }[];
  };
  await page.goto(`/eintrag/${items[0]!.id}`);
  const note = `Bewegungslandschaft ${Date.now()}`;
  await page.getByLabel('Notiz').fill(note);
  await endSession(page);
  await page.getByRole('button', { name: 'Änderung speichern' }).click();
  await signInOnTheSpot(page);
  await page.getByText(note).first().waitFor();
  const stored = (await (await page.request.get(`/api/activities/${items[0]!.id}`)).json()) as {
    note: string;
  };
  expect(stored.note).toBe(note);
  await page.context().close();
});

test('a coordinator keeps the institution that was half changed', async () => {
  const page = await (await stage.device(DESKTOP)).newPage();
  await signIn(page, 'koordination@demo.invalid');
  const { items } = (await (await page.request.get('/api/institutions?limit=1')).json()) as {
    items: { id: string }[];
  };
  const path = `/einrichtungen/${items[0]!.id}`;
  await page.goto(`${path}/bearbeiten`);
  const contact = `Frau Neu ${Date.now()}`;
  await page.getByLabel('Ansprechperson', { exact: true }).fill(contact);
  await endSession(page);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await signInOnTheSpot(page);
  await page.waitForURL(`**${path}`);
  const stored = (await (
    await page.request.get(`/api${path.replace('/einrichtungen', '/institutions')}`)
  ).json()) as {
    contactName: string;
  };
  expect(stored.contactName).toBe(contact);
  await page.context().close();
});
