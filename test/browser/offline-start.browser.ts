import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { BadLine } from '../support/bad-line.js';
import { expectAccessible, PHONE, setStage, signIn, type Stage } from '../support/browser.js';
import { planDay } from '../support/planned-day.js';

/** A browser may let the old version rest first, which it sees to about every 30 s. */
const TAKES_OVER_MS = 90_000;

/** The application without a network, from its start on, and its updates: in a browser that keeps its code, as real ones do. */
let stage: Stage;
let line: BadLine;
let device: BrowserContext;
let page: Page;
let day: string;
beforeAll(async () => {
  stage = await setStage();
  line = await BadLine.to(Number(new URL(stage.product.url).port));
  device = await stage.device(PHONE, 'light', { keepsPages: true, baseURL: line.url });
  page = await device.newPage();
  await signIn(page, 'leitung@demo.invalid');
  day = await planDay(page);
  await page.evaluate('navigator.serviceWorker.ready');
});
afterAll(async () => {
  await stage.close();
  await line.close();
});

test('prepared with a network, it starts without one, notes what is done, and brings each entry home once', async () => {
  await page.goto(`/testtage/${day}`);
  await press(page, 'Noch einmal holen');
  await page.getByText('3 Kinder mit Code und Gruppe').waitFor();
  const before = await page.request.get('/api/activities?mine=true');
  const { items: noted } = (await before.json()) as { items: unknown[] };
  await page.goto('/eintragen');
  await page.getByRole('radio', { name: 'Bärengruppe' }).waitFor();

  // Neither page nor service worker reach anything; the browser itself knows nothing of it.
  line.cut();
  await page.reload();
  await page.getByText('Ohne Netz.').waitFor();
  await choose('Bärengruppe');
  await choose('Bewegtes Lernen');
  await press(page, 'Speichern');
  await page.getByText('Auf diesem Gerät gesichert').waitFor();
  await expectAccessible(page);

  // What is not on the device says so, where it stands.
  await page.goto('/haus');
  await page.getByRole('heading', { name: 'Das braucht Netz' }).waitFor();
  await expectAccessible(page);

  await page.goto(`/testtage/${day}`);
  await page.getByText('Auf diesem Gerät bereit').waitFor();
  await page.getByRole('link', { name: 'Standweitsprung: eintragen' }).click();
  for (const key of ['9', '8', 'Speichern']) await press(page, key);
  await page.getByText('2 Einträge warten').waitFor();
  await page.reload();
  await page.getByText('2 Einträge warten').waitFor();

  line.mend();
  await page.getByText('Alles übertragen').waitFor();
  const after = (await (await page.request.get('/api/activities?mine=true')).json()) as { items: unknown[] };
  expect(after.items).toHaveLength(noted.length + 1);
  const sheet = (await (await page.request.get(`/api/test-days/${day}/sheet`)).json()) as Sheet;
  const trials = sheet.children.flatMap(({ results }) => results.flatMap((result) => result.trials));
  expect(trials).toMatchObject([{ number: 1, value: 98 }]);
});

test(
  'a new version waits for a form in another tab, and for everybody afterwards',
  async () => {
    await page.goto('/eintragen');
    await choose('Fuchsgruppe');
    const other = await device.newPage();
    await other.goto('/konto');
    await mark(page);
    await mark(other);

    line.version = 'another one';
    await other.evaluate('navigator.serviceWorker.getRegistration().then((found) => found.update())');
    await page.getByText('Sie wird übernommen, sobald hier nichts mehr in Eingabe ist.').waitFor();
    await press(other, 'Übernehmen');
    await other.getByText('sobald auch in keinem anderen Fenster').waitFor();
    await expectAccessible(other);
    expect(await isMarked(other)).toBe(true);
    expect(await isMarked(page)).toBe(true);

    await choose('Bewegtes Lernen');
    const reloaded = [page, other].map((tab) => tab.waitForEvent('load', { timeout: TAKES_OVER_MS }));
    await press(page, 'Speichern');
    await Promise.all(reloaded);
    expect([await isMarked(page), await isMarked(other)]).toEqual([false, false]);
    await other.close();
  },
  2 * TAKES_OVER_MS,
);

test('a sign-out leaves nothing on the device to start with', async () => {
  await page.goto('/konto');
  await press(page, 'Abmelden');
  await page.getByLabel('E-Mail-Adresse').waitFor();
  expect(await page.evaluate(KEPT)).toEqual({ owner: 0, readings: 0 });
  line.cut();
  await page.reload();
  await page.getByText('Auf diesem Gerät ist niemand angemeldet').waitFor();
  await expectAccessible(page);
  line.mend();
  await page.getByLabel('E-Mail-Adresse').waitFor();
});

interface Sheet {
  children: { results: { trials: { number: number; value: number }[] }[] }[];
}

/** How much is kept. */
const KEPT = `new Promise((done) => {
  const opened = indexedDB.open('olympia-device');
  opened.onsuccess = () => {
    const stores = ['owner', 'readings'];
    const transaction = opened.result.transaction(stores);
    const counts = stores.map((name) => transaction.objectStore(name).count());
    transaction.oncomplete = () => done(Object.fromEntries(counts.map(({ result }, at) => [stores[at], result])));
  };
})`;

const press = (tab: Page, name: string): Promise<void> =>
  tab.getByRole('button', { name, exact: true }).click();

/** As an educator does in the form for an activity. */
const choose = (name: string): Promise<void> => page.getByRole('radio', { name }).check();

/** A mark that does not outlive a page's being loaded anew. */
const mark = (tab: Page): Promise<unknown> => tab.evaluate('window.isMarked = true');
const isMarked = (tab: Page): Promise<boolean> => tab.evaluate<boolean>('window.isMarked === true');
