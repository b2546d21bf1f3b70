import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Bench } from '../../e2e/access-matrix/bench.js';
import { type BuiltApp, startBuiltApp } from '../../support/built-app.js';
import { readRoutes } from '../../support/openapi.js';
import { amount, count, LONG, percentile, say } from '../figures.js';
import { placeOf } from '../place.js';
import { Attacker } from './attacker.js';
import { Dice, Inventor } from './inventions.js';

/*
 * Bad requests made up at random, one after the other and several at once: each is answered as it must be, the database stays as it is, and
 * the server holds no more than before. What was sent comes again with ATTACK_SEED set to the number in the figures.
 */

const REQUESTS = amount({ short: 1_000, long: 120_000 });
const AT_ONCE = amount({ short: 4, long: 8 });
const BATCH = 1_000;
// Until then code is compiled and connections are made.
const WARM_AFTER = 20_000;
const MOST_MORE_BYTES = 12_000_000;
const SEED = Number(process.env['ATTACK_SEED'] ?? amount({ short: 1, long: Date.now() % 1_000_000 }));

let bench: Bench;
let product: BuiltApp | null = null;
let attacker: Attacker;

beforeAll(async () => {
  bench = await Bench.open();
  // The long form measures a server of its own.
  if (LONG) product = await startBuiltApp(bench.app.settings);
  attacker = new Attacker(product?.port ?? bench.app.port, AT_ONCE);
});
afterAll(async () => {
  attacker.close();
  await product?.close();
  await bench.close();
});

test(`${count(REQUESTS)} made-up requests`, async () => {
  const inventor = new Inventor(
    new Dice(SEED),
    readRoutes().map((route) => placeOf(bench, route)),
  );
  let before = 0;
  for (let sent = 0; sent < REQUESTS; sent += BATCH) {
    if (sent === WARM_AFTER) before = (await product?.memory())?.held ?? 0;
    const wrong = await attacker.sendAll(Array.from({ length: BATCH }, () => inventor.next()));
    expect([SEED, wrong.slice(0, 10)]).toEqual([SEED, []]);
    expect([SEED, await bench.snapshot.checksum()]).toEqual([SEED, '']);
  }
  say(
    'flood',
    `${count(attacker.requests)} requests of seed ${SEED}: ${attacker.answers()}; ${times()}, 0 rows changed`,
  );
  if (product) await assertHeld(product, before);
});

function times(): string {
  const [half, most] = [0.5, 0.99].map((share) => percentile(attacker.times, share).toFixed(1));
  return `half within ${half} ms, 99 % within ${most} ms`;
}

async function assertHeld(server: BuiltApp, before: number): Promise<void> {
  const { held, taken } = await server.memory();
  const mega = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
  say(
    'flood',
    `the server held ${mega(before)} MB after ${count(WARM_AFTER)} requests and ${mega(held)} MB at the end, ${mega(taken)} MB of the system's`,
  );
  expect(held - before).toBeLessThan(MOST_MORE_BYTES);
}
