import { Inject, Injectable } from '@nestjs/common';
import { PersonRepository } from '../../access/accounts/person.repository.js';
import type { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { Mailer } from '../../mail/mailer.js';
import { Erasing } from '../erasing/erasing.js';
import type { RetentionTask, TownCount } from './retention-task.js';

const WARNED_DAYS = 30;

/** The day of the last sign-in, or of the beginning. Of `accounts t`. */
export const LAST_SIGN_IN = `(coalesce(t.last_sign_in_at, t.created_at) at time zone 'Europe/Berlin')::date`;

// $1 day of the run, $2 whether letters can be sent: then nobody is erased who was not told a month before.
const DUE = `${LAST_SIGN_IN} < ($1::date - interval '12 months')::date
  and (not $2 or (t.expiry_warned_on > ${LAST_SIGN_IN} and t.expiry_warned_on <= $1::date - ${WARNED_DAYS}))`;
// Somebody has to be able to administer.
const IS_ADMINISTRATOR = `exists (select from account_roles r where r.account_id = t.id and r.role = 'administrator')`;
const IS_LAST_ADMINISTRATOR = `${IS_ADMINISTRATOR} and not exists (
  select from account_roles r join accounts o on o.id = r.account_id
  where r.role = 'administrator' and o.id <> t.id and o.disabled_at is null)`;

/** Accounts that nobody has used for twelve months; the last administrator's stays. */
@Injectable()
export class AccountTask implements RetentionTask {
  readonly code = 'accounts';
  readonly children = false;

  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly mailer: Mailer,
    private readonly erasing: Erasing,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async count(day: CalendarDate): Promise<TownCount[]> {
    // The invented people of the demo never sign in.
    if (this.settings.demo) return [];
    return this.database.query<TownCount>(
      `select m.id, m.name, count(*)::int as count from accounts t
         left join lateral (select coalesce(r.municipality_id, i.municipality_id) as id from account_roles r
           left join institutions i on i.id = r.institution_id where r.account_id = t.id order by 1 limit 1) home on true
         left join municipalities m on m.id = home.id
       where ${DUE} and not (${IS_LAST_ADMINISTRATOR}) group by m.id, m.name order by m.name nulls last`,
      [day, this.mailer.isConfigured],
    );
  }

  /** One at a time: the next one may be the last administrator. */
  async erase(day: CalendarDate): Promise<number> {
    if (this.settings.demo) return 0;
    const [next] = await this.database.query<{ id: string; administers: boolean }>(
      `select t.id, ${IS_ADMINISTRATOR} as administers from accounts t where ${DUE} and not (${IS_LAST_ADMINISTRATOR}) order by ${LAST_SIGN_IN}, t.id limit 1 for update`,
      [day, this.mailer.isConfigured],
    );
    if (!next || (next.administers && !(await this.people.isOtherAdministrator(next.id)))) return 0;
    await this.erasing.eraseAccount(next.id, 'retention');
    return 1;
  }
}
