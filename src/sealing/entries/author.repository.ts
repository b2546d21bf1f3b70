import { Injectable } from '@nestjs/common';
import { personOf, type RightsRow } from '../../access/sessions/session.repository.js';
import type { Actor } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';

/** Whoever noted an entry, as they are today. */
@Injectable()
export class AuthorRepository {
  constructor(private readonly database: Database) {}

  /** With today's rights; null for somebody who has no account or a closed one. Outside of any transaction. */
  async findActor(accountId: string, today: CalendarDate): Promise<Actor | null> {
    const [row] = await this.database.statement<RightsRow>('select * from app_rights_of($1, $2)', [
      accountId,
      today,
    ]);
    return row ? personOf(row) : null;
  }

  /** Also a closed account. Within a transaction of the system. */
  async exists(accountId: string): Promise<boolean> {
    const rows = await this.database.query('select from accounts where id = $1', [accountId]);
    return rows.length > 0;
  }
}
