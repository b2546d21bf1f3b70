import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { District } from './district.entity.js';

/** Since which day a district bears a name; a trigger on `districts` writes along. */
@Entity('district_names')
@ForeignKey(() => District, ['districtId'], ['id'], {
  name: 'district_names_district_fk',
  onDelete: 'CASCADE',
})
@Check('district_names_name_ck', 'length(name) between 1 and 100')
export class DistrictName {
  @PrimaryColumn('uuid', { name: 'district_id', primaryKeyConstraintName: 'district_names_pk' })
  districtId: string;

  /** `-infinity` for the first; for a district made from another, the day it began. */
  @PrimaryColumn('date', { name: 'first_day', primaryKeyConstraintName: 'district_names_pk' })
  firstDay: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;
}
