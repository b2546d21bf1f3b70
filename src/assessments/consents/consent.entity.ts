import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Child } from '../children/child.entity.js';

/** The parents said yes to results being kept, and perhaps took it back. */
@Entity('consents')
@ForeignKey(() => Child, ['institutionId', 'childId'], ['institutionId', 'id'], {
  name: 'consents_child_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@Index('consents_open_uq', ['institutionId', 'childId'], { unique: true, where: 'withdrawn_on is null' })
@Index('consents_id_ix', ['id'])
@Index('consents_child_ix', ['institutionId', 'childId'])
@Check('consents_order_ck', 'withdrawn_on >= given_on')
export class Consent {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'consents_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consents_pk' })
  id: string;

  @Column('uuid', { name: 'child_id' })
  childId: string;

  @Column('date', { name: 'given_on' })
  givenOn: string;

  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
