import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '../../src/config/settings.js';

const SOCKET = '.s.PGSQL.5432';

/** Stands between the application and its database, so that a test can take the database away without taking it from other tests. */
export class Gateway {
  /** Transactions whose COMMIT was carried out without anybody hearing of it. */
  lost = 0;
  private server: Server | null = null;
  private silent = false;
  private readonly open = new Set<Socket>();
  private readonly folder = mkdtempSync(join(tmpdir(), 'olympia-gate-'));
  private readonly target: string;

  /** @param loses says of what the application sends whether the connection breaks after its COMMIT, before the answer */
  constructor(
    private readonly database: DatabaseAddress,
    private readonly loses: (sent: Buffer) => boolean = () => false,
  ) {
    if (!('host' in database)) throw new Error('The tests reach their database by its socket.');
    this.target = join(database.host, SOCKET);
  }

  /** The database as seen through the gateway. */
  get address(): DatabaseAddress {
    return { ...this.database, host: this.folder };
  }

  async start(): Promise<void> {
    this.silent = false;
    this.server = createServer((near) => this.join(near));
    await new Promise<void>((done) => this.server?.listen(join(this.folder, SOCKET), done));
  }

  /** As when the server is gone: open connections break, new ones are refused. */
  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server?.close(done));
    for (const socket of this.open) socket.destroy();
    await closed;
    this.server = null;
  }

  /** As when the machine hangs: open connections break, new ones are taken and never answered. */
  fallSilent(): void {
    this.silent = true;
    for (const socket of this.open) socket.destroy();
  }

  async remove(): Promise<void> {
    if (this.server) await this.stop();
    rmSync(this.folder, { recursive: true });
  }

  private join(near: Socket): void {
    this.keep(near);
    if (this.silent) return;
    const far = connect(this.target);
    this.keep(far);
    near.pipe(far);
    let losing = false;
    near.on('data', (sent: Buffer) => (losing ||= this.loses(sent)));
    far.on('data', (answer: Buffer) => {
      if (!losing || !answer.includes('COMMIT\0')) return void near.write(answer);
      this.lost += 1;
      near.destroy();
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  private keep(socket: Socket): void {
    this.open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.open.delete(socket));
  }
}
