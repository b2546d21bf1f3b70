// How many activities a second the product takes, against a bare node:http + pg server that does the same INSERT without sign-in, rules,
// row-level security or audit. Both run as processes of their own on one durable database; rounds alternate, ratios are per pair of rounds.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { startBench } from './support/bench.mjs';
import { median, report } from './support/report.mjs';

const ROUNDS = 5;
const SECONDS = 4;
const CLIENTS = 8;

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
  await load(product, body, 1);
  await load(bare, body, 1);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ product: await load(product, body, SECONDS), bare: await load(bare, body, SECONDS) });
  }
  report('activity-writes', {
    'product (writes/s)': median(rounds.map((round) => round.product)),
    'bare node:http + pg (writes/s)': median(rounds.map((round) => round.bare)),
    'ratio product : bare': median(rounds.map((round) => round.product / round.bare)),
  });
} finally {
  await bench.stop();
}

/** Writes per second of CLIENTS keep-alive clients; any answer but 201 ends the run. */
async function load({ port, headers }, body, seconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  let written = 0;
  const client = async (number) => {
    while (performance.now() < until) {
      await post({ port, headers, agent }, body(number));
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  agent.destroy();
  return (written * 1000) / (performance.now() - started);
}

function post({ port, headers, agent }, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method: 'POST',
        path: '/api/activities',
        headers: { ...headers, 'content-type': 'application/json' },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 201 ? resolve() : reject(new Error(`answer ${response.statusCode}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
