import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../../src/config/settings.js';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as they came. */
  raw: string;
  /** The plain-text part, decoded. */
  text: string;
}

/** `addressed`: nothing of it has come yet; `received`: all of it, but the sender does not know; `accepted`: the sender is being told. */
export type MailStep = 'addressed' | 'received' | 'accepted';

/** A mail server on a free port of 127.0.0.1, and what it received. */
export class Mailbox {
  readonly received: ReceivedMail[] = [];
  /** Recipients whom the server does not want. */
  readonly refused = new Set<string>();
  /** Called as a mail goes its way, so that a test can step in between. */
  onStep: (step: MailStep, address: string) => void = () => undefined;
  private server: SMTPServer;

  private constructor() {
    this.server = this.make();
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((done) => mailbox.server.listen(0, '127.0.0.1', () => done()));
    return mailbox;
  }

  get settings(): MailSettings {
    return mailSettings((this.server.server.address() as AddressInfo).port);
  }

  /** The mail that comes to the address, waited for. */
  async mailTo(address: string): Promise<ReceivedMail> {
    for (let round = 0; round < 1000; round += 1) {
      const mail = this.received.findLast(({ to }) => to.includes(address));
      if (mail) return mail;
      await sleep(25);
    }
    throw new Error(`No mail to ${address} came.`);
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private make(): SMTPServer {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, answer) => {
        this.onStep('addressed', address);
        answer(this.refused.has(address) ? new Error('No such mailbox') : null);
      },
      onData: (stream, { envelope }, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString('utf8');
          const from = envelope.mailFrom ? envelope.mailFrom.address : '';
          const to = envelope.rcptTo.map(({ address }) => address);
          const mail = { from, to, raw, text: plainText(raw) };
          this.received.push(mail);
          this.onStep('received', to.join());
          answer();
          setImmediate(() => this.onStep('accepted', to.join()));
        });
      },
    });
    // A sender that is killed leaves its connection in the middle of a word.
    server.on('error', () => undefined);
    return server;
  }
}

/** A mail server that takes the connection and never says a word. */
export async function silentServer(): Promise<{ settings: MailSettings; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  return {
    settings: mailSettings((server.address() as AddressInfo).port),
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

export function mailSettings(port: number): MailSettings {
  const from = 'Olympia ruft <olympia@example.org>';
  return { host: '127.0.0.1', port, encryption: 'none', auth: null, from };
}

function plainText(raw: string): string {
  const [, head = '', body = ''] =
    /Content-Type: text\/plain[^\r\n]*((?:\r\n\S[^\r\n]*)*)\r\n\r\n([\s\S]*?)(?:\r\n--|$)/.exec(raw) ?? [];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
