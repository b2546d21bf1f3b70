import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../institution.entity.js';

/** One run of one institution in the programme: the summary of its steps. */
@Entity('participations')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'participations_institution_fk' })
@Index('participations_id_ix', ['id'])
@Index('participations_open_uq', ['institutionId'], { unique: true, where: 'ended_on is null' })
@Check(
  'participations_status_ck',
  `status in ('requested', 'registered', 'initial_consultation', 'choosing_modules', 'active', 'completed', 'cancelled')`,
)
@Check('participations_start_ck', `status in ('requested', 'cancelled') or started_on is not null`)
@Check('participations_end_ck', `(status in ('completed', 'cancelled')) = (ended_on is not null)`)
@Check('participations_order_ck', 'ended_on >= started_on')
@Check('participations_reason_ck', `status <> 'cancelled' or length(reason) > 0`)
export class Participation {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'participations_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'participations_pk' })
  id: string;

  @Column('text')
  status: string;

  @Column('date', { name: 'started_on', nullable: true })
  startedOn: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** When the house was given its box of material for this run. */
  @Column('date', { name: 'materials_on', nullable: true })
  materialsOn: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
