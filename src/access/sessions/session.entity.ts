import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** Where a person is signed in. */
@Entity('sessions')
@Unique('sessions_token_uq', ['tokenHash'])
@Index('sessions_account_ix', ['accountId'])
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'sessions_account_fk', onDelete: 'CASCADE' })
@ForeignKey('Tablet', ['tabletInstitutionId', 'tabletId'], ['institutionId', 'id'], {
  ...{ name: 'sessions_tablet_fk', onUpdate: 'CASCADE', onDelete: 'CASCADE' },
})
@Index('sessions_tablet_ix', ['tabletInstitutionId', 'tabletId'], { where: 'tablet_id is not null' })
@Check('sessions_tablet_ck', '(tablet_id is null) = (tablet_institution_id is null)')
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

  @Column('uuid', { name: 'tablet_institution_id', nullable: true })
  tabletInstitutionId: string | null;

  /** The shared tablet that was unlocked; null on a device of one's own. */
  @Column('uuid', { name: 'tablet_id', nullable: true })
  tabletId: string | null;
}
