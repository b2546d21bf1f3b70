import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person who signs in. */
@Entity('accounts')
@Unique('accounts_email_uq', ['email'])
@Check('accounts_email_ck', 'email = lower(email) and length(email) <= 254')
@Check('accounts_name_ck', 'length(name) between 1 and 100')
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'accounts_pk' })
  id: string;

  @Column('text')
  email: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true })
  lastSignInAt: Date | null;

  /** Day on which the person was told that the account will be erased. */
  @Column('date', { name: 'expiry_warned_on', nullable: true })
  expiryWarnedOn: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
