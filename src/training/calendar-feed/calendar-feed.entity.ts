import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';

/** By which a person's calendar fetches their dates. */
@Entity('calendar_feeds')
@Unique('calendar_feeds_secret_uq', ['secretHash'])
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'calendar_feeds_account_fk', onDelete: 'CASCADE' })
export class CalendarFeed {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'calendar_feeds_pk' })
  accountId: string;

  /** SHA-256; the secret itself is only in the person's calendar. */
  @Column('bytea', { name: 'secret_hash' })
  secretHash: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}
