import { Check, Column, Entity, Generated, PrimaryColumn, Unique } from 'typeorm';

/** One of the programme's official focus areas; reference data. The code stays, the title may be reworded. */
@Entity('focus_areas')
@Unique('focus_areas_id_uq', ['id'])
@Check('focus_areas_title_ck', 'length(title) between 1 and 60')
export class FocusArea {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'focus_areas_pk' })
  code: string;

  /** For addresses and the audit trail; everything else goes by the code. */
  @Column('uuid')
  @Generated('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('smallint')
  position: number;

  @Column('boolean', { default: true })
  active: boolean;

  @Column('integer', { default: 1 })
  version: number;
}
