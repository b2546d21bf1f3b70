// How many activities a second the product takes, against a bare node:http + pg server that does the same INSERT without sign-in, rules,
// row-level security or audit. Both run as processes of their own on one durable database; rounds alternate, ratios are per pair of rounds.
import { randomUUID } from 'node:crypto';
import { startBench } from './support/bench.mjs';
import { warmUp, writesPerSecond } from './support/load.mjs';
import { median, report } from './support/report.mjs';

const ROUNDS = 5;
const SECONDS = 4;

const bench = await startBench();
try {
  const { city, product, bare } = await bench.servers();
  // Each client writes for a house of its own, as in life; entries of one house queue for its audit chain.
  const body = (client) =>
    JSON.stringify({
      id: randomUUID(),
      ...city.houses[client % city.houses.length],
      heldOn: city.today,
      focusArea: 'active_learning',
      minutes: 30,
      childrenPresent: 18,
    });
  await warmUp(product, body);
  await warmUp(bare, body);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      product: await writesPerSecond(product, body, SECONDS),
      bare: await writesPerSecond(bare, body, SECONDS),
    });
  }
  report('activity-writes', {
    'product (writes/s)': median(rounds.map((round) => round.product)),
    'bare node:http + pg (writes/s)': median(rounds.map((round) => round.bare)),
    'ratio product : bare': median(rounds.map((round) => round.product / round.bare)),
  });
} finally {
  await bench.stop();
}
