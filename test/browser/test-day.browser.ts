import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ClosingDto } from '../../src/assessments/entry/closing.dto.js';
import type { SheetChildDto, SheetDto, SheetProtocolDto } from '../../src/assessments/entry/sheet.dto.js';
import { expectAccessible, setStage, signIn, type Stage } from '../support/browser.js';
import { pagesOf } from '../support/certificate.js';

/**
 * A test day as in the hall: twenty children and five tasks in station mode on a tablet, begun by somebody else, entered to the end through
 * the screens, closed; then the sheets for the parents. With SCREENSHOTS=folder a person can look at it.
 */
const TABLET = { width: 768, height: 1024 };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test('twenty children, five stations, closed, and a sheet for each child’s parents', async () => {
  const page = await (await stage.device(TABLET)).newPage();
  await signIn(page, 'fachkraft@demo.invalid');
  const id = await dayUnderWay(page);
  const { protocols } = await sheetOf(page, id);
  expect(protocols).toHaveLength(5);
  for (const protocol of protocols) await enterStation(page, id, protocol);

  const { children } = await sheetOf(page, id);
  const agreed = children.filter(({ hasConsent }) => hasConsent);
  expect(agreed).toHaveLength(20);
  // One child is ill; of the others every try is there.
  const states = agreed.flatMap(({ results }) => results.map(({ state }) => state));
  expect(states.filter((state) => state === 'not_done')).toHaveLength(5);
  expect(states.filter((state) => state === 'open')).toEqual([]);

  await close(page, id);
  const tested = agreed.filter(({ results }) => results.some(({ state }) => state === 'done'));
  expect(tested).toHaveLength(19);
  await readParentsSheets(page, id, tested);
  await page.context().close();
});

/** The one in the middle of which the educator is. */
async function dayUnderWay(page: Page): Promise<string> {
  const answer = await page.request.get('/api/test-days?state=planned');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  expect(items).toHaveLength(1);
  return items[0]!.id;
}

async function sheetOf(page: Page, id: string): Promise<SheetDto> {
  return (await (await page.request.get(`/api/test-days/${id}/sheet`)).json()) as SheetDto;
}

async function enterStation(page: Page, id: string, protocol: SheetProtocolDto): Promise<void> {
  const { children } = await sheetOf(page, id);
  const open = children.filter((child) => isOpen(child, protocol));
  await page.goto(`/testtage/${id}/station/${protocol.itemCode}`);
  await page.getByRole('list', { name: 'Kinder' }).waitFor();
  for (const child of open) {
    await page.getByRole('heading', { name: child.code }).waitFor();
    await page.getByRole('textbox').and(page.locator(':focus')).waitFor();
    if (isMistyped(child, protocol, open)) await mistype(page);
    else await (protocol.rule === 'sum' ? tap : type)(page, child, protocol);
    if (child !== open.at(-1)) await page.getByRole('button', { name: 'Nächstes Kind' }).click();
  }
  await page.getByText(', niemand fehlt').waitFor();
  await page.getByText('Alles übertragen').waitFor();
  await expectAccessible(page);
  await keepPicture(page, `station-${protocol.itemCode}`);
}

function isOpen({ hasConsent, results }: SheetChildDto, { id, trials }: SheetProtocolDto): boolean {
  const result = results.find(({ protocolId }) => protocolId === id);
  return hasConsent && result?.state !== 'not_done' && (result?.trials.length ?? 0) < trials;
}

/** Of those who jump, the first for whom 112 cm is usual. */
function isMistyped(child: SheetChildDto, protocol: SheetProtocolDto, open: SheetChildDto[]): boolean {
  const jumps112 = ({ results }: SheetChildDto): boolean => {
    const likely = results.find(({ protocolId }) => protocolId === protocol.id)?.likely;
    return likely ? likely.low > 12 && likely.low < 112 && likely.high > 112 : false;
  };
  return protocol.itemCode === 'SWS' && child === open.find(jumps112);
}

/** A digit left out is asked about, and what was meant is offered. */
async function mistype(page: Page): Promise<void> {
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.getByText('Wirklich 12 cm?').waitFor();
  await keepPicture(page, 'frage');
  await page.getByRole('button', { name: '112 cm nehmen' }).click();
  await page.getByRole('textbox', { name: 'Versuch 2' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('109');
  await page.keyboard.press('Enter');
}

/** By a keyboard: the number, Enter, the next try. */
async function type(page: Page, child: SheetChildDto, protocol: SheetProtocolDto): Promise<void> {
  const value = valueFor(child, protocol);
  for (let trial = madeOf(child, protocol); trial < protocol.trials; trial += 1) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
}

/** By fingers: every beam has at most eight steps, so that one tap stores. */
async function tap(page: Page, child: SheetChildDto, protocol: SheetProtocolDto): Promise<void> {
  const pad = page.getByRole('group', { name: 'Zahlen' });
  for (let trial = madeOf(child, protocol); trial < protocol.trials; trial += 1)
    await pad.getByRole('button', { name: String(8 - trial) }).click();
}

function madeOf({ results }: SheetChildDto, { id }: SheetProtocolDto): number {
  return results.find(({ protocolId }) => protocolId === id)?.trials.length ?? 0;
}

/** What is usual at the child's age and sex; without norms, something that any child can do. */
function valueFor({ results }: SheetChildDto, { id, itemCode }: SheetProtocolDto): string {
  const likely = results.find(({ protocolId }) => protocolId === id)?.likely;
  if (likely) return String(Math.round((likely.low + likely.high) / 2));
  return { EBS: '12', SHH: '14', SWS: '80', RB: '2,5' }[itemCode]!;
}

async function close(page: Page, id: string): Promise<void> {
  const closing = (await (await page.request.get(`/api/test-days/${id}/closing`)).json()) as ClosingDto;
  await page.goto(`/testtage/${id}/abschluss`);
  const confirmed = [
    ...(closing.gaps.length > 0 ? ['Die Lücken sind bekannt und bleiben offen.'] : []),
    ...(closing.conspicuous.length > 0 ? ['Die auffälligen Werte sind geprüft und stimmen.'] : []),
  ];
  await page.getByRole('button', { name: 'Testtag abschließen' }).waitFor();
  for (const words of confirmed) await page.getByLabel(words).check();
  await expectAccessible(page);
  await keepPicture(page, 'abschluss');
  await page.getByRole('button', { name: 'Testtag abschließen' }).click();
  await page.getByText('Der Testtag ist abgeschlossen.').waitFor();
}

/** One for each child who did something, under its code; with words, without grades and places. */
async function readParentsSheets(page: Page, id: string, children: SheetChildDto[]): Promise<void> {
  const file = await page.request.get(`/api/test-days/${id}/parents-sheets.pdf`);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const sheets = await pagesOf(await file.body());
  expect(sheets).toHaveLength(children.length);
  for (const { code } of children) {
    const own = sheets.filter((text) => text.includes(code));
    expect([code, own.length]).toEqual([code, 1]);
    expect(own[0]).toContain('Rückmeldung für Eltern');
    expect(own[0]).toContain('Name des Kindes');
    expect(children.filter((other) => own[0]!.includes(other.code))).toHaveLength(1);
    expect(own[0]).not.toMatch(/Rang|Perzentil|Prozent|unterdurchschnittlich|schlechter als|besser als/i);
  }
  expect(sheets.join(' ')).toContain('112 cm');
}

/** For a person's eyes, if a folder is named. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
