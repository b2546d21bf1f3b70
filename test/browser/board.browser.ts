import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { DESKTOP, expectAccessible, PHONE, setStage, signIn, type Stage } from '../support/browser.js';

/** A house's modules on their way over the board: dragged, moved by keys, and by the plain menu on a phone. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

interface Listed {
  items: { id: string; title: string; moduleId: string; audience: string; active: boolean }[];
}

const read = async (page: Page, path: string): Promise<Listed['items']> =>
  ((await (await page.request.get(path)).json()) as Listed).items;

/** Modules for children that the house has not chosen in any year: their titles are on no card yet. */
async function freshTitles(page: Page): Promise<[string, string]> {
  const chosen = (await read(page, '/api/module-bookings?limit=200')).map(({ moduleId }) => moduleId);
  const fresh = (await read(page, '/api/modules?active=true&audience=children&limit=200')).filter(
    ({ id }) => !chosen.includes(id),
  );
  const [first, second] = fresh.map(({ title }) => title);
  if (first === undefined || second === undefined) throw new Error('the house has chosen everything');
  return [first, second];
}

const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const card = (page: Page, in_: string, title: string): Locator =>
  column(page, in_).getByRole('listitem').filter({ hasText: title });
/** What a card is taken by: its words, not its buttons. */
const handle = (page: Page, in_: string, title: string): Locator =>
  card(page, in_, title).getByRole('button', { name: title }).first();

test('modules are chosen, dragged, moved by keys and by a menu', async () => {
  const desktop = await stage.device(DESKTOP);
  const page = await desktop.newPage();
  await signIn(page, 'leitung@demo.invalid');
  const [first, second] = await freshTitles(page);
  const { today } = (await (await page.request.get('/api/session')).json()) as { today: string };
  await choose(page, [first, second]);

  await drag(page, handle(page, 'Gewünscht', first), column(page, 'Geplant'));
  await page.getByRole('dialog', { name: `Planen: ${first}` }).waitFor();
  await page.getByLabel('Geplant am', { exact: true }).fill(today);
  await page.getByLabel('Uhrzeit').fill('09:30');
  await page.getByRole('button', { name: 'Planen', exact: true }).click();
  await card(page, 'Geplant', first).getByText('09:30 Uhr').waitFor();
  expect(await card(page, 'Gewünscht', first).count()).toBe(0);

  await moveByKeys(page, first);
  await page.getByLabel('Kinder', { exact: true }).fill('17');
  await page.getByRole('button', { name: 'Als durchgeführt eintragen', exact: true }).click();
  await card(page, 'Durchgeführt', first).getByText('17 Kinder').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectAccessible(page);
  await desktop.close();

  await cancelOnPhone(second);
});

async function choose(page: Page, titles: string[]): Promise<void> {
  await page.getByRole('link', { name: 'Module', exact: true }).click();
  await page.getByRole('link', { name: 'Module wählen' }).click();
  for (const title of titles) await page.getByRole('checkbox', { name: title, exact: true }).check();
  await page.getByRole('button', { name: '2 Module wünschen' }).click();
  for (const title of titles) await card(page, 'Gewünscht', title).waitFor();
}

/** As a hand does it: press, pull, let go. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.waitFor();
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  const [x, y] = [start.x + start.width / 2, start.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y + 5, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, Math.max(y, end.y + 70), { steps: 12 });
  await page.getByText('über der Spalte Geplant.').waitFor({ state: 'attached' });
  await page.mouse.up();
}

/** Space takes the card, an arrow moves it a column, space lets it go; each is said in German. */
async function moveByKeys(page: Page, title: string): Promise<void> {
  await handle(page, 'Geplant', title).focus();
  await page.keyboard.press('Space');
  await page.getByText(`${title} aufgenommen, in der Spalte Geplant.`).waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowRight');
  await page.getByText(`${title} über der Spalte Durchgeführt.`).waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await page.getByRole('dialog', { name: `Durchgeführt: ${title}` }).waitFor();
}

async function cancelOnPhone(title: string): Promise<void> {
  const phone = await stage.device(PHONE);
  const page = await phone.newPage();
  await signIn(page, 'leitung@demo.invalid');
  await page.goto('/module');
  await page.getByRole('button', { name: `${title} verschieben` }).click();
  await page.getByRole('menuitem', { name: 'Als ausgefallen eintragen' }).click();
  const dialog = page.getByRole('dialog', { name: `Ausgefallen: ${title}` });
  await dialog.getByRole('button', { name: 'Als ausgefallen eintragen' }).click();
  // Not without a reason.
  await dialog.getByText('Grund: bitte angeben.').first().waitFor();
  await dialog.getByLabel('Grund', { exact: true }).fill('Halle gesperrt');
  await dialog.getByRole('button', { name: 'Als ausgefallen eintragen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^Ausgefallen \(\d+\)$/).click();
  await card(page, 'Ausgefallen', title).getByText('Halle gesperrt').waitFor();
  await phone.close();
}
