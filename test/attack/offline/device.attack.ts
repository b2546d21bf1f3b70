import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { foundByAThief } from '../../support/thief.js';
import { rowsOf } from '../../support/rows.js';
import { signedIn } from '../../support/city.js';
import { amount, say } from '../figures.js';
import { activitiesIn, type NotedActivity, SOUND, triesIn } from './checker.js';
import { type Device, type Folk, Hall } from './hall.js';
import { enterStation, fillIn, noteActivity, openStation, save, synced } from './noting.js';

/*
 * One device without a network: it is started, loaded anew, used in two tabs and brought up to date before anything could be sent. Then
 * a disk that is full, and a clock that is three years ahead.
 */

const CHILDREN = amount({ short: 2, long: 10 });

let hall: Hall;
let house: Folk;
beforeAll(async () => {
  hall = await Hall.open();
  house = await hall.house();
});
afterAll(() => hall.close());

/** With the application on the device, so that it starts without a network. */
async function ready({ page }: Device): Promise<void> {
  await page.goto('/eintragen');
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.reload();
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
}

async function anew({ page }: Device, path = '/eintragen'): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { name: 'Aktivität eintragen' }).waitFor();
}

test('started without a network, loaded anew, in two tabs, brought up to date: everything arrives once', async () => {
  const { educator } = house;
  const device = await hall.device(educator);
  const day = await hall.testDay(house, CHILDREN);
  await ready(device);
  await device.page.goto(`/testtage/${day.id}`);
  await device.page.getByRole('button', { name: /^(Für die Halle vorbereiten|Noch einmal holen)$/ }).click();
  await device.page.getByText('Auf diesem Gerät bereit').waitFor();
  const station = await openStation(device, day, 'SWS', educator);

  await device.leave();
  await device.page.close();
  device.page = await device.context.newPage();
  await anew(device);
  const noted = [await noteActivity(device.page, educator)];
  await device.page.reload();
  noted.push(await noteActivity(device.page, educator));
  const second: Device = { ...device, page: await device.context.newPage() };
  await anew(second);
  noted.push(await noteActivity(second.page, educator), await noteActivity(device.page, educator));
  await second.page.goto(`/testtage/${day.id}/station/SWS`);
  const tries = await enterStation(second.page, station);
  await expectUnreadable(second.page, noted);

  await bringUpToDate(device, second);
  await device.leave();
  device.line.fateOf = () => 'passes';
  await device.comeBack();
  const seconds = Math.max(await synced(device), await synced(second));
  expect(await activitiesIn(hall.stage.db, noted)).toEqual(SOUND);
  expect(await triesIn(hall.stage.db, day.id, tries)).toEqual(SOUND);
  say(
    'offline',
    `started without a network, loaded anew, two tabs, new version: ${noted.length + tries.length} entries, 0 lost, 0 doubled, synced ${seconds.toFixed(1)} s after the network was back`,
  );
  await device.context.close();
});

/** The network is back, and the first that comes is a new version of the application, before any entry gets through. */
async function bringUpToDate({ line, page, comeBack }: Device, second: Device): Promise<void> {
  line.fateOf = () => 'refused';
  line.version = 'the next';
  // Where tries are entered it would have to wait.
  await anew(second);
  const loadedAnew = [page, second.page].map((tab) => tab.waitForEvent('load'));
  await comeBack();
  await page.evaluate(
    'navigator.serviceWorker.getRegistration().then((worker) => worker.update()).then(() => undefined)',
  );
  await page.getByRole('button', { name: 'Übernehmen' }).click();
  await Promise.all(loadedAnew);
}

/** Nothing of what waits can be read, even while its author is signed in. */
async function expectUnreadable(page: Page, noted: readonly NotedActivity[]): Promise<void> {
  const found = await foundByAThief(page);
  for (const { note } of noted) expect(found).not.toContain(note);
}

/** Room enough to start with, on a disk that can be filled. */
const DISK_BYTES = 30_000_000;

/** Until not even a few bytes more fit. */
const FILL = `(async () => {
  const asked = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const opening = indexedDB.open('photos', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('all', { autoIncrement: true });
  const database = await asked(opening);
  const fits = (bytes) => new Promise((done) => {
    const transaction = database.transaction('all', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => done(true);
    transaction.onabort = () => done(false);
    transaction.objectStore('all').add(crypto.getRandomValues(new Uint8Array(bytes)));
  });
  for (let bytes = 65536; bytes >= 16; bytes /= 4) while (await fits(bytes));
  database.close();
})()`;

const MAKE_ROOM = `new Promise((done) => { indexedDB.deleteDatabase('photos').onsuccess = () => done(); })`;

test('a full disk refuses before anything says "gespeichert", and the form keeps what was typed', async () => {
  const device = await hall.device(house.educator);
  const { page, line } = device;
  const developer = await device.context.newCDPSession(page);
  await developer.send('Storage.overrideQuotaForOrigin', { origin: line.url, quotaSize: DISK_BYTES });
  await anew(device);
  await synced(device);
  const noted = await fillIn(page, house.educator);
  await page.evaluate(FILL);
  await save(page);
  await page.getByText('Der Speicher dieses Geräts ist voll').first().waitFor();
  const kept = page.getByRole('heading', { name: /^(Gespeichert|Auf diesem Gerät gesichert)/ });
  expect(await kept.count()).toBe(0);
  expect(await page.getByLabel('Notiz').inputValue()).toBe(noted.note);
  expect((await activitiesIn(hall.stage.db, [noted])).lost).toEqual([noted.note]);

  await page.evaluate(MAKE_ROOM);
  await save(page);
  await page.getByRole('heading', { name: 'Gespeichert' }).waitFor();
  await synced(device);
  expect(await activitiesIn(hall.stage.db, [noted])).toEqual(SOUND);
  say('offline', 'disk full: refused before it was called kept, form kept; stored once when there was room');
  await device.context.close();
});

const AHEAD_MS = 3 * 365.25 * 86_400_000;
const CLOCK_AHEAD = `{
  const Right = Date;
  class Ahead extends Right {
    constructor(...parts) { parts.length === 0 ? super(Ahead.now()) : super(...parts); }
    static now() { return Right.now() + ${AHEAD_MS}; }
  }
  globalThis.Date = Ahead;
}`;

test('a clock that is three years ahead: nothing is lost, and no entry is three years ahead', async () => {
  const device = await hall.device(house.educator);
  await device.context.addInitScript(CLOCK_AHEAD);
  await ready(device);
  await device.leave();
  const noted = [
    await noteActivity(device.page, house.educator),
    await noteActivity(device.page, house.educator),
  ];
  await device.page
    .getByText(/Die Uhr dieses Geräts geht .* vor/)
    .first()
    .waitFor();
  await device.comeBack();
  await synced(device);
  expect(await activitiesIn(hall.stage.db, noted)).toEqual(SOUND);
  const days = await rowsOf<{ day: string }>(
    hall.stage.db,
    'select distinct held_on::text as day from activities where note = any($1)',
    [noted.map(({ note }) => note)],
  );
  expect(days).toEqual([{ day: hall.stage.city.today }]);
  say(
    'offline',
    `clock 3 years ahead: ${noted.length} entries, flagged on the screen, 0 lost, 0 doubled, on the right day`,
  );
  await device.context.close();
});

/** What becomes of the page between the change and the network's being back. */
const RETURNS: Record<string, (device: Device) => Promise<void>> = {
  'the page kept open': () => Promise.resolve(),
  'closed, and started again without a network': async (device: Device): Promise<void> => {
    await device.page.close();
    device.page = await device.context.newPage();
    await anew(device);
    await device.page.getByText('1 Eintrag wartet').first().waitFor();
  },
};

test.each(Object.entries(RETURNS))(
  'changed here and elsewhere meanwhile, %s: both versions side by side, and the choice of each field counts',
  async (_, meanwhile) => {
    const device = await hall.device(house.educator);
    await ready(device);
    const { note } = await noteActivity(device.page, house.educator);
    await synced(device);
    const [stored] = await rowsOf<{ id: string; version: number }>(
      hall.stage.db,
      'select id, version from activities where note = $1',
      [note],
    );
    const { id, version } = stored!;
    await device.page.goto(`/eintrag/${id}`);
    const children = device.page.getByRole('textbox', { name: 'Kinder dabei' });
    await children.waitFor();
    await device.leave();
    await children.fill('17');
    await device.page.getByLabel('Notiz').fill(`${note}, hier`);
    await device.page.getByRole('button', { name: 'Änderung speichern' }).click();
    await device.page.getByText('1 Eintrag wartet').first().waitFor();
    await meanwhile(device);

    const lead = signedIn(hall.stage.app, house.lead);
    const theirs = { childrenPresent: 19, note: `${note}, dort` };
    expect((await lead.patch(`/api/activities/${id}`, theirs, version)).status).toBe(200);
    await device.comeBack();
    const { page } = device;
    await page.getByText('1 Eintrag braucht Hilfe').first().click();
    await page.getByRole('button', { name: 'Beide Fassungen vergleichen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Inzwischen geändert' });
    const choose = (field: string, which: string) =>
      dialog
        .getByRole('group', { name: field })
        .getByRole('radio', { name: new RegExp(which) })
        .check({ force: true });
    await choose('Kinder dabei', 'Inzwischen gespeichert');
    await choose('Notiz', 'Ihre Eingabe');
    await dialog.getByRole('button', { name: 'Auswahl speichern' }).click();
    await synced(device);

    const now = await rowsOf(
      hall.stage.db,
      'select children_present as children, note from activities where id = $1',
      [id],
    );
    expect(now).toEqual([{ children: 19, note: `${note}, hier` }]);
    const choices = await hall.stage.trail('activity.settle_conflict');
    const ofThis = choices.filter(({ object_id: what }) => what === id);
    expect(ofThis.map(({ actor_id: who }) => who)).toEqual([house.educator.id]);
    await device.context.close();
  },
);
