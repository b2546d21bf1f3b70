import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** School holidays of a federal state; both days inclusive. */
@Entity('school_holidays')
@Unique('school_holidays_uq', ['state', 'firstDay'])
@Check('school_holidays_state_ck', `state ~ '^[A-Z]{2}$'`)
@Check('school_holidays_name_ck', 'length(name) between 1 and 60')
@Check('school_holidays_source_ck', 'length(source) between 1 and 200')
@Check('school_holidays_order_ck', 'last_day >= first_day')
export class SchoolHoliday {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'school_holidays_pk' })
  id: string;

  @Column('text')
  state: string;

  @Column('text')
  name: string;

  @Column('date', { name: 'first_day' })
  firstDay: string;

  @Column('date', { name: 'last_day' })
  lastDay: string;

  /** Where the dates were published. */
  @Column('text')
  source: string;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
