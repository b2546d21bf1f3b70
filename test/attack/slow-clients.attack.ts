import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BuiltApp, startBuiltApp } from '../support/built-app.js';
import { Stage } from '../support/stage.js';
import { amount, count, LONG, say } from './figures.js';
import { faultOf } from './refusal.js';
import { repliesIn } from './wire.js';

/*
 * Clients that hold a connection open and say nothing, or a letter now and then. Others are served as if they were not there, and after
 * a while they are told to go.
 */

const SLOW = amount({ short: 200, long: 1_000 });
const PATIENCE_SECONDS = 60;
// Node looks for those whose time is up every half minute.
const LOOKS_EVERY_SECONDS = 30;

let stage: Stage;
let product: BuiltApp;

beforeAll(async () => {
  stage = await Stage.open();
  product = await startBuiltApp(stage.app.settings);
});
afterAll(async () => {
  await product.close();
  await stage.close();
});

const HEAD = 'POST /api/session HTTP/1.1\r\nHost: x\r\nOrigin: http://localhost:3000\r\n';
/** How far each kind of them goes at once, and what it sends now and then. */
const KINDS: [begins: string, drips: string][] = [
  ['', ''],
  ['POST /api/ses', 'x'],
  [HEAD, 'X-Slow: 1\r\n'],
  [`${HEAD}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"email":"`, 'x'],
  [`${HEAD}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n'],
];

class SlowClient {
  readonly received: Buffer[] = [];
  readonly closed: Promise<unknown>;
  private readonly socket: Socket;

  constructor(
    port: number,
    private readonly kind: [begins: string, drips: string],
  ) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('data', (chunk: Buffer) => this.received.push(chunk));
    this.socket.on('error', () => undefined);
    this.closed = once(this.socket, 'close').catch(() => undefined);
    this.socket.write(kind[0]);
  }

  drip(): void {
    if (this.socket.writable) this.socket.write(this.kind[1]);
  }

  hangUp(): void {
    this.socket.destroy();
  }
}

test(`${SLOW} slow clients are in nobody’s way, and none of them may stay`, async () => {
  const { headersTimeout, requestTimeout } = stage.app.app.getHttpServer();
  expect([headersTimeout, requestTimeout].every((ms) => ms > 0 && ms <= PATIENCE_SECONDS * 1000)).toBe(true);
  const slow = Array.from({ length: SLOW }, (_, i) => new SlowClient(product.port, KINDS[i % KINDS.length]!));
  const drips = setInterval(() => slow.forEach((client) => client.drip()), 1_000);
  try {
    const client = product.client();
    client.cookies.set('olympia', stage.city.people.educator.token);
    for (let i = 0; i < 50; i += 1) expect((await client.get('/api/groups')).status).toBe(200);
    if (LONG) await allSentAway(slow);
  } finally {
    clearInterval(drips);
    slow.forEach((client) => client.hangUp());
  }
  const end = LONG ? `all sent away within ${PATIENCE_SECONDS + LOOKS_EVERY_SECONDS} seconds` : 'limits set';
  say('slow clients', `${count(SLOW)} at once, 50 of 50 other requests answered, ${end}`);
});

async function allSentAway(slow: SlowClient[]): Promise<void> {
  await Promise.all(slow.map(({ closed }) => closed));
  for (const { received } of slow) {
    const [reply] = repliesIn(Buffer.concat(received));
    if (!reply) continue;
    expect([reply.status, faultOf(reply)]).toEqual([408, null]);
  }
}
