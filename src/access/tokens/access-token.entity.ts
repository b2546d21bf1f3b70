import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** By which a person's own program fetches files and figures. */
@Entity('access_tokens')
@Unique('access_tokens_token_uq', ['tokenHash'])
@Index('access_tokens_account_ix', ['accountId'])
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'access_tokens_account_fk', onDelete: 'CASCADE' })
@Check('access_tokens_name_ck', 'length(name) between 1 and 100')
@Check('access_tokens_scopes_ck', `scopes <> '{}' and scopes <@ array['exports', 'reports']`)
export class AccessToken {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_tokens_pk' })
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  scopes: string[];

  /** SHA-256; the token itself is only with its owner. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  /** The last day on which it is good. */
  @Column('date', { name: 'expires_on' })
  expiresOn: string;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;
}
