import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { cameraFilm } from '../support/camera-film.js';
import { expectAccessible, PASSWORD, setStage, signIn, type Stage } from '../support/browser.js';
import { foundByAThief } from '../support/thief.js';

/** A tablet that a house shares: who takes it into their hands sees names, and nothing that anybody has noted. */
const TABLET = { width: 768, height: 1024 };
const PIN = '730946';
const WRONG = '730947';
const PIN_OF_LEAD = '618034';
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
/** The educator's, beside the PIN. */
let badge: string;
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
  await write(lead, 'PUT', '/api/account/pin', { password: PASSWORD, pin: PIN_OF_LEAD });
  badge = await newBadge(educator);
  device = await stage.device(TABLET);
  page = await device.newPage();
  page.on('response', (answer) => void keepSecretsOf(answer));
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

async function newBadge(own: Page): Promise<string> {
  const made = await write<{ secret: string }>(own, 'POST', '/api/account/badge', { password: PASSWORD });
  return made.secret;
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

/** What was typed last is on the disk; it takes a breath, as not every letter is sealed by itself. */
async function draftKept(): Promise<void> {
  const since = await page.evaluate<number>('Date.now()');
  const newest = () => page.evaluate<number>(NEWEST_DRAFT);
  while ((await newest()) < since) await page.getByLabel('Notiz').waitFor();
}

const NEWEST_DRAFT = `new Promise((done) => {
  const opened = indexedDB.open('olympia-tablet');
  opened.onsuccess = () => {
    const all = opened.result.transaction('drafts').objectStore('drafts').getAll();
    all.onsuccess = () => {
      opened.result.close();
      done(Math.max(0, ...all.result.map(({ savedAt }) => savedAt)));
    };
  };
})`;

const locked = () => page.getByRole('heading', { name: 'Wer ist da?' }).waitFor();

/** Of every sitting on the tablet: the half of the token that is in the page, the storage key and the ticket. */
const secrets = new Set<string>();

async function keepSecretsOf(answer: Response): Promise<void> {
  const names = { '/api/tablet/session': ['unlock'], '/api/session/outbox': ['storageKey', 'ticket'] };
  const wanted = Object.entries(names).find(([path]) => path === new URL(answer.url()).pathname)?.[1];
  if (!wanted || !answer.ok()) return;
  const body = (await answer.json()) as Record<string, string>;
  wanted.forEach((name) => secrets.add(body[name]!));
}

/** Names of fields that stand beside what somebody noted or typed, wherever it lies in clear. */
const READABLE_FIELD = /"(note|childrenPresent|pin|badge|ticket|unlock|storageKey)":/;

/** Nothing of what anybody typed, and nothing that opens it, is on the device, in the page, in its fields or in its address. */
async function expectNothingLeft(): Promise<void> {
  const found =
    (await foundByAThief(page)) + (await page.content()) + page.url() + (await page.evaluate<string>(TYPED));
  expect(secrets.size).toBeGreaterThanOrEqual(3);
  const keys = [...secrets, badge];
  const bytes = keys.map((key) =>
    JSON.stringify(Buffer.from(key.replace('obw_', ''), 'base64url').toString('latin1')).slice(1, -1),
  );
  const words = [SAVED, BEGUN, ADDED, PIN, WRONG, '@demo.invalid', 'extractable: true', ...keys, ...bytes];
  for (const word of words) expect(found.includes(word) ? `found: ${word}` : '').toBe('');
  expect(READABLE_FIELD.exec(found)?.[0]).toBeUndefined();
}

/** What stands in fields is no part of the page's text. */
const TYPED = `[...document.querySelectorAll('input, textarea')].map(({ value }) => value).join()`;

/** The screen goes off and on again. */
const GO_DARK = `
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  delete document.visibilityState;`;

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
  await page.getByText('Diese PIN stimmt nicht. Noch 4 Versuche, dann folgt eine Pause.').waitFor();
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

test('the draft comes back to its own person alone, and a dark screen locks on every page', async () => {
  await unlock(names.educator, PIN);
  await page.getByLabel('Notiz').waitFor();
  expect(await page.getByLabel('Notiz').inputValue()).toBe(BEGUN);
  // A page that needs nobody to be signed in: it must give way to the names all the same.
  await page.getByText('Alles übertragen').click();
  await page.getByRole('heading', { name: 'Noch nicht übertragen' }).waitFor();
  await page.evaluate(GO_DARK);
  await locked();
  await expectNothingLeft();
  await page.goBack();
  await locked();
  await expectNothingLeft();
});

test('a badge that is typed opens as well; locked by hand or by a reload, nothing is left and the draft is kept', async () => {
  await page.getByRole('button', { name: 'Mit Ausweis' }).click();
  await page.getByRole('button', { name: 'Code eintippen' }).click();
  await page.getByLabel('Code auf dem Ausweis').fill(`${badge}x`);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await page.getByText('Dieser Ausweis gilt nicht (mehr).').waitFor();
  // As it is printed: without our sign, in groups.
  const printed = badge.replace('obw_', '').replace(/.{4}/g, '$& ');
  await page.getByLabel('Code auf dem Ausweis').fill(printed);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await page.getByLabel('Notiz').waitFor();
  await page.getByRole('button', { name: 'Sperren' }).click();
  await locked();
  await expectNothingLeft();

  await unlock(names.educator, PIN);
  await page.getByLabel('Notiz').fill(`${BEGUN} und weiter`);
  await draftKept();
  await page.reload();
  await locked();
  await expectNothingLeft();
  await unlock(names.educator, PIN);
  await page.getByLabel('Notiz').waitFor();
  expect(await page.getByLabel('Notiz').inputValue()).toBe(`${BEGUN} und weiter`);
  await page.getByRole('button', { name: 'Sperren' }).click();
  await locked();
});

test('links that would sign somebody in for good are for a device of one’s own', async () => {
  for (const path of ['/einladung', '/neues-passwort']) {
    await page.goto(`${path}#${'t'.repeat(43)}`);
    await page.getByRole('heading', { name: 'Bitte am eigenen Gerät öffnen' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.locator('input').count()).toBe(0);
  }
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Zur Startseite', exact: true }).click();
  await locked();
});

/** The next PIN is checked by a server that takes its time. @returns lets the answer come */
async function slowCheck(): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((go) => (release = go));
  await page.route(
    '**/api/tablet/session',
    async (route) => {
      const answer = await route.fetch();
      await released;
      // Whoever has turned away hears nothing of it.
      await route.fulfill({ response: answer }).catch(() => undefined);
    },
    { times: 1 },
  );
  return release;
}

test('a slow answer opens nothing for somebody who has turned away, neither for the next nor behind a dark screen', async () => {
  const answerLead = await slowCheck();
  await unlock(names.lead, PIN_OF_LEAD);
  await page.getByText('Die PIN wird geprüft …').waitFor();
  await page.getByRole('button', { name: 'Andere Person' }).click();
  await unlock(names.educator, PIN);
  // The form that was begun is there again.
  await page.getByLabel('Notiz').fill(BEGUN);
  await page.clock.fastForward('00:09');
  answerLead();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('button', { name: 'Noch eine' }).waitFor();
  expect(await page.getByText('Ohne geprüfte PIN').count()).toBe(0);
  const { items } = await read<{ items: { note: string }[] }>(educator, '/api/activities?mine=true&limit=50');
  expect(items.filter(({ note: text }) => text === BEGUN)).toHaveLength(1);
  await page.getByRole('button', { name: 'Sperren' }).click();
  await locked();

  const answer = await slowCheck();
  await unlock(names.educator, PIN);
  await page.getByText('Die PIN wird geprüft …').waitFor();
  await page.evaluate(GO_DARK);
  answer();
  await locked();
  await expectNothingLeft();
  await unlock(names.educator, PIN);
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
  await page.getByRole('button', { name: 'Sperren' }).click();
  await locked();
});

test('digits and codes that somebody left behind go with a dark screen, or after two minutes', async () => {
  await unlock(names.educator, PIN.slice(0, 5));
  await page.evaluate(GO_DARK);
  await unlock(names.educator, PIN.slice(5));
  await page.getByRole('status', { name: '1 von 6 Ziffern' }).waitFor();
  await page.clock.fastForward('02:01');
  await locked();
  await page.getByRole('button', { name: 'Mit Ausweis' }).click();
  await page.getByRole('button', { name: 'Code eintippen' }).click();
  await page.getByLabel('Code auf dem Ausweis').fill(badge);
  await page.evaluate(GO_DARK);
  await locked();
  await expectNothingLeft();
  // Without a network a badge waits for its person to be named: not for the next one.
  await device.setOffline(true);
  await page.getByRole('button', { name: 'Mit Ausweis' }).click();
  await page.getByRole('button', { name: 'Code eintippen' }).click();
  await page.getByLabel('Code auf dem Ausweis').fill(badge);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await page.getByRole('heading', { name: 'Wessen Ausweis ist das?' }).waitFor();
  await page.evaluate(GO_DARK);
  await locked();
  await device.setOffline(false);
});

test('an answer that comes after the lock brings nobody’s pages back', async () => {
  await unlock(names.lead, PIN_OF_LEAD);
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
  let release: () => void = () => undefined;
  const released = new Promise<void>((go) => (release = go));
  const held = new Promise<void>((heard) => {
    void page.route(
      '**/api/session',
      async (route) => {
        const answer = await route.fetch();
        heard();
        await released;
        await route.fulfill({ response: answer }).catch(() => undefined);
      },
      { times: 1 },
    );
  });
  // Somebody who works for two minutes without asking anything of the server is asked about.
  await page.clock.fastForward('01:00');
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).click();
  await page.clock.fastForward('01:01');
  await held;
  await page.getByRole('button', { name: 'Sperren' }).click();
  await locked();
  release();
  await page.waitForResponse('**/api/tablet', { timeout: 2000 }).catch(() => undefined);
  await expectNothingLeft();
  await locked();
  await unlock(names.educator, PIN);
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
  await page.getByRole('button', { name: 'Sperren' }).click();
  await locked();
});

test('whoever could not wait for the check is checked as soon as the server is quick again', async () => {
  const answer = await slowCheck();
  await unlock(names.educator, PIN);
  await page.getByText('Die PIN wird geprüft …').waitFor();
  await page.clock.fastForward('00:09');
  await page.getByText('Ohne geprüfte PIN').waitFor();
  answer();
  await page.clock.fastForward('00:16');
  await page.getByText('Ohne geprüfte PIN').waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Meine Einträge' }).first().waitFor();
  await page.getByRole('button', { name: 'Sperren' }).click();
  await locked();
});

test('without a network entries are added and arrive: with the right PIN stored, with a wrong one held', async () => {
  await device.setOffline(true);
  await unlock(names.educator, PIN);
  await note(ADDED);
  await page.getByText('Auf diesem Gerät gesichert').waitFor();
  // Nobody could check who this is, so what was noted before is not offered.
  expect(await page.getByRole('link', { name: 'Meine Einträge' }).count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sperren' }).click();
  await page.getByText('1 Eintrag wartet versiegelt auf diesem Gerät').waitFor();
  await expectNothingLeft();

  await unlock(names.educator, WRONG);
  await note(ADDED);
  await page.getByText('Auf diesem Gerät gesichert').waitFor();
  await page.evaluate('window.dispatchEvent(new PageTransitionEvent("pagehide"))');
  await page.getByText(/^2 Einträge warten versiegelt/).waitFor();
  await expectNothingLeft();
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

test('the lead shows a code on their own device, which a page that is open already takes as well', async () => {
  await lead.clock.install();
  await lead.goto('/tablets');
  await lead.getByRole('button', { name: 'Neues Tablet einrichten' }).click();
  await lead.getByLabel('Name des Tablets').fill('Bewegungsraum');
  await lead.getByRole('button', { name: 'QR-Code zeigen' }).click();
  const link = await lead.getByLabel('Oder diese Adresse am Tablet öffnen').inputValue();
  await lead.getByText(/^Gilt noch (10:00|9:5\d) Minuten/).waitFor();
  // A laptop that sleeps meanwhile runs no timers; the code goes on ageing.
  await lead.clock.fastForward('05:00');
  await lead.getByText(/^Gilt noch (5:00|4:5\d) Minuten/).waitFor();

  const other = await (await stage.device(TABLET)).newPage();
  await other.goto('/tablet');
  await other.getByText('Hier fehlt der Code').waitFor();
  await other.evaluate(`location.href = ${JSON.stringify(link)}`);
  await other.getByRole('button', { name: 'Dieses Gerät einrichten' }).click();
  await other.getByRole('heading', { name: 'Wer ist da?' }).waitFor();
  await lead.clock.fastForward('00:10');
  await lead.getByText('Das Tablet ist eingerichtet.').waitFor();
  await expectAccessible(lead);
  await other.context().close();
});

test('a badge is read by the camera', async () => {
  const secret = await newBadge(lead);
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
  // Whatever is asked of the server next; the page may have asked by itself and be gone.
  await page.evaluate(`document.querySelector('a[href="/meine-eintraege"]')?.click()`);
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await expectNothingLeft();
});
