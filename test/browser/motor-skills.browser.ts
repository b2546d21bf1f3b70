import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, expectAccessible, PHONE, setStage, type Stage } from '../support/browser.js';
import { buildCity } from '../support/city.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { urlOf } from '../support/product.js';
import { connect } from '../support/rows.js';
import { addKitas, addTested, AVERAGE, BELOW } from '../support/tested-town.js';

/* From a school year that is over to published statistics, on the coordinator's phone; in a small town of which little is shown. */
let database: FreshDatabase;
let stage: Stage;
let page: Page;
beforeAll(async () => {
  database = await freshDatabase();
  const token = await buildTestedTown();
  stage = await setStage({
    env: { DATABASE_URL: urlOf(database.runtime), SECOND_FACTOR_REQUIRED: 'false' },
  });
  const phone = await stage.device(PHONE);
  await phone.addCookies([{ name: 'olympia', value: token, url: stage.product.url }]);
  page = await phone.newPage();
});
afterAll(async () => {
  await stage.close();
  await database.drop();
});

/** @returns the coordinator's session */
async function buildTestedTown(): Promise<string> {
  const db = await connect(database.superuser);
  const city = await buildCity(db);
  const [first, second] = await addKitas(db, city);
  const of = { sex: 'female', schoolYear: city.schoolYear - 1 };
  for (const kita of [...first, ...second]) {
    await addTested(db, kita, { ...of, count: 8, entry: AVERAGE, exit: AVERAGE });
    await addTested(db, kita, { ...of, count: 4, entry: BELOW });
    await addTested(db, kita, { ...of, sex: 'male', count: 1, entry: BELOW, exit: AVERAGE });
  }
  // The only one of its kind: its children are not told apart.
  await db.query(
    `update institutions set social_situation = 'high', social_situation_source = 'Stadt', social_situation_year = 2025 where id = $1`,
    [first[0]],
  );
  await db.end();
  return city.people.coordinator.token;
}

test('a year is prepared, looked at and published; a hidden number says why it is hidden', async () => {
  await page.goto('/motorik');
  await page.getByRole('heading', { name: 'Noch nichts veröffentlicht' }).waitFor();
  await page.getByRole('link', { name: 'Veröffentlichen' }).click();
  const open = page.getByText(/^Der Zeitraum läuft bis zum 31\.07\./);
  await open.first().waitFor();
  await page
    .getByRole('button', { name: /^Vorbereiten: \d{4}\/\d\d$/ })
    .first()
    .click();

  await page.getByRole('heading', { name: 'Das würde veröffentlicht' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Veröffentlichen: / }).click();
  const question = page.getByRole('dialog', { name: /veröffentlichen\?$/ });
  await question.getByText(/Sie bleiben, wie sie sind/).waitFor();
  await question.getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.getByText(/^1\. Fassung, veröffentlicht am /).waitFor();
  expect(await page.getByText('Dieses Jahr ist schon als Ganzes veröffentlicht.').count()).toBe(2);

  await page.getByRole('link', { name: /^Zahlen ansehen: / }).click();
  const tasks = page.getByRole('group', { name: 'Unter dem Durchschnitt, Aufgabe für Aufgabe' });
  await tasks.getByText('Standweitsprung').waitFor();
  await page
    .getByText(/gerundet auf 5; Werte bis 7 nicht ausgewiesen/)
    .first()
    .waitFor();
  await page.getByLabel('Aufteilen nach').selectOption('Soziale Lage der Einrichtung');
  const hidden = page.getByRole('button', { name: /^Nicht ausgewiesen\. / }).first();
  await hidden.click();
  await page.getByRole('tooltip', { name: /^Nicht ausgewiesen\. / }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('tooltip').waitFor({ state: 'hidden' });

  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.keyboard.press('Shift+Tab');
  await hidden.focus();
  await page.getByRole('tooltip', { name: /^Nicht ausgewiesen\. / }).waitFor();
  await expectAccessible(page);
});
