import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../institution.entity.js';
import { District } from './district.entity.js';

/** Since which day a house belongs to a district; a trigger on `institutions` writes along. */
@Entity('institution_districts')
@ForeignKey(() => Institution, ['institutionId'], ['id'], {
  name: 'institution_districts_institution_fk',
  onDelete: 'CASCADE',
})
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'institution_districts_district_fk' })
@Index('institution_districts_district_ix', ['districtId'])
export class InstitutionDistrict {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'institution_districts_pk' })
  institutionId: string;

  /** `-infinity` for the first. */
  @PrimaryColumn('date', { name: 'first_day', primaryKeyConstraintName: 'institution_districts_pk' })
  firstDay: string;

  @Column('uuid', { name: 'district_id' })
  districtId: string;
}
