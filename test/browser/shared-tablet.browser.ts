import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { cameraFilm } from '../support/camera-film.js';
import { expectAccessible, PASSWORD, setStage, signIn, type Stage } from '../support/browser.js';
import { foundByAThief } from '../support/readable-stores.js';

/** A tablet that a house shares: who takes it into their hands sees names, and nothing that anybody has noted. */
const TABLET = { width: 768, height: 1024 };
const PIN = '730946';
const WRONG = '730947';
/** Typed by the educator; to be found nowhere once the tablet is locked. */
const SAVED = 'Kanarienvogel gespeichert';
const BEGUN = 'Kanarienvogel begonnen';
const ADDED = 'Kanarienvogel ohne Netz';

let stage: Stage;
/** The lead's own device, and the educator's. */
let lead: Page;
let educator: Page;
let house: string;
let names: { lead: string; educator: string };
let device: BrowserContext;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  [lead, educator] = await Promise.all([
    signedIn('leitung@demo.invalid'),
    signedIn('fachkraft@demo.invalid'),
  ]);
  const [leading, working] = [await sessionOf(lead), await sessionOf(educator)];
  house = working.roles[0]!.institutionId;
  names = { lead: firstName(leading), educator: firstName(working) };
  await write(educator, 'PUT', '/api/account/pin', { password: PASSWORD, pin: PIN });
  device = await stage.device(TABLET);
  page = await device.newPage();
});
afterAll(() => stage.close());

interface Session {
  account: { name: string };
  roles: { institutionId: string }[];
}

async function signedIn(email: string): Promise<Page> {
  const own = await (await stage.device(TABLET)).newPage();
  await signIn(own, email);
  return own;
}

const sessionOf = async (own: Page) => (await (await own.request.get('/api/session')).json()) as Session;
const firstName = ({ account }: Session) => account.name.split(' ')[0]!;

/** As a person does on their own device; what the screens for it look like is asked elsewhere. */
async function write<T>(own: Page, method: string, path: string, data?: object): Promise<T> {
  const headers = { origin: stage.product.url };
  const answer = await own.request.fetch(path, { method, headers, ...(data && { data }) });
  expect({ path, ok: answer.ok() }).toEqual({ path, ok: true });
  return (answer.status() === 204 ? null : await answer.json()) as T;
}

interface NewTablet {
  id: string;
  enrolment: { code: string };
}

async function newTablet(name: string): Promise<NewTablet> {
  return write<NewTablet>(lead, 'POST', '/api/tablets', { institutionId: house, name });
}

async function enrol(on: Page, code: string): Promise<void> {
  await on.goto(`/tablet#${code}`);
  await on.getByRole('button', { name: 'Dieses Gerät einrichten' }).click();
  await on.getByRole('heading', { name: 'Wer ist da?' }).waitFor();
}

async function unlock(name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { name: `PIN von ${name}` }).waitFor();
  await page.keyboard.type(pin);
}

async function note(text: string): Promise<void> {
  await begin(text);
  await page.getByRole('button', { name: 'Speichern' }).click();
}

async function begin(text: string): Promise<void> {
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
  await page.getByRole('group', { name: 'Gruppe oder Klasse' }).getByRole('radio').first().check();
  await page.getByRole('group', { name: 'Schwerpunkt' }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Mehr angeben' }).click();
  await page.getByLabel('Notiz').fill(text);
}

const locked = () => page.getByRole('heading', { name: 'Wer ist da?' }).waitFor();

/** Nothing of what anybody typed is on the device, in the page or in its address. */
async function expectNothingLeft(): Promise<void> {
  const found = (await foundByAThief(page)) + (await page.content()) + page.url();
  for (const word of [SAVED, BEGUN, ADDED, PIN, WRONG, '@demo.invalid']) expect(found).not.toContain(word);
}

test('a tablet is set up by a code that works once, asks for a PIN, and locks when nobody touches it', async () => {
  const { enrolment } = await newTablet('Turnraum');
  await page.clock.install();
  await page.goto(`/tablet#${enrolment.code}`);
  await page.getByRole('button', { name: 'Dieses Gerät einrichten' }).waitFor();
  expect(page.url()).not.toContain(enrolment.code);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Dieses Gerät einrichten' }).click();
  await locked();
  await expectAccessible(page);
  const other = await (await stage.device(TABLET)).newPage();
  await other.goto(`/tablet#${enrolment.code}`);
  await other.getByRole('button', { name: 'Dieses Gerät einrichten' }).click();
  await other.getByText('Dieser Code gilt nicht mehr').waitFor();
  await other.context().close();

  await unlock(names.educator, WRONG);
  await page.getByText('Die PIN stimmt nicht. Noch 4 Versuche, dann ist Pause.').waitFor();
  await expectAccessible(page);
  await page.keyboard.type(PIN);
  await note(SAVED);
  await page.getByRole('button', { name: 'Noch eine' }).click();
  await begin(BEGUN);

  await page.clock.fastForward('04:31');
  await page.getByRole('dialog', { name: 'Gleich wird gesperrt' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Weiter arbeiten' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.clock.fastForward('05:01');
  await locked();
  await expectNothingLeft();
});

test('the draft comes back to its own person alone, and a dark screen locks', async () => {
  await unlock(names.educator, PIN);
  await page.getByLabel('Notiz').waitFor();
  expect(await page.getByLabel('Notiz').inputValue()).toBe(BEGUN);
  await page.getByRole('link', { name: 'Testtage' }).click();
  await page.getByRole('heading', { name: 'Testtage' }).waitFor();
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    delete document.visibilityState;`);
  await locked();
  await expectNothingLeft();

  await page.goBack();
  await locked();
  await page.reload();
  await locked();
});

test('without a network entries are added and arrive: with the right PIN stored, with a wrong one held', async () => {
  await device.setOffline(true);
  await unlock(names.educator, PIN);
  await note(ADDED);
  await page.getByText('Auf diesem Gerät gesichert').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sperren' }).click();
  await page.getByText('1 Eintrag wartet versiegelt auf diesem Gerät').waitFor();
  await expectNothingLeft();

  await unlock(names.educator, WRONG);
  await note(ADDED);
  await page.getByText('Auf diesem Gerät gesichert').waitFor();
  await page.getByRole('button', { name: 'Sperren' }).click();
  await page.getByText(/^2 Einträge warten versiegelt/).waitFor();
  await expectAccessible(page);
  await device.setOffline(false);
  await page.getByText(/warte[nt] versiegelt/).waitFor({ state: 'hidden' });

  const { items } = await read<{ items: { note: string }[] }>(educator, '/api/activities?mine=true&limit=50');
  expect(items.filter(({ note: text }) => text === ADDED)).toHaveLength(1);
  const held = await read<{ items: { reason: string }[] }>(lead, `/api/held-entries?institutionId=${house}`);
  expect(held.items.map(({ reason }) => reason)).toEqual(['wrong_proof']);
});

async function read<T>(own: Page, path: string): Promise<T> {
  return (await (await own.request.get(path)).json()) as T;
}

test('a badge is read by the camera', async () => {
  const { secret } = await write<{ secret: string }>(lead, 'POST', '/api/account/badge', {
    password: PASSWORD,
  });
  const directory = await mkdtemp(join(tmpdir(), 'olympia-film-'));
  const film = join(directory, 'badge.y4m');
  await writeFile(film, cameraFilm(secret));
  const watching = await stage.deviceWithCamera(TABLET, film);
  try {
    const own = await watching.newPage();
    await enrol(own, (await newTablet('Gruppenraum')).enrolment.code);
    await own.getByRole('button', { name: 'Mit Ausweis' }).click();
    await own.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
    await own.getByText(names.lead, { exact: false }).first().waitFor();
  } finally {
    await watching.browser()?.close();
    await rm(directory, { recursive: true });
  }
});

test('a tablet that the lead takes out is a tablet no longer', async () => {
  const { items } = await read<{ items: { id: string; name: string }[] }>(
    lead,
    `/api/tablets?institutionId=${house}`,
  );
  await unlock(names.educator, PIN);
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
  await write(lead, 'DELETE', `/api/tablets/${items.find(({ name }) => name === 'Turnraum')!.id}`);
  await page.getByRole('link', { name: 'Meine Einträge' }).first().click();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await expectNothingLeft();
});
