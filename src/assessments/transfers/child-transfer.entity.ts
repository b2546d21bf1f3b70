import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Child } from '../children/child.entity.js';

/** A code that takes a child from one house to the next, and the link between its two records afterwards. */
@Entity('child_transfers')
@ForeignKey(() => Child, ['institutionId', 'childId'], ['institutionId', 'id'], {
  name: 'child_transfers_child_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@ForeignKey(() => Child, ['toInstitutionId', 'toChildId'], ['institutionId', 'id'], {
  name: 'child_transfers_to_fk',
  onUpdate: 'CASCADE',
  onDelete: 'SET NULL',
})
@Index('child_transfers_id_ix', ['id'])
@Index('child_transfers_code_ix', ['codeHash'])
@Index('child_transfers_open_uq', ['institutionId', 'childId'], {
  unique: true,
  where: 'redeemed_at is null',
})
@Index('child_transfers_to_ix', ['toInstitutionId', 'toChildId'])
@Check(
  'child_transfers_redeemed_ck',
  'redeemed_at is not null or (to_institution_id is null and to_child_id is null)',
)
export class ChildTransfer {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'child_transfers_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'child_transfers_pk' })
  id: string;

  @Column('uuid', { name: 'child_id' })
  childId: string;

  /** SHA-256; the code itself is on the parents' sheet only. */
  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('date', { name: 'expires_on' })
  expiresOn: string;

  @Column('timestamptz', { name: 'redeemed_at', nullable: true })
  redeemedAt: Date | null;

  @Column('uuid', { name: 'to_institution_id', nullable: true })
  toInstitutionId: string | null;

  @Column('uuid', { name: 'to_child_id', nullable: true })
  toChildId: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
