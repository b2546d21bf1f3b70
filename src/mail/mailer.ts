import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { MailSettings, Settings } from '../config/settings.js';
import { SETTINGS } from '../database/tokens.js';
import { Gate } from '../kernel/gate.js';
import { compose } from './letter.js';
import type { Letter } from './letters.de.js';

/** What became of a mail; `failed` says that nobody may count on it, and the link has to be passed on by hand. */
export const DELIVERIES = ['sent', 'failed', 'not_configured'] as const;
export type Delivery = (typeof DELIVERIES)[number];

export interface Recipient {
  name: string | null;
  address: string;
}

const AT_ONCE = 4;
const WAITING = 1000;
const CONNECT_MS = 4000;
// The browser waits 20 seconds for an answer; a mail that takes longer than this is told as failed.
const LONGEST_MS = 8000;

type Transport = ReturnType<typeof transportFor>;

/** Sends mails through SMTP. Never inside a transaction: a slow mail server must not hold a connection to the database. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger(Mailer.name);
  private readonly gate = new Gate(AT_ONCE, WAITING);
  private readonly transport: Transport | null;
  private readonly from: string;

  constructor(@Inject(SETTINGS) { mail }: Settings) {
    this.transport = mail && transportFor(mail);
    this.from = mail?.from ?? '';
  }

  get isConfigured(): boolean {
    return this.transport !== null;
  }

  /** Takes at most 8 seconds from when its turn comes, and never throws. */
  async send(to: Recipient, letter: Letter): Promise<Delivery> {
    const { transport } = this;
    if (!transport) return 'not_configured';
    try {
      await this.gate.run(() => this.handOver(transport, to, letter));
      return 'sent';
    } catch (error) {
      // The server's own words may repeat the address.
      const { code = 'unknown', responseCode = '' } = error as { code?: string; responseCode?: number };
      this.logger.warn(`A mail could not be sent: ${code} ${responseCode}`.trim());
      return 'failed';
    }
  }

  private async handOver(transport: Transport, { name, address }: Recipient, letter: Letter): Promise<void> {
    const { rejected } = await transport.sendMail({
      ...compose(letter),
      from: this.from,
      to: { name: name ?? '', address },
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    if (rejected.length > 0) throw Object.assign(new Error('rejected'), { code: 'EENVELOPE' });
  }
}

function transportFor({ host, port, encryption, auth }: MailSettings) {
  return createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    ...(auth && { auth }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: LONGEST_MS,
  });
}
