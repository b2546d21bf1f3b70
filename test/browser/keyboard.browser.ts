import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, PASSWORD, setStage, signIn, type Stage } from '../support/browser.js';

/** Without a mouse or finger: only keys are pressed. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test('sign in, note an activity and sign out by keyboard alone', async () => {
  const device = await stage.device(DESKTOP);
  const page = await device.newPage();
  await page.goto('/anmelden');
  await tabTo(page, 'E-Mail-Adresse');
  await page.keyboard.type('fachkraft@demo.invalid');
  await tabTo(page, 'Passwort');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();

  await tabTo(page, 'Bärengruppe');
  await page.keyboard.press('Space');
  await tabTo(page, 'Gesundheitsförderung');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Bewegtes Lernen' }).isChecked()).toBe(true);
  await tabTo(page, 'Speichern');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rückgängig' }).waitFor();

  await tabTo(page, /^Konto von/);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Abmelden' }).waitFor();
  while (!(await isFocused(page, 'Abmelden'))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await device.close();
});

test('from a point of the map to its house, and to the one page that goes along on a visit', async () => {
  const device = await stage.device(DESKTOP);
  const page = await device.newPage();
  await signIn(page, 'koordination@demo.invalid');
  await page.goto('/karte');
  await page.getByRole('button', { name: POINT }).first().waitFor();
  await expectOnPaper(page, ['Einrichtung', 'Stand', 'Aktivitäten']);
  await tabTo(page, POINT);
  const first = await focusedName(page);
  await page.keyboard.press('ArrowRight');
  const [name = ''] = (await focusedName(page)).split(', ');
  expect(first.startsWith(name)).toBe(false);
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name }).waitFor();
  expect(await focusedName(page)).toBe(name);
  await page.keyboard.press('Escape');
  expect(await focusedName(page)).toMatch(POINT);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('link', { name: 'Einrichtungsblatt' }).waitFor();
  // A new page takes the focus to its main region: only then is the way on the same for everybody.
  await page.waitForFunction('document.activeElement.tagName === "MAIN"');
  await tabTo(page, 'Einrichtungsblatt');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Gruppen und Kinder' }).waitFor();
  expect(await pagesInPrint(page)).toBe(1);
  await device.close();
});

/** A point of the map, by its state. */
const POINT = /, (aktiv|still geworden|nimmt teil, noch nichts eingetragen|nimmt nicht teil)$/;

/** Printed, a table is a table on a narrow window, too, and nothing is left that can only be pressed. */
async function expectOnPaper(page: Page, columns: string[]): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 900 });
  await page.getByRole('columnheader', { name: 'Karte' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('columnheader').allTextContents()).toEqual(columns);
  expect(await page.getByRole('button', { name: 'Herunterladen' }).count()).toBe(0);
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ media: null });
  await page.getByRole('columnheader', { name: 'Karte' }).waitFor();
}

/** As many sheets of paper as the printer would get. */
async function pagesInPrint(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

test('what has the focus can be seen, and the first stop skips to the content', async () => {
  const device = await stage.device(DESKTOP);
  const page = await device.newPage();
  await page.goto('/anmelden');
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await isFocused(page, 'Zum Inhalt springen')).toBe(true);
  const outline: unknown = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
  expect(outline).not.toBe('none');
  await device.close();
});

const MOST_STOPS = 60;

/** Presses Tab until the named element has the focus, as a person would, all around the page if need be. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await isFocused(page, name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${String(name)}" cannot be reached by keyboard`);
}

// An expression as text, because the server's compiler knows no DOM.
const FOCUSED_NAME = `(() => {
  const { activeElement: element } = document;
  return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
})()`;

async function focusedName(page: Page): Promise<string> {
  return String(await page.evaluate(FOCUSED_NAME)).trim();
}

async function isFocused(page: Page, name: string | RegExp): Promise<boolean> {
  const text = await focusedName(page);
  return typeof name === 'string' ? text.startsWith(name) : name.test(text);
}
