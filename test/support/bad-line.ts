import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What becomes of a write: `lost` is an answer that nobody hears although the server has done what was asked, `busy` one that says later. */
export type Fate = 'passes' | 'refused' | 'lost' | 'busy';

const READS = ['GET', 'HEAD'];

/**
 * The line between one browser and the product, on 127.0.0.1: as bad as a test wants it, and bad by a plan that counts writes, never by
 * the clock. What it breaks it breaks for pages and service workers alike.
 */
export class BadLine {
  /** Before each answer of the API, in ms. */
  latency = 0;
  /** Said at the end of the service worker's file: another text is another version of the application. */
  version = '';
  /** By the how manieth write it is. */
  fateOf: (write: number) => Fate = () => 'passes';
  /** The next write meets this end, and then the line is cut. */
  breaksAt: Fate | null = null;
  isCut = false;
  readonly seen = { writes: 0, refused: 0, lost: 0, busy: 0, cuts: 0 };

  private readonly waiting: (() => void)[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;

  private constructor(private readonly target: number) {
    this.server = createServer((asked, answer) => void this.take(asked, answer));
    this.server.on('connection', (socket: Socket) => {
      if (this.isCut) socket.destroy();
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  /** @param target port of the product on 127.0.0.1 */
  static async to(target: number): Promise<BadLine> {
    const line = new BadLine(target);
    await new Promise<void>((done) => line.server.listen(0, '127.0.0.1', done));
    return line;
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** As when a door of the gym falls shut: what is under way breaks, and nothing new comes through. */
  cut(): void {
    if (!this.isCut) this.seen.cuts += 1;
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
    this.waiting.splice(0).forEach((done) => done());
  }

  /** Waits until a write has met its end (`breaksAt`). */
  broken(): Promise<void> {
    return this.isCut ? Promise.resolve() : new Promise((done) => this.waiting.push(done));
  }

  mend(): void {
    this.isCut = false;
    this.breaksAt = null;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.agent.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private async take(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { url = '/', method = 'GET' } = asked;
    const isApi = url.startsWith('/api/');
    const isWrite = isApi && !READS.includes(method) && !url.startsWith('/api/session');
    const fate = isWrite ? this.nextFate() : 'passes';
    // As the product says it, by a header of its own: an answer of somebody else is taken for no network.
    if (fate === 'busy')
      return void answer.writeHead(503, { 'retry-after': '1', 'x-request-id': 'busy' }).end();
    const got = fate === 'refused' ? null : await this.pass(asked).catch(() => null);
    if (isApi && this.latency > 0) await sleep(this.latency);
    if (!got || (fate === 'lost' && (got.statusCode ?? 0) < 300)) this.breakOff(answer);
    else if (url === '/sw.js') this.sayVersion(got, answer);
    else got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers));
  }

  private nextFate(): Fate {
    this.seen.writes += 1;
    const fate = this.breaksAt ?? this.fateOf(this.seen.writes);
    if (fate !== 'passes') this.seen[fate] += 1;
    return fate;
  }

  private breakOff(answer: ServerResponse): void {
    answer.destroy();
    if (this.breaksAt) this.cut();
  }

  private pass(asked: IncomingMessage): Promise<IncomingMessage> {
    const { method, url: path, headers } = asked;
    return new Promise((resolve, reject) => {
      const place = { host: '127.0.0.1', port: this.target, agent: this.agent };
      const passed = request({ ...place, method, path, headers }, resolve);
      passed.on('error', reject);
      asked.pipe(passed);
    });
  }

  private sayVersion(got: IncomingMessage, answer: ServerResponse): void {
    const { 'content-length': _length, ...headers } = got.headers;
    answer.writeHead(got.statusCode ?? 502, headers);
    got.on('data', (chunk: Buffer) => answer.write(chunk));
    got.on('end', () => answer.end(`\n// ${this.version}`));
  }
}
