import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashPassword } from '../../../src/access/passwords/passwords.js';
import { signedIn } from '../../support/city.js';
import { insertRow, rowsOf } from '../../support/rows.js';
import type { NewTablet } from '../../support/shared-tablet.js';
import { foundByAThief } from '../../support/thief.js';
import { say } from '../figures.js';
import { activitiesIn, type NotedActivity, SOUND } from './checker.js';
import { eventually } from './eventually.js';
import { type Device, type Folk, Hall } from './hall.js';
import { kept, noteActivity, synced } from './noting.js';

/*
 * Somebody leaves before their entries have arrived: by signing out, because their account is disabled, or because the house is closed.
 * What they noted arrives all the same or waits for the lead, and nobody who has the device in hand can read it. And somebody guesses at
 * a tablet that was left behind.
 */

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(() => hall.close());

/** So many entries that wait on the person's device, whose network is gone. */
async function waiting(
  { educator }: Folk,
  count: number,
): Promise<{ device: Device; noted: NotedActivity[] }> {
  const device = await hall.device(educator);
  await device.page.goto('/eintragen');
  await device.page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
  await synced(device);
  await device.page.getByRole('group', { name: 'Schwerpunkt' }).waitFor();
  await device.leave();
  const noted: NotedActivity[] = [];
  for (let i = 0; i < count; i += 1) noted.push(await noteActivity(device.page, educator));
  return { device, noted };
}

interface Secrets {
  storageKey: string;
  ticket: string;
}

/** Whoever has the device finds no word of what was noted, and no key that opens it, as text or as bytes. */
async function expectNothing(
  { page }: Device,
  noted: readonly NotedActivity[],
  secrets: Secrets,
): Promise<void> {
  const found = (await foundByAThief(page)) + (await page.content()) + page.url();
  const keys = [secrets.storageKey, secrets.ticket];
  const bytes = keys.map((key) =>
    JSON.stringify(Buffer.from(key, 'base64url').toString('latin1')).slice(1, -1),
  );
  for (const word of [...noted.map(({ note }) => note), ...keys, ...bytes, 'extractable: true'])
    expect(found.includes(word) ? `found: ${word}` : '').toBe('');
}

const secretsOf = async ({ page }: Device): Promise<Secrets> =>
  (await (await page.request.get('/api/session/outbox')).json()) as Secrets;

/** Once: an answer about the session that is still on its way must not open the page again. */
async function signOut({ page }: Device): Promise<void> {
  await page.getByRole('button', { name: /^Konto von / }).click();
  await page.getByRole('menuitem', { name: 'Abmelden', disabled: false }).click();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
}

test('signed out with entries waiting: unreadable for the next, and they arrive as their author’s', async () => {
  const house = await hall.house();
  const { device, noted } = await waiting(house, 2);
  device.line.fateOf = () => 'busy';
  await device.comeBack();
  // Only with a network can anybody sign out, and the device has to have noticed it.
  await eventually(() => Promise.resolve(device.line.seen.busy > 0), true);
  const secrets = await secretsOf(device);
  await signOut(device);
  expect(await kept(device)).toBe(noted.length);
  await expectNothing(device, noted, secrets);

  await hall.signIn(device.context, device.line, house.lead);
  await device.page.goto('/eintragen');
  await device.page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
  await expectNothing(device, noted, secrets);
  await device.leave();
  device.line.fateOf = () => 'passes';
  await device.comeBack();
  const seconds = await synced(device);
  expect(await activitiesIn(hall.stage.db, noted)).toEqual(SOUND);
  say(
    'offline',
    `signed out with ${noted.length} entries waiting: a thief and the next person read 0 of them, 0 lost, 0 doubled, their author kept, synced after ${seconds.toFixed(1)} s`,
  );
  await device.context.close();
});

interface HeldList {
  items: { id: string; reason: string }[];
}

test('a person whose account is disabled with five entries waiting: the lead gets them, nobody else', async () => {
  const house = await hall.house();
  const { app } = hall.stage;
  const { device, noted } = await waiting(house, 5);
  const administrator = hall.stage.as('administrator');
  const path = `/api/accounts/${house.educator.id}`;
  const { version } = (await administrator.get<{ version: number }>(path)).json;
  expect((await administrator.patch(path, { disabled: true }, version)).status).toBe(200);
  await device.comeBack();
  await device.page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await eventually(
    () => heldOf(house),
    noted.map(() => 'access_ended'),
  );
  const colleague = await hall.town.person('Kollegin', [
    ['educator', { institutionId: house.institutionId }],
  ]);
  const list = `/api/held-entries?institutionId=${house.institutionId}`;
  for (const person of [colleague, hall.stage.city.people.coordinator, hall.stage.city.people.schoolLead]) {
    const { text } = await signedIn(app, person).get(list);
    for (const { note } of noted) expect(text).not.toContain(note);
  }
  const lead = signedIn(app, house.lead);
  const { json: held } = await lead.get<HeldList>(list);
  for (const { id } of held.items)
    expect((await lead.post(`/api/held-entries/${id}/confirmation`, {})).status).toBe(200);
  expect(await activitiesIn(hall.stage.db, noted)).toEqual(SOUND);
  const confirmed = await hall.stage.trail('held_entry.confirm');
  expect(confirmed.map(({ actor_id: id }) => id)).toEqual(noted.map(() => house.lead.id));
  say(
    'offline',
    `account disabled with ${noted.length} entries waiting: ${held.items.length} held for the lead, 0 lost, read by nobody else`,
  );
  await device.context.close();
});

async function heldOf({ institutionId }: Folk): Promise<string[]> {
  const sql = 'select reason from held_entries where institution_id = $1';
  return (await rowsOf<{ reason: string }>(hall.stage.db, sql, [institutionId])).map(({ reason }) => reason);
}

test('a house that is archived meanwhile: its entries are kept until somebody decides', async () => {
  const house = await hall.house();
  const { device, noted } = await waiting(house, 2);
  await archive(house, true);
  await device.comeBack();
  await device.page.getByText('2 Einträge brauchen Hilfe').first().waitFor();
  expect((await activitiesIn(hall.stage.db, noted)).lost).toHaveLength(2);

  expect(await kept(device)).toBe(noted.length);

  await archive(house, false);
  await device.page.goto('/wartend');
  for (const _one of noted)
    await device.page.getByRole('button', { name: 'Noch einmal senden' }).first().click();
  await synced(device);
  expect(await activitiesIn(hall.stage.db, noted)).toEqual(SOUND);
  say(
    'offline',
    `house archived with ${noted.length} entries waiting: kept with the reason, 0 lost; sent again after it was opened, 0 doubled`,
  );
  await device.context.close();
});

test('a house that becomes part of another one meanwhile: its entries arrive there', async () => {
  const [house, other] = [await hall.house(), await hall.house()];
  const { device, noted } = await waiting(house, 2);
  const body = { vanishingId: house.institutionId, vanishingVersion: 1, fields: [], runs: 'staying' };
  const merged = await hall.stage
    .as('coordinator')
    .send('POST', `/api/institutions/${other.institutionId}/merge`, { version: 1, body });
  expect(merged.status).toBe(200);
  await device.comeBack();
  await synced(device);
  expect(await activitiesIn(hall.stage.db, noted)).toEqual(SOUND);
  const sql = 'select count(*)::int as count from activities where institution_id = $1';
  expect(await rowsOf(hall.stage.db, sql, [other.institutionId])).toEqual([{ count: noted.length }]);
  say('offline', `house merged with ${noted.length} entries waiting: arrived in the other house, 0 doubled`);
  await device.context.close();
});

async function archive({ institutionId }: Folk, archived: boolean): Promise<void> {
  const path = `/api/institutions/${institutionId}`;
  const coordinator = hall.stage.as('coordinator');
  const { version } = (await coordinator.get<{ version: number }>(path)).json;
  expect((await coordinator.patch(path, { archived }, version)).status).toBe(200);
}

const TABLET_PIN = '482951';
const GUESS = '482952';

/** A tablet of the house, at its lock screen; the educator has a PIN. */
async function sharedTablet({ institutionId, educator, lead }: Folk): Promise<Device> {
  const pinHash = await hashPassword(TABLET_PIN);
  await insertRow(hall.stage.db, 'account_pins', { accountId: educator.id, pinHash, changedAt: new Date() });
  const made = await signedIn(hall.stage.app, lead).post<NewTablet>('/api/tablets', {
    institutionId,
    name: 'Halle',
  });
  const device = await hall.device(null);
  await device.page.goto(`/tablet#${made.json.enrolment.code}`);
  await device.page.getByRole('button', { name: 'Dieses Gerät einrichten' }).click();
  await choose(device);
  return device;
}

async function choose({ page }: Device): Promise<void> {
  await page.getByRole('button', { name: /^Fachkraft/ }).click();
  await page.getByRole('heading', { name: /^PIN von Fachkraft/ }).waitFor();
}

/** Each is answered before the next: what counts is what the screen says then. */
async function guess({ page }: Device, answers: readonly string[]): Promise<void> {
  for (const answer of answers) {
    await page.keyboard.type(GUESS);
    await page.getByText(answer).waitFor();
  }
}

const left = (then: string) =>
  ['Noch 4 Versuche', 'Noch 3 Versuche', 'Noch 2 Versuche', 'Noch ein Versuch'].map(
    (count) => `${count}, ${then}`,
  );

test('who guesses at a tablet has to pause, and then to ask the lead', async () => {
  const house = await hall.house();
  const device = await sharedTablet(house);
  const { page } = device;
  const pause = 'Zu oft eine falsche PIN. In 5 Minuten geht es weiter.';
  await guess(device, [...left('dann folgt eine Pause.'), pause]);
  // A page that is loaded anew knows nothing of it, but the server does; now even the right one is not looked at.
  await page.reload();
  await choose(device);
  await page.keyboard.type(TABLET_PIN);
  await page.getByText(pause).waitFor();

  const { id } = house.educator;
  await hall.stage.db.query('update account_pins set paused_until = now() where account_id = $1', [id]);
  await page.reload();
  await choose(device);
  await guess(device, [...left('dann ist die PIN gesperrt.'), 'Zehnmal war sie falsch. Bitte die Leitung']);
  await page.reload();
  await choose(device);
  await page.getByText('Die PIN ist gesperrt').waitFor();

  const leading = await hall.device(house.lead);
  await leading.page.goto('/tablets');
  await leading.page.getByRole('button', { name: /^Wieder freigeben: PIN von Fachkraft/ }).click();
  await leading.page.getByText('kann es wieder versuchen').waitFor();
  await page.reload();
  await choose(device);
  await page.keyboard.type(TABLET_PIN);
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
  await Promise.all([device.context.close(), leading.context.close()]);
});
