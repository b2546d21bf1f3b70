import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, expectAccessible, setStage, signIn, type Stage } from '../support/browser.js';

/* What the coordinator looks at every week: who is reached less, who does not enter anything, and a letter to them. */
let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  page = await (await stage.device(DESKTOP)).newPage();
  await signIn(page, 'koordination@demo.invalid');
});
afterAll(() => stage.close());

interface Report {
  rows: { group: { value: string }[]; values: { code: string; numerator: number; denominator: number }[] }[];
}

test('chances: the sentence bears the counts of the report, and the chart goes along as picture and file', async () => {
  await page.getByRole('link', { name: 'Chancen' }).click();
  await page.getByLabel('Vergleichen nach').selectOption('Stadtbezirk');
  const panel = page.getByRole('group', { name: 'Reichweite: Einrichtungen nach Stadtbezirk' });
  await panel.waitFor();
  const { rows } = (await (await page.request.get('/api/reports/reach?groupBy=district')).json()) as Report;
  const counts = rows.map(({ values: [reach] }) => `${reach?.numerator} von ${reach?.denominator}`);
  for (const count of counts) await panel.getByText(`(${count})`).waitFor();
  const sentence = await page.getByText(/Prozentpunkte? weniger, das 0,\d+-Fache\./).textContent();
  expect(counts.filter((count) => sentence?.includes(count)).length).toBeGreaterThanOrEqual(2);

  const save = async (item: RegExp): Promise<Buffer> => {
    await panel.getByRole('button', { name: /Speichern$/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('menuitem', { name: item }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      /^olympia-ruft_reichweite-einrichtungen-nach-stadtbezirk_\d{4}-\d\d-\d\d\.(png|csv)$/,
    );
    return readFile(await download.path());
  };
  const csv = (await save(/CSV/)).toString('utf8');
  expect(csv).toMatch(/^\uFEFFGruppe;Einrichtungen;/);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
  expect((await save(/PNG/)).subarray(1, 4).toString('latin1')).toBe('PNG');
});

test('completeness: the worst come first, are chosen, and get a letter once', async () => {
  await page.getByRole('link', { name: 'Vollständigkeit' }).click();
  await page.getByRole('button', { name: /Nach Meldequote sortieren$/ }).click();
  await page.waitForURL(/sortierung=rate/);
  const sorted = await page.request.get('/api/reports/completeness?sort=rate&limit=1');
  const { items } = (await sorted.json()) as { items: { name: string }[] };
  const worst = items[0]?.name ?? '';
  await page.getByRole('rowheader').nth(1).filter({ hasText: worst }).waitFor();
  const box = page.getByRole('checkbox', { name: `${worst} auswählen` });
  await box.check();
  await page.getByRole('button', { name: 'Erinnern' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ans Nachtragen erinnern' });
  await dialog.getByText(/^Betreff: Aktivitäten nachtragen/).waitFor();
  await dialog.getByLabel('Eigene Worte (freiwillig)').fill('Ich rufe morgen an.');
  await dialog.getByText(/Ich rufe morgen an\.[^]*Fragen\?/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Eine Erinnerung senden' }).click();
  await page.getByText(/^Eine Erinnerung ist geschrieben/).waitFor();
  await page
    .getByText(/^erinnert am/)
    .first()
    .waitFor();

  await box.check();
  await page.getByRole('button', { name: 'Erinnern' }).click();
  await dialog.getByText('In den letzten 7 Tagen schon erinnert').waitFor();
  await page.keyboard.press('Escape');
  await page.goto('/nachrichten');
  await page
    .getByText(/^Aktivitäten nachtragen: /)
    .first()
    .waitFor();
});
