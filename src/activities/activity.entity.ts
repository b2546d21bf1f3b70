import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../access/accounts/account.entity.js';
import { Group } from '../institutions/groups/group.entity.js';
import { FocusArea } from '../programme/focus-areas/focus-area.entity.js';
import { CatalogueModule } from '../programme/modules/catalogue-module.entity.js';

/** What an educator did with a group on a day. */
@Entity('activities')
@ForeignKey(() => Group, ['institutionId', 'groupId'], ['institutionId', 'id'], {
  name: 'activities_group_fk',
  onUpdate: 'CASCADE',
})
@ForeignKey(() => Account, ['authorId'], ['id'], { name: 'activities_author_fk', onDelete: 'SET NULL' })
@ForeignKey(() => FocusArea, ['focusArea'], ['code'], { name: 'activities_focus_area_fk' })
@ForeignKey(() => CatalogueModule, ['moduleId'], ['id'], { name: 'activities_module_fk' })
@Index('activities_id_ix', ['id'])
// Newest first in the database, an order that TypeORM has no word for.
@Index('activities_held_on_ix', { synchronize: false })
@Index('activities_recent_ix', { synchronize: false })
@Index('activities_group_ix', ['institutionId', 'groupId'])
@Index('activities_author_ix', { synchronize: false })
@Index('activities_module_ix', ['moduleId'], { where: 'module_id is not null' })
@Check('activities_minutes_ck', 'minutes between 5 and 480')
@Check('activities_children_present_ck', 'children_present between 0 and 210')
@Check('activities_adults_present_ck', 'adults_present between 0 and 100')
@Check('activities_place_ck', `place in ('hall', 'room', 'outdoors')`)
@Check('activities_note_ck', 'length(note) <= 500')
export class Activity {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'activities_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activities_pk' })
  id: string;

  @Column('uuid', { name: 'group_id' })
  groupId: string;

  /** Null once the author's account is erased. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('date', { name: 'held_on' })
  heldOn: string;

  @Column('text', { name: 'focus_area' })
  focusArea: string;

  @Column('uuid', { name: 'module_id', nullable: true })
  moduleId: string | null;

  @Column('smallint')
  minutes: number;

  @Column('smallint', { name: 'children_present' })
  childrenPresent: number;

  @Column('smallint', { name: 'adults_present', nullable: true })
  adultsPresent: number | null;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
