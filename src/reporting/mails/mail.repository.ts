import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { Letter } from '../../mail/letters.de.js';
import type { ListMailsDto, MailDto, MailSummaryDto } from './mail.dto.js';

export type MailRow = Omit<MailDto, 'subject' | 'text'> & { letter: Letter };

const DAY = `(created_at at time zone 'UTC')::date`;
const COLUMNS = `id, municipality_id as "municipalityId", kind, recipient_name as "recipientName",
  recipient_address as "recipientAddress", letter, state, attempts, last_error as "lastError",
  to_json(created_at at time zone 'UTC') #>> '{}' || 'Z' as "createdAt", to_json(due_at) #>> '{}' as "dueAt", to_json(sent_at) #>> '{}' as "sentAt", version`;

@Injectable()
export class MailRepository {
  constructor(private readonly database: Database) {}

  /** Newest first: by day (in UTC, as instants are written), and ids are made in the order of time. */
  async list(query: ListMailsDto, after: CursorKey | null, limit: number): Promise<MailRow[]> {
    const { municipalityId = null, state = null, kind = null } = query;
    return this.database.query<MailRow>(
      `select ${COLUMNS} from mail_outbox
       where ($1::uuid is null or municipality_id = $1) and ($2::text is null or state = $2)
         and ($3::text is null or kind = $3) and ($4::date is null or (${DAY}, id) < ($4, $5::uuid))
       order by ${DAY} desc, id desc limit $6`,
      [municipalityId, state, kind, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(id: string): Promise<MailRow | null> {
    const [row] = await this.database.query<MailRow>(`select ${COLUMNS} from mail_outbox where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  async summary(): Promise<Omit<MailSummaryDto, 'configured'>> {
    const [row] = await this.database.query<Omit<MailSummaryDto, 'configured'>>(
      `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'sent')::int as sent,
         count(*) filter (where state = 'failed')::int as failed,
         count(*) filter (where state = 'not_configured')::int as "notConfigured",
         to_json(max(sent_at)) #>> '{}' as "lastSentAt",
         coalesce((select jsonb_agg(to_jsonb(f) order by f.count desc, f.code) from (
           select last_error as code, count(*)::int as count from mail_outbox
           where state in ('waiting', 'failed') and last_error is not null group by last_error) f), '[]') as faults
       from mail_outbox`,
    );
    if (!row) throw new Error('an aggregate without a row');
    return row;
  }
}
