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

/** Why a mail was not taken, without the server's own words: they may repeat the address. */
export interface MailFault {
  /** Such as `ECONNREFUSED` or `EENVELOPE 550`. */
  code: string;
  /** The server said no for good: another try would get the same answer. */
  permanent: boolean;
}

const AT_ONCE = 4;
const WAITING = 1000;
const CONNECT_MS = 4000;
// The browser waits 20 seconds for an answer; a mail that takes longer than this is told as failed.
const LONGEST_MS = 8000;
// Nobody waits for a mail of the outbox, and one that is cut off while the server thinks about it may arrive twice.
const LONGEST_UNATTENDED_MS = 30_000;

type Transport = ReturnType<typeof transportFor>;

interface HandOver {
  to: Recipient;
  letter: Letter;
  signal: AbortSignal;
  messageId?: string;
}

/** Sends mails through SMTP. Never inside a transaction: a slow mail server must not hold a connection to the database. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger(Mailer.name);
  private readonly gate = new Gate(AT_ONCE, WAITING);
  private readonly transport: Transport | null;
  private readonly unattended: Transport | null;
  private readonly from: string;

  constructor(@Inject(SETTINGS) { mail }: Settings) {
    this.transport = mail && transportFor(mail, LONGEST_MS);
    this.unattended = mail && transportFor(mail, LONGEST_UNATTENDED_MS);
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
      const longest = AbortSignal.timeout(LONGEST_MS);
      await this.gate.run(() => this.handOver(transport, { to, letter, signal: longest }));
      return 'sent';
    } catch (error) {
      this.logger.warn(`A mail could not be sent: ${faultOf(error).code}`);
      return 'failed';
    }
  }

  /**
   * For the outbox: takes at most 30 seconds, and never throws.
   * @param messageId without angle brackets; the same for every try of the same letter, so that a repeat can be recognised
   * @returns null once the server has accepted it
   */
  async trySend(to: Recipient, letter: Letter, messageId: string): Promise<MailFault | null> {
    if (!this.unattended) return { code: 'not_configured', permanent: false };
    try {
      const signal = AbortSignal.timeout(LONGEST_UNATTENDED_MS);
      await this.handOver(this.unattended, { to, letter, signal, messageId: `<${messageId}>` });
      return null;
    } catch (error) {
      const fault = faultOf(error);
      this.logger.warn(`A mail could not be sent: ${fault.code}`);
      return fault;
    }
  }

  private async handOver(transport: Transport, { to, letter, ...options }: HandOver): Promise<void> {
    const { name, address } = to;
    const { rejected } = await transport.sendMail({
      ...compose(letter),
      ...options,
      from: this.from,
      to: { name: name ?? '', address },
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    if (rejected.length > 0) throw Object.assign(new Error('rejected'), { code: 'EENVELOPE' });
  }
}

function faultOf(error: unknown): MailFault {
  const fault = error as { code?: string; responseCode?: number; command?: string };
  const { code = 'unknown', responseCode, command = '' } = fault;
  // A refused sign-in or sender is a matter of our settings, which somebody may put right; a refused recipient or text is not.
  const aboutTheLetter = ['RCPT TO', 'DATA'].includes(command) && (responseCode ?? 0) >= 500;
  const unusable = command === 'API' && ['EENVELOPE', 'EMESSAGE'].includes(code);
  return { code: [code, responseCode].join(' ').trim(), permanent: aboutTheLetter || unusable };
}

function transportFor({ host, port, encryption, auth }: MailSettings, longestMs: number) {
  return createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    ...(auth && { auth }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: longestMs,
  });
}
