import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** Where a person is signed in. */
@Entity('sessions')
@Unique('sessions_token_uq', ['tokenHash'])
@Index('sessions_account_ix', ['accountId'])
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'sessions_account_fk', onDelete: 'CASCADE' })
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pk' })
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  /** SHA-256 of the token; the token itself is only in the person's cookie. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('text')
  device: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'idle_until' })
  idleUntil: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
