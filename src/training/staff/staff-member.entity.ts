import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Institution } from '../../institutions/institution.entity.js';

/** Somebody who works in one or more houses. */
@Entity('staff_members')
@Unique('staff_members_id_uq', ['id'])
@Unique('staff_members_account_uq', ['accountId'])
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'staff_members_institution_fk' })
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'staff_members_account_fk', onDelete: 'SET NULL' })
@Check('staff_members_name_ck', 'length(name) between 1 and 100')
@Check('staff_members_function_ck', `function in ('educator', 'teacher', 'all_day_staff', 'lead', 'other')`)
@Check('staff_members_email_ck', 'email = lower(email) and length(email) <= 254')
@Check('staff_members_weekly_hours_ck', 'weekly_hours between 0.5 and 60')
export class StaffMember {
  /** The house that keeps the record. */
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'staff_members_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_members_pk' })
  id: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;

  @Column('text')
  function: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('numeric', { name: 'weekly_hours', precision: 3, scale: 1, nullable: true })
  weeklyHours: string | null;

  /** With which the person signs in. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  /** From then on the record names nobody; registrations hang on it. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
