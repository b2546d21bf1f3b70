import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../../institutions/institution.entity.js';

/** That something was erased: its id, and nothing that it said. */
@Entity('erasures')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'erasures_institution_fk' })
@Index('erasures_object_ix', ['objectId'])
@Check('erasures_object_type_ck', `object_type ~ '^[a-z_]{1,40}$'`)
@Check(
  'erasures_reason_ck',
  `reason in ('consent_withdrawn', 'child_removed', 'corrected', 'retention', 'requested')`,
)
export class Erasure {
  /** Null: of no institution (an account). */
  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: string | null;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'erasures_pk' })
  id: string;

  @Column('text', { name: 'object_type' })
  objectType: string;

  @Column('uuid', { name: 'object_id' })
  objectId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'erased_by', nullable: true })
  erasedBy: string | null;

  @Column('timestamptz', { name: 'erased_at', default: () => 'now()' })
  erasedAt: Date;
}
