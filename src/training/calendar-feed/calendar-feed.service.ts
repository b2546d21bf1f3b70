import { Inject, Injectable } from '@nestjs/common';
import { AccountRepository } from '../../access/accounts/account.repository.js';
import { ROLES, holds } from '../../access/roles.js';
import { newToken } from '../../access/sessions/session-cookie.js';
import { Audit } from '../../audit/audit.js';
import type { Settings } from '../../config/settings.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { CalendarFeedDto, NewCalendarFeedDto } from './calendar-feed.dto.js';
import { CalendarFeedRepository } from './calendar-feed.repository.js';
import { calendarText } from './calendar-text.js';

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

/** A person's dates for the calendar on their phone. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly database: Database,
    private readonly feeds: CalendarFeedRepository,
    private readonly accounts: AccountRepository,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async get(): Promise<CalendarFeedDto> {
    const row = await this.feeds.find(this.accountId);
    return row ? { active: true, ...row } : { active: false, createdAt: null, lastUsedAt: null };
  }

  /** Makes the address, or another one in place of it. */
  async renew(): Promise<NewCalendarFeedDto> {
    await this.accounts.lockFor(this.database.actor);
    const secret = newToken();
    await this.feeds.put(this.accountId, secret);
    await this.record('calendar_feed.renew');
    return { ...(await this.get()), link: `${this.settings.publicUrl}/api/calendar/${secret}.ics` };
  }

  /** @throws Problem 404 when there is none */
  async remove(): Promise<void> {
    if (!(await this.feeds.remove(this.accountId))) throw Problem.notFound();
    await this.record('calendar_feed.remove');
  }

  /**
   * The calendar behind a secret, with what its owner may see today.
   * @throws Problem 404 for a secret that is wrong or was given up, and for people who have no access anymore
   */
  async read(file: string, work: WorkContext): Promise<string> {
    const [, secret] = FILE.exec(file) ?? [];
    const actor = secret === undefined ? null : await this.feeds.authenticate(secret, work.today);
    if (!actor || !ROLES.some((role) => holds(actor, role))) throw Problem.notFound();
    const events = await this.database.run({ ...work, actor }, () => this.feeds.listEvents());
    return calendarText(events, this.settings.publicUrl);
  }

  private get accountId(): string {
    return this.database.actor.accountId ?? '';
  }

  private record(action: string): Promise<void> {
    const { accountId } = this;
    return this.audit.record({ action, objectType: 'calendar_feed', objectId: accountId, chain: accountId });
  }
}
