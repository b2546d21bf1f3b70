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
// Node looks for those whose time is up every half minute; a busy machine looks a little later.
const LOOKS_EVERY_SECONDS = 30;
const LATE_SECONDS = 15;

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
  /** When the connection is over: the seconds that it lasted. */
  readonly closed: Promise<number>;
  private readonly socket: Socket;

  constructor(
    port: number,
    private readonly kind: [begins: string, drips: string],
  ) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('data', (chunk: Buffer) => this.received.push(chunk));
    this.socket.on('error', () => undefined);
    const begun = performance.now();
    this.closed = new Promise((done) => {
      this.socket.once('close', () => done((performance.now() - begun) / 1000));
    });
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
  let end = 'limits set';
  const drips = setInterval(() => slow.forEach((client) => client.drip()), 1_000);
  try {
    const client = product.client();
    client.cookies.set('olympia', stage.city.people.educator.token);
    for (let i = 0; i < 50; i += 1) expect((await client.get('/api/groups')).status).toBe(200);
    if (LONG) end = `all sent away, the last one after ${(await lastSentAway(slow)).toFixed(0)} seconds`;
  } finally {
    clearInterval(drips);
    slow.forEach((client) => client.hangUp());
  }
  say('slow clients', `${count(SLOW)} at once, 50 of 50 other requests answered, ${end}`);
});

/** @returns after how many seconds the last of them was sent away */
async function lastSentAway(slow: SlowClient[]): Promise<number> {
  const seconds = Math.max(...(await Promise.all(slow.map(({ closed }) => closed))));
  expect(seconds).toBeLessThan(PATIENCE_SECONDS + LOOKS_EVERY_SECONDS + LATE_SECONDS);
  for (const { received } of slow) {
    const [reply] = repliesIn(Buffer.concat(received));
    if (!reply) continue;
    expect([reply.status, faultOf(reply)]).toEqual([408, null]);
  }
  return seconds;
}
