import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { DESKTOP, expectAccessible, PASSWORD, setStage, signIn, type Stage } from '../support/browser.js';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const look = async (page: Page): Promise<void> => {
  await expectAccessible(page);
};

test('a second factor is set up, asked for at sign-in, and asked for again in the middle of work', async () => {
  const page = await (await stage.device(DESKTOP)).newPage();
  await signIn(page, 'leitung@demo.invalid');
  await page.goto('/konto');
  await page.getByRole('button', { name: 'Zweiten Faktor einrichten' }).click();
  await look(page);
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('img', { name: /QR-Code/ }).waitFor();
  await look(page);
  const secret = (await page.locator('pre').innerText()).replaceAll(' ', '');
  await page
    .getByLabel('Code', { exact: true })
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Einschalten' }).click();
  const codes = page.getByRole('list', { name: 'Notfallcodes' }).getByRole('listitem');
  await codes.first().waitFor();
  await look(page);
  const recovery = await codes.allInnerTexts();
  expect(recovery).toHaveLength(10);
  await page.getByRole('button', { name: 'Ich habe die Codes aufbewahrt' }).click();
  await page.getByText('Noch 10 Notfallcodes übrig.').waitFor();

  // The session ends while a name is being typed: nothing of it is lost.
  await page.getByRole('button', { name: 'Namen ändern' }).click();
  await page.getByLabel('Vor- und Nachname').fill('Lea Neugetippt');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Speichern' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await dialog.getByText('Schritt 2 von 2').waitFor();
  await look(page);
  await dialog.getByRole('button', { name: /Notfallcode eingeben/ }).click();
  await dialog.getByLabel('Notfallcode').fill(recovery[0]!);
  await page.keyboard.press('Enter');
  await page.locator('dd').filter({ hasText: 'Lea Neugetippt' }).waitFor();
  await page.context().close();
});
