import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible, setStage, signIn, type Stage } from '../support/browser.js';
import { codeIn, expectVerified, textOf } from '../support/certificate.js';

/** From the tick at the door to a paper that somebody else can check. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const TABLET = { width: 820, height: 1180 };

test('attendance is taken, also without a network; the certificate opens, and its code verifies', async () => {
  const device = await stage.device(TABLET);
  const page = await device.newPage();
  await signIn(page, 'koordination@demo.invalid');
  const training = await trainingOfToday(page);
  await page.goto(`/fortbildungen/${training}/anwesenheit`);
  await page.getByText('0 anwesend').waitFor();

  await addSomebodyNew(page, 'Özlem Nguyễn');
  await addSomebodyNew(page, 'Bea Beispiel');
  await tick(page, 'Bea Beispiel', 'Fehlt');
  await page.getByText('1 fehlt').waitFor();
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await page.getByText('2 offen').waitFor();
  await page.getByText('Alles übertragen').waitFor();

  await device.setOffline(true);
  await tick(page, 'Bea Beispiel', 'Entschuldigt');
  await page.getByText('1 Eintrag wartet').waitFor();
  await device.setOffline(false);
  await page.getByText('Alles übertragen').waitFor();
  await page.getByRole('button', { name: 'Alle offenen: anwesend' }).click();
  await page.getByText('1 anwesend').waitFor();
  await page.getByText('0 offen').waitFor();
  await expectAccessible(page);
  await storedMarks(page, training, ['excused', 'present']);

  await page.getByRole('link', { name: 'Liste zum Drucken' }).click();
  await page.getByRole('columnheader', { name: 'Unterschrift' }).waitFor();
  await expectAccessible(page);
  await page.goto(`/fortbildungen/${training}/bescheinigungen`);
  await page.getByRole('button', { name: 'Für eine Person ausstellen' }).click();
  await page.getByText('Eine Bescheinigung ausgestellt.').waitFor();
  await expectAccessible(page);

  const href = await page.getByRole('link', { name: /^PDF öffnen: Özlem Nguyễn/ }).getAttribute('href');
  const text = await textOf(await (await page.request.get(href!)).body());
  expect(text).toContain('Özlem Nguyễn hat an der Fortbildung Bewegte Pause von heute teilgenommen.');
  await device.close();
  await expectVerified(stage, {
    code: codeIn(text),
    title: 'Bewegte Pause von heute',
    units: '4,0',
    name: 'Nguyễn',
  });
});

async function tick(page: Page, name: string, state: string): Promise<void> {
  await page
    .getByRole('group', { name: `Anwesenheit von ${name}` })
    .getByRole('button', { name: state })
    .click();
}

async function addSomebodyNew(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Person hinzufügen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wer ist dazugekommen?' });
  await dialog.getByRole('radio', { name: 'Neu' }).check();
  await dialog.getByLabel('Vor- und Nachname').fill(name);
  await dialog.getByRole('combobox', { name: 'Einrichtung' }).fill('Wolkenh');
  await page.getByRole('option', { name: /Wolkenhüpfer/ }).click();
  await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
  await page.getByRole('group', { name: `Anwesenheit von ${name}` }).waitFor();
}

/** An open training with one session, today. @returns its id */
async function trainingOfToday(page: Page): Promise<string> {
  const origin = new URL(page.url()).origin;
  const { today } = (await (await page.request.get('/api/session')).json()) as { today: string };
  const municipalities = (await (await page.request.get('/api/municipalities')).json()) as {
    items: { id: string }[];
  };
  const times = { heldOn: today, startsAt: '14:00', endsAt: '17:15', breakMinutes: 15 };
  const data = {
    ...{ municipalityId: municipalities.items[0]!.id, title: 'Bewegte Pause von heute' },
    ...{ focusArea: 'active_learning', capacity: 10, sessions: [times] },
  };
  const made = await page.request.post('/api/trainings', { headers: { Origin: origin }, data });
  const { id, version } = (await made.json()) as { id: string; version: number };
  const headers = { Origin: origin, 'If-Match': `"${version}"` };
  const opened = await page.request.patch(`/api/trainings/${id}`, { headers, data: { state: 'open' } });
  expect([made.status(), opened.status()]).toEqual([201, 200]);
  return id;
}

/** What the server has, not what the screen hopes: after a reload it shows nothing else. */
async function storedMarks(page: Page, training: string, expected: string[]): Promise<void> {
  await page.reload();
  await page.getByText('0 offen').waitFor();
  const answer = await page.request.get(`/api/trainings/${training}/attendance`);
  const { people } = (await answer.json()) as { people: { marks: { state: string }[] }[] };
  expect(people.flatMap(({ marks }) => marks.map(({ state }) => state)).sort()).toEqual(expected);
}
