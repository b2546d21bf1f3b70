import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TestBattery } from '../batteries/test-battery.entity.js';
import { NormItem } from './norm-set.entity.js';

/** Which norms score a task of a battery, and from when to when they did. */
@Entity('battery_norms')
@ForeignKey(() => TestBattery, ['batteryId'], ['id'], { name: 'battery_norms_battery_fk' })
@ForeignKey(() => NormItem, ['normSetId', 'itemCode'], ['normSetId', 'itemCode'], {
  name: 'battery_norms_norm_fk',
})
@Index('battery_norms_current_uq', ['batteryId', 'itemCode'], { unique: true, where: 'replaced_at is null' })
@Check('battery_norms_replaced_ck', 'replaced_at >= since')
export class BatteryNorm {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'battery_norms_pk' })
  id: string;

  @Column('uuid', { name: 'battery_id' })
  batteryId: string;

  @Column('text', { name: 'item_code' })
  itemCode: string;

  @Column('uuid', { name: 'norm_set_id' })
  normSetId: string;

  @Column('timestamptz', { default: () => 'now()' })
  since: Date;

  /** Null: in force. */
  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt: Date | null;
}
