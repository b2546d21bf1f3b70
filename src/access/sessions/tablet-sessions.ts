import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { asSystem, type SharedTablet, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { joined, newToken } from './session-cookie.js';
import type { SessionDto } from './session.dto.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';

const MINUTE_MS = 60_000;
const IDLE_MINUTES = 5;
const LONGEST_MINUTES = 12 * 60;

export interface OpenedTabletSession {
  /** For the cookie. */
  token: string;
  /** The other half, for the page that was unlocked and nobody else. */
  unlock: string;
  expiresAt: Date;
  session: SessionDto;
}

/** Sessions on a shared tablet: short, in two halves, and cut to an educator of its house (app_authenticate_session). */
@Injectable()
export class TabletSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly service: SessionService,
    private readonly accounts: AccountRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session for somebody who has just proved to be it. @param isStill whether what was proved still is so; asked under the account's
   * lock. @returns null when it is not, or when the person does not work there
   */
  async open(
    accountId: string,
    tablet: SharedTablet,
    work: WorkContext,
    isStill: () => Promise<boolean>,
  ): Promise<OpenedTabletSession | null> {
    const [token, unlock] = [newToken(), newToken()];
    const expiresAt = this.inMinutes(LONGEST_MINUTES);
    const stored = await this.database.run(asSystem(work, accountId), async () => {
      await this.accounts.lock(accountId);
      if (!(await isStill())) return false;
      await this.store({ accountId, token: joined(token, unlock), tablet, expiresAt });
      return true;
    });
    const actor = stored && (await this.sessions.authenticate(joined(token, unlock), work.today));
    if (!actor) return null;
    const session = await this.database.run({ ...work, actor }, () => this.service.get());
    return { token, unlock, expiresAt, session };
  }

  private async store({
    expiresAt,
    ...wanted
  }: {
    accountId: string;
    token: string;
    tablet: SharedTablet;
    expiresAt: Date;
  }): Promise<void> {
    const id = uuidv7();
    const idleUntil = this.inMinutes(IDLE_MINUTES);
    await this.sessions.create({ ...wanted, id, device: wanted.tablet.name, idleUntil, expiresAt });
    await this.audit.record({
      ...{ action: 'session.create_on_tablet', objectType: 'session', objectId: id },
      chain: wanted.accountId,
    });
  }

  private inMinutes(minutes: number): Date {
    return new Date(this.clock.now().getTime() + minutes * MINUTE_MS);
  }
}
