import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { SheetDto } from '../../../src/assessments/entry/sheet.dto.js';
import type { Person } from '../../support/city.js';
import type { NotedActivity, NotedTry } from './checker.js';
import { eventually } from './eventually.js';
import type { Device, TestDay } from './hall.js';

let count = 0;

/** Fills in the form for an activity, up to the button. @returns what it says */
export async function fillIn(page: Page, author: Person): Promise<NotedActivity> {
  count += 1;
  const children = 1 + (count % 15);
  const note = `Kanarienvogel ${randomUUID()}`;
  const choose = (legend: string) => page.getByRole('group', { name: legend }).getByRole('radio').first();
  await choose('Gruppe oder Klasse').check({ force: true });
  await choose('Schwerpunkt').check({ force: true });
  await page.getByRole('textbox', { name: 'Kinder dabei' }).fill(String(children));
  const more = page.getByRole('button', { name: 'Mehr angeben' });
  if (await more.isVisible()) await more.click();
  await page.getByLabel('Notiz').fill(note);
  return { note, children, author };
}

export const save = (page: Page) => page.getByRole('button', { name: 'Speichern' }).click();

/** From the form to the panel that says that it is kept. */
export async function noteActivity(page: Page, author: Person): Promise<NotedActivity> {
  const another = page.getByRole('button', { name: 'Noch eine' });
  await page
    .getByRole('heading', { name: /^(Aktivität eintragen|Gespeichert|Auf diesem Gerät)/ })
    .first()
    .waitFor();
  if (await another.isVisible()) await another.click();
  const noted = await fillIn(page, author);
  await save(page);
  await another.waitFor();
  return noted;
}

/** A station of a test day, with everything that can be tried there. */
export interface Station {
  day: TestDay;
  task: string;
  author: Person;
  /** A usual value at that age. */
  usual: number;
  trials: number;
  /** In the order in which the children come. */
  codes: string[];
}

export async function openStation(
  { page }: Device,
  day: TestDay,
  task: string,
  author: Person,
): Promise<Station> {
  const sheet = (await (await page.request.get(`/api/test-days/${day.id}/sheet`)).json()) as SheetDto;
  const { id, trials } = sheet.protocols.find(({ itemCode }) => itemCode === task)!;
  const likely = sheet.children[0]!.results.find(({ protocolId }) => protocolId === id)?.likely;
  const usual = likely ? Math.round((likely.low + likely.high) / 2) : 12;
  await page.goto(`/testtage/${day.id}/station/${task}`);
  const chips = page.getByRole('list', { name: 'Kinder' });
  await chips.waitFor();
  const codes = (await chips.getByRole('button').allTextContents()).map((chip) => chip.slice(0, 5));
  return { day, task, author, usual, trials, codes };
}

/**
 * Types every try of a station, child by child.
 * @param around what happens to the network around each
 */
export async function enterStation(
  page: Page,
  station: Station,
  around: (enter: () => Promise<void>) => Promise<void> = (enter) => enter(),
): Promise<NotedTry[]> {
  const noted: NotedTry[] = [];
  for (const code of station.codes) {
    for (let number = 1; number <= station.trials; number += 1) {
      // Each a little different, so that none can stand for another.
      const value = station.usual + (noted.length % 7) - 3;
      await around(() => enterTry(page, number, value));
      noted.push({ code, task: station.task, number, value, author: station.author });
    }
    if (code !== station.codes.at(-1)) await page.getByRole('button', { name: 'Nächstes Kind' }).click();
  }
  return noted;
}

async function enterTry(page: Page, number: number, value: number): Promise<void> {
  const field = page.getByLabel(`Versuch ${number}`, { exact: true });
  await field.fill(String(value));
  await field.press('Enter');
}

const COUNT = `new Promise((done, fail) => {
  const opening = indexedDB.open('olympia-outbox');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('rows').objectStore('rows').count();
    counting.onsuccess = () => {
      opening.result.close();
      done(counting.result);
    };
  };
})`;

/** How many entries wait on the device, whoever wrote them and whoever can read them. */
export function kept({ page }: Device): Promise<number> {
  return page.evaluate<number>(COUNT);
}

/** Nothing waits on the device any more, and it says so. @returns after how many seconds */
export async function synced(device: Device): Promise<number> {
  const begun = performance.now();
  await eventually(() => kept(device), 0);
  await device.page.getByText('Alles übertragen').first().waitFor();
  return (performance.now() - begun) / 1000;
}
