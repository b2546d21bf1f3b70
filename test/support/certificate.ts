import { expect } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expectAccessible, PHONE, type Stage } from './browser.js';

/** The words of a PDF's first page. */
export async function textOf(bytes: Buffer): Promise<string> {
  const [first = ''] = await pagesOf(bytes);
  return first;
}

/** The words of a PDF, page by page. */
export async function pagesOf(bytes: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    pages.push(words.replace(/\s+/g, ' '));
  }
  await document.destroy();
  return pages;
}

/** The code printed on it. */
export function codeIn(text: string): string {
  return /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(text)![0];
}

interface Shown {
  code: string;
  title: string;
  /** As shown: with a comma. */
  units: string;
  /** Of the person, which must not be shown. */
  name: string;
}

/** On a stranger's phone: scanned, and typed with a mistake and without. */
export async function expectVerified(stage: Stage, { code, title, units, name }: Shown): Promise<void> {
  const device = await stage.device(PHONE);
  const page = await device.newPage();
  await page.goto(`/pruefen#${code}`);
  await page.getByText('Diese Bescheinigung ist gültig.').waitFor();
  await page.getByText(title).waitFor();
  await page.getByText(`${units} Unterrichtseinheiten`).waitFor();
  expect(await page.getByText(name).count()).toBe(0);
  await expectAccessible(page);

  const field = page.getByLabel('Prüfcode');
  await field.fill(`${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`);
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await page.getByText('Zu diesem Code gibt es keine gültige Bescheinigung.').waitFor();
  await expectAccessible(page);
  await field.fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await page.getByText('Diese Bescheinigung ist gültig.').waitFor();
  await device.close();
}
