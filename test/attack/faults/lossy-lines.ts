import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const WRITE = /^(POST|PUT|PATCH|DELETE) /;
const DONE = /^HTTP\/1\.1 2/;

/** A network between browsers and a server that now and then loses the answer to a write that was carried out. */
export class LossyLine {
  lost = 0;
  private writes = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** @param every each how manieth write loses its answer; 0: none */
  static async open(to: number, every: () => number): Promise<LossyLine> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const line = new LossyLine(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => line.join(near, to, every));
    return line;
  }

  close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((done) => this.server.close(() => done()));
  }

  private join(near: Socket, to: number, every: () => number): void {
    const far = connect(to, '127.0.0.1');
    let loses = false;
    near.on('data', (sent) => {
      if (!WRITE.test(sent.toString('latin1'))) return;
      this.writes += 1;
      loses = every() > 0 && this.writes % every() === 0;
    });
    far.on('data', (answer) => {
      if (!loses || !DONE.test(answer.toString('latin1'))) return void near.write(answer);
      this.lost += 1;
      near.destroy();
    });
    near.pipe(far);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
  }
}

/** Says yes to each so manieth COMMIT that a connection to the database sends (Gateway.loses). */
export function everyCommit(every: () => number): (sent: Buffer) => boolean {
  let commits = 0;
  return (sent) => {
    if (every() === 0 || !sent.includes('commit\0')) return false;
    commits += 1;
    return commits % every() === 0;
  };
}
