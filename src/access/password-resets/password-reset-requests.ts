import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { NOBODY, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Brake, type Limit } from '../sessions/brake.js';
import { PasswordResetService } from './password-reset.service.js';

/** Takes wishes for a new password: the answer is given before anything is looked up, so that neither it nor its time tells who has an account. */
@Injectable()
export class PasswordResetRequests implements BeforeApplicationShutdown {
  private readonly logger = new Logger(PasswordResetRequests.name);
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly brake: Brake,
    private readonly resets: PasswordResetService,
  ) {}

  /** @throws Problem 429, for known and unknown addresses alike */
  async take(email: string, work: WorkContext): Promise<void> {
    // Nobody's name: who is signed in elsewhere in this browser asks for a forgotten password like everybody else.
    const context = { ...work, actor: NOBODY };
    await this.database.run(context, () => this.brake.admit(limitsFor(email, work.origin ?? '')));
    this.runLater(() => this.resets.createForEmail(email, context));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  private runLater(task: () => Promise<void>): void {
    const done = task()
      .catch((error: unknown) => this.logger.error('A link for a new password could not be made', error))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }
}

// A mailbox must not be flooded, and a network must not try address after address.
function limitsFor(email: string, origin: string): Limit[] {
  return [
    { kind: 'resets from network', value: origin, free: 100, longestWaitSeconds: 60 },
    { kind: 'resets of account', value: email, free: 3, longestWaitSeconds: 900 },
  ];
}
