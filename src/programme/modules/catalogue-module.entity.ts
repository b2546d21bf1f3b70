import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FocusArea } from '../focus-areas/focus-area.entity.js';

/** What an institution may choose; reference data. A retired one stays readable. */
@Entity('modules')
@ForeignKey(() => FocusArea, ['focusArea'], ['code'], { name: 'modules_focus_area_fk' })
// Unique among the active ones whatever the case, an expression that TypeORM has no word for.
@Index('modules_title_uq', { synchronize: false })
@Check('modules_audience_ck', `audience in ('children', 'parents', 'staff')`)
@Check(
  'modules_format_ck',
  `format in ('workshop', 'training', 'coaching', 'talk', 'project', 'sports_festival', 'kick_off', 'athlete_visit', 'closing')`,
)
@Check('modules_title_ck', 'length(title) between 1 and 120')
@Check('modules_description_ck', 'length(description) between 1 and 2000')
@Check('modules_usual_minutes_ck', 'usual_minutes between 5 and 6000')
export class CatalogueModule {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'modules_pk' })
  id: string;

  @Column('text', { name: 'focus_area' })
  focusArea: string;

  @Column('text')
  audience: string;

  @Column('text')
  format: string;

  @Column({ type: 'text', collation: 'german' })
  title: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('smallint', { name: 'usual_minutes', nullable: true })
  usualMinutes: number | null;

  /** False: retired, not to be chosen any more. */
  @Column('boolean', { default: true })
  active: boolean;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
