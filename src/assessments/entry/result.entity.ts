import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { TestProtocol } from '../batteries/test-protocol.entity.js';
import { Assessment } from './assessment.entity.js';

/** What came of one item for one child on one day. */
@Entity('results')
@Unique('results_protocol_uq', ['institutionId', 'assessmentId', 'protocolId'])
@ForeignKey(() => Assessment, ['institutionId', 'assessmentId'], ['institutionId', 'id'], {
  name: 'results_assessment_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@ForeignKey(() => TestProtocol, ['protocolId', 'itemCode'], ['id', 'itemCode'], {
  name: 'results_protocol_fk',
})
@Index('results_id_ix', ['id'])
@Check('results_state_ck', `state in ('open', 'done', 'not_done', 'invalid')`)
@Check('results_reason_ck', `reason in ('ill', 'refused', 'injured', 'support_needs', 'time')`)
@Check('results_not_done_ck', `(state = 'not_done') = (reason is not null)`)
@Check('results_value_ck', `(state = 'done') = (value is not null)`)
export class Result {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'results_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'results_pk' })
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  @Column('uuid', { name: 'protocol_id' })
  protocolId: string;

  @Column('text', { name: 'item_code' })
  itemCode: string;

  /** open | done | not_done | invalid */
  @Column('text', { default: 'open' })
  state: string;

  /** ill | refused | injured | support_needs | time; why it was not done */
  @Column('text', { nullable: true })
  reason: string | null;

  /** In the protocol's unit; a text, because it is exact. */
  @Column('numeric', { nullable: true })
  value: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
