import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../../institutions/institution.entity.js';
import { CatalogueModule } from '../modules/catalogue-module.entity.js';

/** A module that a house chose, and what became of it. */
@Entity('module_bookings')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'module_bookings_institution_fk' })
@ForeignKey(() => CatalogueModule, ['moduleId'], ['id'], { name: 'module_bookings_module_fk' })
@Index('module_bookings_id_ix', ['id'])
@Index('module_bookings_module_ix', ['moduleId'])
@Index('module_bookings_planned_ix', ['plannedOn'], { where: `state = 'planned'` })
@Check('module_bookings_state_ck', `state in ('wished', 'planned', 'delivered', 'cancelled')`)
@Check('module_bookings_wished_ck', 'wished_to >= wished_from')
@Check('module_bookings_planned_ck', `state not in ('planned', 'delivered') or planned_on is not null`)
@Check('module_bookings_start_ck', 'planned_start is null or planned_on is not null')
@Check(
  'module_bookings_delivered_ck',
  `(state = 'delivered') = (delivered_on is not null and minutes is not null)`,
)
@Check(
  'module_bookings_cancelled_ck',
  `(state = 'cancelled') = (cancelled_on is not null and cancel_reason is not null)`,
)
@Check('module_bookings_cancel_reason_ck', 'length(cancel_reason) between 1 and 300')
@Check('module_bookings_minutes_ck', 'minutes between 5 and 6000')
@Check('module_bookings_children_ck', 'children between 0 and 2000')
@Check('module_bookings_parents_ck', 'parents between 0 and 2000')
@Check('module_bookings_staff_ck', 'staff between 0 and 500')
@Check('module_bookings_remarks_ck', 'length(remarks) between 1 and 1000')
export class ModuleBooking {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'module_bookings_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'module_bookings_pk' })
  id: string;

  @Column('uuid', { name: 'module_id' })
  moduleId: string;

  @Column('text', { default: 'wished' })
  state: string;

  /** When the house would like it, roughly. */
  @Column('date', { name: 'wished_from', nullable: true })
  wishedFrom: string | null;

  @Column('date', { name: 'wished_to', nullable: true })
  wishedTo: string | null;

  @Column('date', { name: 'planned_on', nullable: true })
  plannedOn: string | null;

  /** Local time, Europe/Berlin. */
  @Column('time', { name: 'planned_start', precision: 0, nullable: true })
  plannedStart: string | null;

  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn: string | null;

  @Column('smallint', { nullable: true })
  minutes: number | null;

  /** Heads: children, parents and staff who were there. */
  @Column('smallint', { nullable: true })
  children: number | null;

  @Column('smallint', { nullable: true })
  parents: number | null;

  @Column('smallint', { nullable: true })
  staff: number | null;

  @Column('text', { nullable: true })
  remarks: string | null;

  @Column('date', { name: 'cancelled_on', nullable: true })
  cancelledOn: string | null;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
