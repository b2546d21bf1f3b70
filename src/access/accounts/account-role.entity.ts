import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';

/** What an account may do, and where: at an institution, in a municipality, or everywhere. */
@Entity('account_roles')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'account_roles_account_fk', onDelete: 'CASCADE' })
@ForeignKey('Institution', ['institutionId'], ['id'], { name: 'account_roles_institution_fk' })
@ForeignKey('Municipality', ['municipalityId'], ['id'], { name: 'account_roles_municipality_fk' })
// In the database NULLS NOT DISTINCT, which TypeORM has no word for.
@Unique('account_roles_uq', ['accountId', 'role', 'institutionId', 'municipalityId'])
@Check(
  'account_roles_scope_ck',
  `case role
    when 'educator' then institution_id is not null and municipality_id is null
    when 'institution_lead' then institution_id is not null and municipality_id is null
    when 'coach' then institution_id is null and municipality_id is not null
    when 'coordinator' then institution_id is null and municipality_id is not null
    when 'programme_lead' then institution_id is null and municipality_id is null
    when 'administrator' then institution_id is null and municipality_id is null
    else false end`,
)
export class AccountRole {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_roles_pk' })
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  role: string;

  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: string | null;

  @Column('uuid', { name: 'municipality_id', nullable: true })
  municipalityId: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
