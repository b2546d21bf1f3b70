import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the programme's official focus areas; reference data. */
@Entity('focus_areas')
export class FocusArea {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'focus_areas_pk' })
  code: string;

  @Column('text')
  title: string;

  @Column('smallint')
  position: number;

  @Column('boolean', { default: true })
  active: boolean;
}
