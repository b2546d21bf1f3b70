import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Fate } from '../../support/bad-line.js';
import { amount, say } from '../figures.js';
import { SOUND, triesIn } from './checker.js';
import { type Device, Hall } from './hall.js';
import { enterStation, openStation, synced } from './noting.js';

/*
 * A test day on two tablets at once, each on a line of its own that breaks with every try: before it is typed, on its way, or after the
 * server has stored it and before anybody hears of it. Then a line that loses every third answer, and one that takes three seconds.
 */

/** Two tries each at one task on each tablet. */
const CHILDREN = amount({ short: 5, long: 25 });

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(() => hall.close());

const WAYS: readonly (Fate | 'at once')[] = ['at once', 'refused', 'lost'];

/** Breaks with each try in another way, and comes back after it. */
function flapping({ line, leave, comeBack }: Device): (enter: () => Promise<void>) => Promise<void> {
  let turn = 0;
  return async (enter) => {
    const way = WAYS[turn++ % WAYS.length];
    if (way === 'at once') await leave();
    else line.breaksAt = way ?? null;
    await enter();
    if (way !== 'at once') await line.broken();
    await leave();
    await comeBack();
  };
}

test('a test day on two tablets whose network breaks with every try', async () => {
  const house = await hall.house();
  const day = await hall.testDay(house, CHILDREN);
  const tablets = await Promise.all([hall.device(house.educator), hall.device(house.lead)]);
  const authors = [house.educator, house.lead];
  const noted = await Promise.all(
    tablets.map(async (tablet, i) => {
      const station = await openStation(tablet, day, ['SWS', 'SHH'][i]!, authors[i]!);
      return enterStation(tablet.page, station, flapping(tablet));
    }),
  );
  const seconds = await Promise.all(tablets.map(synced));
  const all = noted.flat();
  expect(all).toHaveLength(CHILDREN * 4);
  expect(await triesIn(hall.stage.db, day.id, all)).toEqual(SOUND);
  // The checker is awake: it misses a try that is not there, and finds one that nobody has noted, and another value.
  const [first, second] = all;
  const wrong = [...all.slice(2), { ...first!, value: first!.value + 1 }, { ...second!, number: 9 }];
  const { lost: missed, half } = await triesIn(hall.stage.db, day.id, wrong);
  expect([missed, half]).toMatchObject([{ length: 1 }, { length: 2 }]);
  const lost = tablets.reduce((sum, { line }) => sum + line.seen.lost, 0);
  const cuts = tablets.reduce((sum, { line }) => sum + line.seen.cuts, 0);
  say(
    'offline',
    `network broke ${cuts} times, ${lost} answers lost: ${all.length} tries on 2 tablets, 0 lost, 0 doubled, synced ${Math.max(...seconds).toFixed(1)} s after the last`,
  );
  for (const { context } of tablets) await context.close();
});

test('answers that are lost behind the server, and answers that take three seconds', async () => {
  const house = await hall.house();
  const day = await hall.testDay(house, 3);
  const tablet = await hall.device(house.educator);
  const station = await openStation(tablet, day, 'SWS', house.educator);
  tablet.line.fateOf = (write) => (write % 3 === 1 ? 'lost' : 'passes');
  const first = await enterStation(tablet.page, station);
  await tablet.leave();
  tablet.line.fateOf = () => 'passes';
  await tablet.comeBack();
  await synced(tablet);
  expect(await triesIn(hall.stage.db, day.id, first)).toEqual(SOUND);
  expect(tablet.line.seen.lost).toBeGreaterThan(0);

  const next = await openStation(tablet, day, 'SHH', house.educator);
  tablet.line.latency = 3_000;
  const codes = next.codes.slice(0, amount({ short: 1, long: 3 }));
  const second = await enterStation(tablet.page, { ...next, codes });
  const seconds = await synced(tablet);
  expect(await triesIn(hall.stage.db, day.id, [...first, ...second])).toEqual(SOUND);
  say(
    'offline',
    `${tablet.line.seen.lost} of ${first.length} answers lost after the commit: 0 lost, 0 doubled; answers after 3 s: ${second.length} tries, 0 lost, 0 doubled, synced ${seconds.toFixed(1)} s after the last`,
  );
  await tablet.context.close();
});
