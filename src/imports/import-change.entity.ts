import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Import } from './import.entity.js';

/** What an import did to one record, kept so that it can be taken back. */
@Entity('import_changes')
@ForeignKey(() => Import, ['importId'], ['id'], { name: 'import_changes_import_fk', onDelete: 'CASCADE' })
@Index('import_changes_object_ix', ['objectId'], { where: 'created' })
export class ImportChange {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'import_changes_pk' })
  importId: string;

  @PrimaryColumn('uuid', { name: 'object_id', primaryKeyConstraintName: 'import_changes_pk' })
  objectId: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('boolean')
  created: boolean;

  /** The record's version once the import had written it. */
  @Column('integer')
  version: number;

  /** Changed fields as they were; empty for a record the import made. */
  @Column('jsonb')
  before: object;
}
