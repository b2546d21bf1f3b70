import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { expectAccessible, setStage, signIn, type Stage } from '../support/browser.js';
import { planDay } from '../support/planned-day.js';

/** A test day in the gym: a tablet that loses its network, is loaded anew, asks about slips, and is not alone. */
const TABLET = { width: 768, height: 1024 };

let stage: Stage;
let device: BrowserContext;
let page: Page;
let day: string;
beforeAll(async () => {
  stage = await setStage();
  device = await stage.device(TABLET);
  page = await device.newPage();
  await signIn(page, 'leitung@demo.invalid');
  day = await planDay(page);
});
afterAll(() => stage.close());

interface Trial {
  number: number;
  value: number | null;
  valid: boolean;
  confirmed: boolean;
}
interface Sheet {
  children: { code: string; results: { itemCode: string; reason: string | null; trials: Trial[] }[] }[];
}

test('station mode loses nothing offline, asks about slips, and lets a person choose between two tablets', async () => {
  const station = `/testtage/${day}/station/SWS`;
  await page.goto(station);
  await page.getByText('0 von 3 fertig').waitFor();
  const codes = await stripCodes();
  await expectAccessible(page);

  // By the pad, then without a network by the keyboard.
  for (const key of ['9', '8', 'Speichern']) await press(page, key);
  await page.getByText('gespeichert', { exact: true }).waitFor();
  await device.setOffline(true);
  await page.getByLabel('Versuch 2').fill('104');
  await page.keyboard.press('Enter');
  await page.getByText('1 Eintrag wartet').waitFor();
  await press(page, 'Nächstes Kind');
  await page
    .getByRole('group', { name: 'Nicht durchgeführt' })
    .getByRole('button', { name: 'Krank' })
    .click();
  await page.getByText('2 Einträge warten').waitFor();
  await page.getByText('Nicht durchgeführt: Krank').waitFor();
  await press(page, 'Nächstes Kind');
  await page.getByLabel('Versuch 1').fill('12');
  await device.setOffline(false);
  await page.reload();
  await page.getByText('Alles übertragen').waitFor();
  await page.getByText('2 von 3 fertig').waitFor();
  expect(await trialsOf(codes[0]!)).toMatchObject([{ value: 98 }, { value: 104 }]);

  // What was typed is still there; 12 cm is no jump of a five-year-old.
  expect(await page.getByLabel('Versuch 1').inputValue()).toBe('12');
  await press(page, 'Speichern');
  await page.getByText('Wirklich 12 cm? Gemeint 112 cm?').waitFor();
  await expectAccessible(page);
  await press(page, '112 cm nehmen');
  await page.getByText('gespeichert', { exact: true }).waitFor();

  await secondTablet(station);
  await page.getByLabel('Versuch 2').waitFor();
  expect(await trialsOf(codes[2]!)).toMatchObject([{ value: 112 }, { value: 96, valid: true }]);
});

/** Both have the third child before them; the other tablet is quicker with the second try. */
async function secondTablet(station: string): Promise<void> {
  const second = await stage.device(TABLET);
  const other = await second.newPage();
  await signIn(other, 'leitung@demo.invalid');
  await other.goto(station);
  await other.getByLabel('Versuch 2').waitFor();
  expect(await other.getByLabel('Versuch 1').inputValue()).toBe('112');
  await page.getByLabel('Versuch 2').fill('96');
  await other.getByLabel('Versuch 2').fill('101');
  await press(other, 'Speichern');
  await other.getByText('3 von 3 fertig').waitFor();

  // The other's value arrives, and does not touch what is being typed.
  await page.getByText('3 von 3 fertig').waitFor();
  expect(await page.getByLabel('Versuch 2').inputValue()).toBe('96');
  await press(page, 'Speichern');
  await page.getByText('Versuch 2: Auf einem anderen Gerät steht schon ein anderer Wert.').waitFor();
  await expectAccessible(page);
  await press(page, '96 cm nehmen (hier eingegeben)');
  await page.getByText('Alles übertragen').waitFor();
  expect(await choices()).toEqual(['trial.settle_conflict']);
  await second.close();
}

/** What the trail says of people who chose between two values. */
async function choices(): Promise<string[]> {
  const administration = await stage.device(TABLET);
  const trail = await administration.newPage();
  await signIn(trail, 'admin@demo.invalid');
  const answer = await trail.request.get('/api/audit-events?action=trial.settle_conflict');
  const { items } = (await answer.json()) as { items: { action: string }[] };
  await administration.close();
  return items.map(({ action }) => action);
}

test('child mode and typing in from paper reach the same values', async () => {
  await page.goto(`/testtage/${day}/erfassen?aufgabe=RB`);
  const first = page.getByRole('textbox', { name: /, Versuch 1$/ });
  const code = (await first.first().getAttribute('aria-label'))!.slice(0, 5);
  await first.first().focus();
  await page.keyboard.type('-3,5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('F');
  await page.keyboard.press('Enter');
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await page
    .getByText('Bitte −40 bis 40 cm angeben, in Schritten von 0,5.', { exact: true })
    .last()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('k');
  await page.keyboard.press('Enter');
  await page.getByText('Alles übertragen').waitFor();
  await expectAccessible(page);
  await expect(trialsOf(code, 'RB')).resolves.toMatchObject([{ value: -3.5 }, { value: null, valid: false }]);

  await page.goto(`/testtage/${day}/boegen`);
  await page
    .getByRole('region', { name: /Standweitsprung/ })
    .getByRole('rowheader', { name: code })
    .waitFor();
  await expectAccessible(page);

  const child = await page.evaluate<string>(
    `fetch('/api/test-days/${day}/sheet').then((answer) => answer.json())
      .then(({ children }) => children.find(({ code }) => code === '${code}').childId)`,
  );
  await page.goto(`/testtage/${day}/kind/${child}?aufgabe=RB`);
  await page.getByText('Fehlversuch', { exact: true }).first().waitFor();
  expect(await page.getByLabel('Versuch 1').inputValue()).toBe('-3,5');
  await expectAccessible(page);
});

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** In the order in which the children come. */
async function stripCodes(): Promise<string[]> {
  const chips = await page.getByRole('list', { name: 'Kinder' }).getByRole('button').allTextContents();
  return chips.map((chip) => chip.slice(0, 5));
}

async function trialsOf(code: string, item = 'SWS'): Promise<Trial[]> {
  const sheet = (await (await page.request.get(`/api/test-days/${day}/sheet`)).json()) as Sheet;
  const child = sheet.children.find((one) => one.code === code)!;
  return child.results.find(({ itemCode }) => itemCode === item)!.trials;
}
