import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../institution.entity.js';

/** A time in which a house is closed for reasons of its own; both days inclusive. */
@Entity('closing_days')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'closing_days_institution_fk' })
@Index('closing_days_id_ix', ['id'])
@Index('closing_days_days_ix', ['institutionId', 'firstDay'])
@Check('closing_days_order_ck', 'last_day >= first_day')
@Check('closing_days_reason_ck', 'length(reason) between 1 and 100')
export class ClosingDay {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'closing_days_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'closing_days_pk' })
  id: string;

  @Column('date', { name: 'first_day' })
  firstDay: string;

  @Column('date', { name: 'last_day' })
  lastDay: string;

  @Column('text')
  reason: string;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
