import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** A device that several people of a house share. */
@Entity('tablets')
@Unique('tablets_code_uq', ['codeHash'])
@Unique('tablets_token_uq', ['tokenHash'])
@ForeignKey('Institution', ['institutionId'], ['id'], { name: 'tablets_institution_fk' })
@ForeignKey(() => Account, ['createdBy'], ['id'], { name: 'tablets_created_by_fk', onDelete: 'SET NULL' })
@Check('tablets_name_ck', 'length(name) between 1 and 60')
@Check('tablets_people_shown_ck', `people_shown in ('first_names', 'initials')`)
@Check('tablets_code_ck', '(code_hash is null) = (code_expires_at is null)')
@Check('tablets_enrolled_ck', '(token_hash is null) = (enrolled_at is null)')
export class Tablet {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'tablets_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tablets_pk' })
  id: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;

  @Column('text', { name: 'people_shown', default: 'first_names' })
  peopleShown: string;

  /** SHA-256 of the one-time code; null once it is used. */
  @Column('bytea', { name: 'code_hash', nullable: true })
  codeHash: Buffer | null;

  @Column('timestamptz', { name: 'code_expires_at', nullable: true })
  codeExpiresAt: Date | null;

  /** SHA-256 of the device's cookie. */
  @Column('bytea', { name: 'token_hash', nullable: true })
  tokenHash: Buffer | null;

  /** Of the devices before, the latest first: what they still send is held for the lead. */
  @Column('bytea', { name: 'former_token_hashes', array: true, default: [] })
  formerTokenHashes: Buffer[];

  @Column('timestamptz', { name: 'enrolled_at', nullable: true })
  enrolledAt: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
