import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { TestProtocol } from './test-protocol.entity.js';

/** One version of a battery. Never changes; the newest version of a code is the one that is offered. */
@Entity('test_batteries')
@Unique('test_batteries_version_uq', ['code', 'version'])
@Check('test_batteries_code_ck', `code ~ '^[A-Z][A-Z0-9-]{1,19}$'`)
@Check('test_batteries_version_ck', 'version > 0')
@Check('test_batteries_title_ck', 'length(title) between 1 and 120')
@Check('test_batteries_description_ck', 'length(description) between 1 and 2000')
@Check('test_batteries_kinds_ck', `cardinality(kinds) > 0 and kinds <@ '{kita,school}'`)
@Check('test_batteries_ages_ck', 'age_from between 2 and 20 and age_to between age_from and 20')
@Check('test_batteries_source_ck', 'length(source) between 1 and 500')
export class TestBattery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'test_batteries_pk' })
  id: string;

  @Column('text')
  code: string;

  @Column('smallint')
  version: number;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  /** For which kinds of houses: kita, school. */
  @Column('text', { array: true })
  kinds: string[];

  /** Whole years, both inclusive. */
  @Column('smallint', { name: 'age_from', nullable: true })
  ageFrom: number | null;

  @Column('smallint', { name: 'age_to', nullable: true })
  ageTo: number | null;

  @Column('text')
  source: string;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** A task of a battery, in the version in which it is done there. */
@Entity('test_battery_items')
@Unique('test_battery_items_protocol_uq', ['batteryId', 'protocolId'])
@ForeignKey(() => TestBattery, ['batteryId'], ['id'], { name: 'test_battery_items_battery_fk' })
@ForeignKey(() => TestProtocol, ['protocolId'], ['id'], { name: 'test_battery_items_protocol_fk' })
@Check('test_battery_items_position_ck', 'position > 0')
export class TestBatteryItem {
  @PrimaryColumn('uuid', { name: 'battery_id', primaryKeyConstraintName: 'test_battery_items_pk' })
  batteryId: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'test_battery_items_pk' })
  position: number;

  @Column('uuid', { name: 'protocol_id' })
  protocolId: string;

  @Column('boolean', { default: false })
  optional: boolean;
}
