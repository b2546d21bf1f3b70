import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** A link by which a person gets an account or a further role. */
@Entity('invitations')
@Unique('invitations_token_uq', ['tokenHash'])
@ForeignKey(() => Account, ['invitedBy'], ['id'], { name: 'invitations_invited_by_fk', onDelete: 'SET NULL' })
@ForeignKey('Institution', ['institutionId'], ['id'], { name: 'invitations_institution_fk' })
@ForeignKey('Municipality', ['municipalityId'], ['id'], { name: 'invitations_municipality_fk' })
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitations_pk' })
  id: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** Null for the first administrator: who opens the printed link says who they are. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text')
  role: string;

  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: string | null;

  @Column('uuid', { name: 'municipality_id', nullable: true })
  municipalityId: string | null;

  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** Handed to the mail server. */
  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt: Date | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;
}
